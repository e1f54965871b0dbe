extension SampleExports {
  /// What was written to one file, to be held against what an import reports.
  public struct Tally: Equatable, Sendable {
    /// Rows without the header; broken and skipped ones are among them.
    public internal(set) var rows = 0
    /// Rows that cannot be read and must be kept aside.
    public internal(set) var broken = 0
    /// Rows that can be read and are left out, such as trials.
    public internal(set) var skipped = 0
  }
}
