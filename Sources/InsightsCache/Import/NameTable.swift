import CapabilityScore

/// The workloads or the associations, by number: the cache's first, then new ones as they come.
///
/// A spelling is looked up in the vocabulary once; after that its bytes lead to the number.
struct NameTable {
  /// As many as fit the 16 bits of a series.
  static let limit = 1 << 16

  struct Name: Equatable {
    /// What names are compared by: the folded name.
    var key: String
    var name: String
  }

  private(set) var names: [Name]
  private let resolve: @Sendable (String) -> String
  private var numbers: [String: Int] = [:]
  private var spellings = ByteInterner()
  private var numberOfSpelling: [Int] = []

  /// - Parameter resolve: From a spelling to the name the vocabulary knows it by, or itself.
  init(_ names: [Name], resolve: @escaping @Sendable (String) -> String) {
    self.names = names
    self.resolve = resolve
    for (number, name) in names.enumerated() { numbers[name.key] = number }
  }

  /// The number of a spelling; nil where there are too many names.
  mutating func number(of spelling: Span<UInt8>) -> Int? {
    let index = spellings.number(of: spelling)
    if index == numberOfSpelling.count {
      let text = spelling.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      numberOfSpelling.append(number(of: text) ?? -1)
    }
    let number = numberOfSpelling[index]
    return number < 0 ? nil : number
  }

  /// The number of a name that is given by the dataset, not by a row.
  mutating func number(of text: String) -> Int? {
    let name = resolve(text)
    let folded = FoldedName(name).text
    return adopt(Name(key: folded.isEmpty ? text : folded, name: name))
  }

  /// The number of a name with this key.
  mutating func adopt(_ name: Name) -> Int? {
    if let number = numbers[name.key] { return number }
    guard names.count < NameTable.limit else { return nil }
    numbers[name.key] = names.count
    names.append(name)
    return names.count - 1
  }
}
