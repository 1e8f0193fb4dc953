import Foundation

/// Where a result goes: a file, written whole or not at all, or standard output.
struct OutputDestination {
  /// The path of the file; nil for standard output.
  let path: String?

  /// The destination of an option's value; `-` and none mean standard output.
  init(_ option: String?) {
    path = option == "-" ? nil : option
  }

  /// The extension of the file's name in lower case, where there is one.
  var fileExtension: String? {
    path.map { URL(fileURLWithPath: $0).pathExtension.lowercased() }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Fails early where the folder does not exist or the path is a folder.
  func check() throws {
    guard let path else { return }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw CommandFailure("\(path): is a folder; name a file to write")
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw CommandFailure("\(path): the folder \(folder) does not exist; make it first")
    }
  }

  /// Fails early where the result cannot be written, or is no text and would go to a terminal.
  func check(format: String, isBinary: Bool) throws {
    try check()
    if path == nil, isBinary, isatty(FileHandle.standardOutput.fileDescriptor) == 1 {
      throw CommandFailure("\(format) is no text for a terminal; name a file with -o")
    }
  }

  /// Writes the whole result; a file that cannot be written completely is left as it was.
  func write(_ data: Data) throws {
    guard let path else { return try StandardOutput.write(data) }
    try check()
    do {
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      let isRegular = attributes.map { $0[.type] as? FileAttributeType == .typeRegular } ?? true
      if isRegular {
        try data.write(to: URL(fileURLWithPath: path), options: .atomic)
      } else {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.write(contentsOf: data)
        try handle.close()
      }
    } catch {
      throw CommandFailure("\(path): cannot be written (\(reason(of: error))); nothing was left behind")
    }
  }
}

/// Standard output, with its errors told as a user's sentence.
enum StandardOutput {
  /// Writes bytes; throws `CommandFailure` where the reader has gone away or the disk is full.
  static func write(_ data: Data) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch {
      throw CommandFailure("standard output: cannot be written (\(reason(of: error)))")
    }
  }

  /// Writes a text.
  static func write(_ text: String) throws {
    try write(Data(text.utf8))
  }
}

private func reason(of error: any Error) -> String {
  let error = error as NSError
  let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
  guard cause.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
  return String(cString: strerror(Int32(cause.code))).lowercased()
}
