/// What a column of an export is read for.
enum ColumnRole: Hashable, Sendable {
  case tenant, workload, month, association
  /// The measure at this place of ``DatasetDefinition/facts``, counted over all of them.
  case measure(Int)
  case duplicateFlag, partnerID, metricType, associatedOn
  case customerName, tenantName, market, segment, tpid
  case title, kind, completed, expires, status, corporateEmail, email, mcpID, givenName, familyName
  case partnerName, groupID, groupName, city, country, level
}

/// A column by its names: exports have called some of them differently over the years.
struct Column: Sendable {
  /// Nil where the column only tells which dataset it is.
  var role: ColumnRole?
  /// Compared without case; the first that the header has is read.
  var names: [String]

  init(_ role: ColumnRole?, _ names: String...) {
    self.role = role
    self.names = names
  }

  /// The names as an error shows them: `ACR_USD or TotalACR`.
  var label: String { names.joined(separator: " or ") }
}
