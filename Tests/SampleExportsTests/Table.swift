import SampleExports

/// A file as RFC 4180 reads it, for files small enough to be read at once.
struct Table {
  let header: [String]
  let rows: [[String]]

  init(_ bytes: [UInt8]) {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var previousWasQuote = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""):
        // A quote that closes and opens again stands for one quote.
        if !isQuoted, previousWasQuote { field.append(byte) }
        isQuoted.toggle()
        previousWasQuote = true
        continue
      case UInt8(ascii: ",") where !isQuoted:
        record.append(String(decoding: field, as: UTF8.self))
        field = []
      case UInt8(ascii: "\n") where !isQuoted:
        records.append(record + [String(decoding: field, as: UTF8.self)])
        record = []
        field = []
      default: field.append(byte)
      }
      previousWasQuote = false
    }
    header = records.first ?? []
    rows = Array(records.dropFirst())
  }

  /// The cells of a column, which is matched without regard to case.
  func column(_ name: String) -> [String] {
    guard let place = header.firstIndex(where: { $0.lowercased() == name.lowercased() }) else {
      return []
    }
    return rows.map { $0.count > place ? $0[place] : "" }
  }
}

extension SampleExports {
  func bytes(_ dataset: Dataset) -> [UInt8] {
    var bytes: [UInt8] = []
    write(dataset) { bytes += $0 }
    return bytes
  }

  func table(_ dataset: Dataset) -> Table { Table(bytes(dataset)) }
}
