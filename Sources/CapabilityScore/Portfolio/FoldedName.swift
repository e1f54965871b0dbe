/// A name as it is compared: without case, spaces and punctuation (scoring.md §7).
public struct FoldedName: Hashable, Comparable, Sendable {
  /// Letters, digits and combining accents alone, in lower case; empty where a name has none.
  public let text: String

  /// Folds a name of any spelling: `Finance & Operations` gives `financeoperations`.
  public init(_ name: some StringProtocol) {
    if let ascii = FoldedName.foldASCII(name) {
      text = ascii
    } else {
      text = String(
        name.unicodeScalars.lazy
          .filter { FoldedName.isKept($0.properties) }
          .map { $0.properties.lowercaseMapping }.joined())
    }
  }

  /// In the order of the folded texts.
  public static func < (left: FoldedName, right: FoldedName) -> Bool { left.text < right.text }

  /// Letters and digits, and the accents that decomposed letters carry apart.
  private static func isKept(_ scalar: Unicode.Scalar.Properties) -> Bool {
    scalar.isAlphabetic || scalar.numericType != nil
      || scalar.canonicalCombiningClass != .notReordered
  }

  private static func foldASCII(_ name: some StringProtocol) -> String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        folded.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte | 0x20)
      case 0x80...: return nil
      default: continue
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }
}
