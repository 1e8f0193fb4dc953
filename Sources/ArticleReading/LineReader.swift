import Foundation

/// Reads a stream of bytes line by line, however long the stream, never holding more than one line and one block.
public struct LineReader {
  private let handle: FileHandle
  private let blockSize: Int
  private var buffer = Data()
  private var isAtEnd = false

  /// Reads from a handle, so many bytes at a time.
  public init(_ handle: FileHandle, blockSize: Int = 1 << 16) {
    self.handle = handle
    self.blockSize = blockSize
  }

  /// The next line without its terminator (LF or CRLF), or nil at the end; throws where the stream cannot be read.
  public mutating func next() throws -> Data? {
    var searched = buffer.startIndex
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = buffer[buffer.startIndex..<end]
        buffer = buffer[buffer.index(after: end)...]
        return Data(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
      }
      searched = buffer.endIndex
      guard !isAtEnd, let block = try handle.read(upToCount: blockSize), !block.isEmpty else {
        isAtEnd = true
        defer { buffer = Data() }
        return buffer.isEmpty ? nil : Data(buffer)
      }
      let offset = searched - buffer.startIndex
      buffer = Data(buffer)
      buffer.append(block)
      searched = buffer.startIndex + offset
    }
  }
}
