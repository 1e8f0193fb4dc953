/// Work that could not be done, with a sentence for the user; the program ends with status 1.
struct CommandFailure: Error, CustomStringConvertible {
  /// What failed and what to do, as a sentence without the program's name.
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
