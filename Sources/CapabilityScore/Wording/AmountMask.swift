/// Stands in place of amounts of money that somebody is not to see.
public enum AmountMask {
  /// What people see where an amount would be.
  public static let sign = "•••"

  /// A text of this library with its dollars masked: `short by ••• USD`.
  public static func masked(_ text: String) -> String {
    guard text.contains(" USD") else { return text }
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    let masked = parts.indices.map { index -> Substring in
      let isAmount =
        parts[index].contains(where: \.isNumber) && parts.indices.contains(index + 1)
        && parts[index + 1].hasPrefix("USD")
      return isAmount ? sign[...] : parts[index]
    }
    return masked.joined(separator: " ")
  }
}
