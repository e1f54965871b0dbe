/// Why an edit cannot be made on the data at hand.
public enum EditProblem: Error, Hashable, Sendable {
  /// No tenant has this id.
  case unknownTenant(String)
  /// A tenant that is to be added is there already.
  case tenantExists(String)
  /// Nobody has this id.
  case unknownIndividual(String)
  /// What is to be revoked is not held.
  case notHeld(individual: String, certification: String)
  /// Neither data nor rules have the association.
  case unknownAssociation(String)
  /// There is no such rulebook among those that may be changed to.
  case unknownRulebook(String)
  /// A name or id is blank; the payload says what of.
  case blank(String)
  /// A value below 0 where none can be.
  case negative(EditField, Quantity)
  /// A count with a fraction.
  case notWhole(EditField, Quantity)
  /// Values cannot be scaled by a number below 0.
  case negativeFactor(Quantity)
  /// More than any partner has in a month.
  case tooLarge(EditField)
  /// A percentage of months in which there is nothing.
  case nothingToScale(EditField)
  /// The tenant uses none of the workloads under another association in these months.
  case nothingToAssociate
  /// There is no usage, so that there is no last month.
  case noLastMonth
  /// The range ends before it begins.
  case monthsReversed(Month, Month)
  /// The range lies outside the months that the data has room for.
  case monthsOutsideData(Month, Month, data: MonthWindow)
}

/// What became of an edit.
public enum EditOutcome: Hashable, Sendable {
  /// The data has changed.
  case applied
  /// The data is already as the edit would make it.
  case alreadyTrue
  /// The edit is kept, and does nothing.
  case notApplicable(EditProblem)
}
