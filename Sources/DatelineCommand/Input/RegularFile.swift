import Foundation

extension FileManager {
  /// Whether a path leads to a file that can be read twice: no pipe, device or folder.
  func isRegularFile(atPath path: String) -> Bool {
    (try? attributesOfItem(atPath: path)[.type] as? FileAttributeType) == .typeRegular
  }
}
