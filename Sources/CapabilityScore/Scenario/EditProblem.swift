/// Why an edit cannot be made on the data at hand.
public enum EditProblem: Error, Hashable, Sendable {
  case unknownTenant(String)
  case tenantExists(String)
  case unknownIndividual(String)
  case notHeld(individual: String, certification: String)
  case unknownAssociation(String)
  case unknownRulebook(String)
  /// A name or id is blank; the payload says what of.
  case blank(String)
  case negative(EditField, Quantity)
  /// A count with a fraction.
  case notWhole(EditField, Quantity)
  case negativeFactor(Quantity)
  case tooLarge(EditField)
  /// A percentage of months in which there is nothing.
  case nothingToScale(EditField)
  /// The tenant uses none of the workloads under another association in these months.
  case nothingToAssociate
  /// There is no usage, so that there is no last month.
  case noLastMonth
  case monthsReversed(Month, Month)
  case monthsOutsideData(Month, Month, data: MonthWindow)

  /// Whether the edit cannot be made at all.
  ///
  /// Scaling nothing is refused where it is typed, because it is a slip; in a scenario it makes facts
  /// of 0, like any edit of a fact that was not there (commands.md, scenario file).
  public var preventsEdit: Bool {
    if case .nothingToScale = self { false } else { true }
  }
}

/// What became of an edit.
public enum EditOutcome: Hashable, Sendable {
  case applied
  /// The data is already as the edit would make it.
  case alreadyTrue
  /// The edit is kept, and does nothing.
  case notApplicable(EditProblem)
}
