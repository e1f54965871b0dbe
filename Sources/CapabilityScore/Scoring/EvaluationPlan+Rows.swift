/// What scopes admit of the rows of a tenant, and V of those.
extension EvaluationPlan {
  /// Whether a scope admits a row.
  func admits(_ row: Int, of table: borrowing SeriesTable, in scope: Int) -> Bool {
    admission[place(ofRow: row, of: table)] & (1 << UInt64(scope)) != 0
  }

  /// Where a row's workload and association lie in ``admission``.
  @inline(__always)
  func place(ofRow row: Int, of table: borrowing SeriesTable) -> Int {
    Int(table.workload[row]) * associationCount + Int(table.association[row])
  }

  /// The scopes that admit a row, a bit each.
  @inline(__always)
  func scopes(admitting row: Int, of table: borrowing SeriesTable) -> UInt64 {
    admission[place(ofRow: row, of: table)]
  }

  /// Of some scopes those that admit the same of these rows as the first of them: V is the same there.
  @inline(__always)
  func scopes(
    of scopes: UInt64, alikeIn rows: Range<Int>, of table: borrowing SeriesTable
  ) -> UInt64 {
    let first = scopes & (0 &- scopes)
    return rows.reduce(scopes) { alike, row in
      let admitting = self.scopes(admitting: row, of: table)
      return alike & (admitting & first == 0 ? ~admitting : admitting)
    }
  }

  /// The larger value of each month of two rows, one behind the other, that all these scopes admit.
  @inline(__always)
  func takeLarger(
    _ first: Int, _ second: Int, of table: borrowing SeriesTable, _ scopes: UInt64,
    _ larger: inout [Int64]
  ) {
    let values = table.values.span
    var target = larger.mutableSpan
    let signs = LaneKernels.takeLarger(
      values.extracting(table.months(ofRow: first)),
      values.extracting(table.months(ofRow: second)), into: &target)
    guard signs < 0 else { return }
    for lane in 0..<lanes {
      larger[lane] = largest(of: first..<second + 1, lane, of: table, scopes)
    }
  }

  /// The largest value of each month over the rows that a scope admits, one at least.
  @inline(__always)
  func takeLargest(
    _ rows: Range<Int>, of table: borrowing SeriesTable, _ scope: UInt64,
    _ largest: inout [Int64]
  ) {
    let values = table.values.span
    var target = largest.mutableSpan
    var isFirst = true
    var signs: Int64 = 0
    for row in rows where scopes(admitting: row, of: table) & scope != 0 {
      let months = values.extracting(table.months(ofRow: row))
      if isFirst {
        isFirst = false
        signs = LaneKernels.copy(months, to: &target)
      } else {
        signs |= LaneKernels.keepLarger(months, in: &target)
      }
    }
    guard signs < 0 else { return }
    for lane in 0..<lanes { largest[lane] = self.largest(of: rows, lane, of: table, scope) }
  }

  /// The largest value over associations that have the fact at all: a credit stays a credit although
  /// another association, which has no fact that month, reads as 0 (scoring.md §12).
  private func largest(
    of rows: Range<Int>, _ lane: Int, of table: borrowing SeriesTable, _ scope: UInt64
  ) -> Int64 {
    var largest: Int64?
    for row in rows where scopes(admitting: row, of: table) & scope != 0 {
      guard let value = table.value(row: row, lane: lane) else { continue }
      largest = max(largest ?? value, value)
    }
    return largest ?? 0
  }
}
