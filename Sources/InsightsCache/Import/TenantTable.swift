/// The tenants of an import, numbered as they come; their ids are compared without case.
struct TenantTable {
  private var ids = ByteInterner(slots: 4096)
  private var spellings = ByteInterner(slots: 4096)
  private var numberOfSpelling: [Int] = []

  var count: Int { ids.count }

  /// The tenant's id in lower case.
  func id(_ number: Int) -> String { String(decoding: ids.bytes(number), as: UTF8.self) }

  /// The numbers of tenants in the order of their ids.
  func ordered(_ numbers: some Sequence<Int>) -> [Int] {
    // The first eight bytes tell most of them apart.
    numbers.map { number in (number: number, head: ids.head(number)) }
      .sorted { left, right in
        left.head != right.head
          ? left.head < right.head
          : ids.bytes(left.number).lexicographicallyPrecedes(ids.bytes(right.number))
      }
      .map(\.number)
  }

  /// The number of a tenant of another table; nil where there are too many.
  mutating func adopt(_ number: Int, of other: TenantTable) -> Int? {
    let number = ids.number(of: other.ids.bytes(number).span)
    return number < BlockKey.tenantLimit ? number : nil
  }

  /// The number of a spelling; nil where there are too many tenants.
  mutating func number(of spelling: Span<UInt8>) -> Int? {
    let index = spellings.number(of: spelling)
    if index == numberOfSpelling.count {
      let id = spelling.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      numberOfSpelling.append(ids.number(of: Array(id.lowercased().utf8).span))
    }
    let number = numberOfSpelling[index]
    return number < BlockKey.tenantLimit ? number : nil
  }
}
