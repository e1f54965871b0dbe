extension RejectReason: CustomStringConvertible {
  /// One line for the list of rejects: what is wrong, with the value at fault.
  var description: String {
    switch self {
    case .tooFewFields(let found, let needed):
      "The row has \(found) of \(needed) fields."
    case .quoteNeverClosed: "A quote opens a field and never closes it."
    case .noTenant: "The row names no tenant."
    case .unreadableMonth(let column, let value):
      "\(column) \(quoted(value)) is no month: 2024-06 is one."
    case .unreadableDay(let column, let value):
      "\(column) \(quoted(value)) is no day: 2024-06-30 is one."
    case .unreadableNumber(let column, let value):
      "\(column) \(quoted(value)) is no number."
    case .fractionOfCount(let column, let value):
      "\(column) \(quoted(value)) counts something and cannot have a fraction."
    case .outOfRange(let column, let value):
      "\(column) \(quoted(value)) is too large to be true."
    case .noIdentity: "The row names nobody: CorpEmail, Email and MCPID are blank."
    case .noPartner: "The row names no partner."
    case .tooManyNames(let column):
      "\(column) holds more different names than the cache can take."
    }
  }

  private func quoted(_ value: String) -> String {
    value.count > 40 ? "'\(value.prefix(40))…'" : "'\(value)'"
  }
}
