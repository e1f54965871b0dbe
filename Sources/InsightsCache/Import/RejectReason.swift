/// Why a row was kept aside.
enum RejectReason: Error, Equatable, Sendable {
  case tooFewFields(found: Int, needed: Int)
  case quoteNeverClosed
  case noTenant
  case unreadableMonth(column: String, value: String)
  case unreadableDay(column: String, value: String)
  case unreadableNumber(column: String, value: String)
  case fractionOfCount(column: String, value: String)
  case outOfRange(column: String, value: String)
  case noIdentity
  case noPartner
  case tooManyNames(column: String)
}
