import CapabilityScore

/// Whether an export repeats a usage under a second location of the partner, and flags the repeats.
enum Duplicates { case none, beside, only }

/// One workload of one tenant under one association, through the months.
struct Series {
  let workload: String
  let association: Association
  /// Cents, seats or units.
  var course: Course
  /// Active users, per mille of the seats or profiles; nil where neither is counted.
  var activity: Course?
  var subscriptions = 1
  var duplicates = Duplicates.none
  /// Months with a credit, per mille.
  var credits = 0
  /// When the partner was associated, where the export knows.
  var associated: Day?

  /// Names the subscriptions and the claim; usage under two associations differs in it.
  var seed: UInt64 { course.seed &+ UInt64(association.rawValue.utf8.count) }
  var months: Range<Int> { course.months }

  /// The same usage as it appears under another association.
  func shared(with other: Association) -> Series {
    var series = Series(workload: workload, association: other, course: course)
    series.activity = activity
    series.credits = credits
    return series
  }
}
