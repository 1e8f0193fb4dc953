/// The formats that a picture of a graph can be written in.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable {
  case svg
  case png
  case pdf
  case dot
  case html
}
