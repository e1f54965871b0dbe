import CZlib

/// Inflates gzip as it comes, also where several members follow each other.
struct GzipInflater: ~Copyable {
  static let magic: [UInt8] = [0x1f, 0x8b]

  // zlib keeps the address of its stream, so the stream has a place of its own.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool
  private var input: [UInt8] = []
  private var consumed = 0
  private var isInsideMember = true

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isReady = capstan_inflate_init(stream) == Z_OK
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Takes the next piece of the file; the piece before is used up.
  mutating func feed(_ piece: ArraySlice<UInt8>) {
    input = Array(piece)
    consumed = 0
  }

  /// Writes what the pieces so far give; 0 where it needs another piece.
  mutating func inflate(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ExportFileError) -> Int {
    guard isReady else { throw .readFailed(reason: "no memory to inflate") }
    while consumed < input.count {
      if !isInsideMember {
        // Members may be followed by zeros that fill a block of tape or disk.
        guard input[consumed] != 0 else {
          consumed += 1
          continue
        }
        inflateReset(stream)
        isInsideMember = true
      }
      let written = try step(into: buffer)
      if written > 0 { return written }
    }
    return 0
  }

  /// Checks that the file did not end inside a member.
  func finish() throws(ExportFileError) {
    if isInsideMember { throw .truncatedGzip }
  }

  private mutating func step(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ExportFileError) -> Int {
    var status = Z_OK
    let rest = input.count - consumed
    input.withUnsafeMutableBufferPointer { bytes in
      stream.pointee.next_in = bytes.baseAddress.map { $0 + consumed }
      stream.pointee.avail_in = UInt32(clamping: rest)
      stream.pointee.next_out = buffer.assumingMemoryBound(to: UInt8.self).baseAddress
      stream.pointee.avail_out = UInt32(clamping: buffer.count)
      status = CZlib.inflate(stream, Z_NO_FLUSH)
    }
    consumed += rest - Int(stream.pointee.avail_in)
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isInsideMember = false
    default: throw .corruptGzip
    }
    return buffer.count - Int(stream.pointee.avail_out)
  }
}
