import CZlib
import Glibc

/// The bytes of a file, inflated where it is gzip: its content tells, not its name.
struct ByteSource: ~Copyable {
  /// The file's size on disk, and how much of it has been read; both count compressed bytes.
  let size: Int
  private(set) var position: Int
  var isInflating: Bool { inflater != nil }

  private let descriptor: CInt
  private var inflater: GzipInflater?

  /// - Parameter offset: Where to begin; not in a gzip file.
  init(path: String, from offset: Int = 0) throws(ExportFileError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw errno == ENOENT ? .notFound : .unreadable(reason: String(cString: strerror(errno)))
    }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw .unreadable(reason: "not a regular file")
    }
    var magic: [UInt8] = [0, 0]
    let isGzip = offset == 0 && pread(file, &magic, 2, 0) == 2 && magic == GzipInflater.magic
    descriptor = file
    size = Int(status.st_size)
    position = offset
    inflater = isGzip ? GzipInflater() : nil
  }

  deinit { close(descriptor) }

  /// Fills the buffer from its start; 0 only at the end of the file.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ExportFileError) -> Int {
    guard inflater != nil else { return try readFile(into: buffer) }
    while true {
      if let count = try inflater?.inflate(into: buffer), count > 0 { return count }
      var block = [UInt8](repeating: 0, count: 1 << 16)
      let count = try block.withUnsafeMutableBufferPointer { bytes throws(ExportFileError) in
        try readFile(into: UnsafeMutableRawBufferPointer(bytes))
      }
      guard count > 0 else {
        try inflater?.finish()
        return 0
      }
      inflater?.feed(block[..<count])
    }
  }

  private mutating func readFile(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ExportFileError) -> Int {
    while true {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, position)
      if count >= 0 {
        position += count
        return count
      }
      guard errno == EINTR else {
        throw .readFailed(reason: String(cString: strerror(errno)))
      }
    }
  }
}
