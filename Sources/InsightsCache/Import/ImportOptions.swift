public import CapabilityScore
public import Foundation

/// How an import is done.
public struct ImportOptions: Sendable {
  /// How several files of one dataset in one import go together (scoring.md §12).
  public enum SameMonth: Sendable {
    /// Of two files of one dataset with the same month, the later by name stands.
    case replace
    /// The files of one dataset add up, and then replace what the cache has.
    case append
  }

  /// What becomes of months that two files of this import both have.
  public var sameMonth: SameMonth
  /// The day that ``ImportReport/lastMonth`` is told for; nil: the newest month of all.
  public var asOf: Day?
  /// The moment that is recorded for the import.
  public var now: Date
  /// Files of this many bytes are read with two processors.
  var splitSize = 1 << 25

  /// Unless told otherwise, an import of this moment, in which the later of two files stands.
  public init(sameMonth: SameMonth = .replace, asOf: Day? = nil, now: Date = Date()) {
    self.sameMonth = sameMonth
    self.asOf = asOf
    self.now = now
  }
}
