/// The walk over the rows of a tenant.
extension EvaluationPlan {
  /// Builds the columns of a tenant, and shows V of each workload of each pass to the visitor.
  ///
  /// - Parameter larger: Room for the months of a workload, where V is not a row of the table.
  @inline(__always)
  func read(
    _ tenant: Int, of table: borrowing SeriesTable, _ prefetch: Prefetch?,
    into columns: inout TenantColumns, _ larger: inout [Int64],
    for visitor: inout some WorkloadVisitor
  ) {
    columns.clear()
    let workloads = table.workload.span
    for walk in passes.walks {
      let rows = table.rows(of: tenant, walk.field)
      var row = rows.lowerBound
      while row < rows.upperBound {
        let first = row
        let workload = workloads[first]
        repeat {
          if let prefetch { ask(prefetch, for: row &+ EvaluationPlan.rowsAhead, of: table) }
          row &+= 1
        } while row < rows.upperBound && workloads[row] == workload
        switch row - first {
        case 1:
          let turn = turn(first, of: table, walk)
          if turn.first >= 0 {
            take(
              table.values.span.extracting(table.months(ofRow: first)), of: Int(workload),
              Int(turn.first), into: &columns, for: &visitor)
          }
        case 2: read(two: first, of: table, walk, into: &columns, &larger, for: &visitor)
        default:
          read(
            many: first..<row, of: table, walk, isWeighted: false, into: &columns, &larger,
            for: &visitor)
        }
        if !walk.weighted.isEmpty, unitFields[Int(workload)] == walk.field {
          read(
            many: first..<row, of: table, walk, isWeighted: true, into: &columns, &larger,
            for: &visitor)
        }
      }
    }
  }

  /// As many as a tenant has, more or less: so long does memory take.
  static let rowsAhead = 12

  @inline(__always)
  private func ask(_ prefetch: Prefetch, for row: Int, of table: borrowing SeriesTable) {
    guard row < table.rowCount else { return }
    prefetch(table.values.span.extracting(table.months(ofRow: row)))
  }

  /// What one row is read for, or two of a workload.
  @inline(__always)
  private func turn(
    _ first: Int, _ second: Int? = nil, of table: borrowing SeriesTable,
    _ walk: EvaluationPasses.Walk
  ) -> EvaluationPasses.Turn {
    let turns = Int(passes.workloadTurns[Int(walk.workloads) &+ Int(table.workload[first])])
    let one = Int(table.association[first]) &* (associationCount &+ 1)
    let other = second.map { Int(table.association[$0]) &+ 1 } ?? 0
    return passes.turns[turns &+ one &+ other]
  }

  /// Takes V of a workload that has two rows: in all scopes that admit the same of them at once.
  private func read(
    two first: Int, of table: borrowing SeriesTable, _ walk: EvaluationPasses.Walk,
    into columns: inout TenantColumns, _ larger: inout [Int64],
    for visitor: inout some WorkloadVisitor
  ) {
    let workload = Int(table.workload[first])
    let turn = turn(first, first + 1, of: table, walk)
    let values = table.values.span
    if turn.first >= 0 {
      take(
        values.extracting(table.months(ofRow: first)), of: workload, Int(turn.first),
        into: &columns, for: &visitor)
    }
    if turn.second >= 0 {
      take(
        values.extracting(table.months(ofRow: first + 1)), of: workload, Int(turn.second),
        into: &columns, for: &visitor)
    }
    if turn.both >= 0 {
      takeLarger(
        first, first + 1, of: table, passes.passes[Int(turn.both)].scopes, &larger)
      take(larger.span, of: workload, Int(turn.both), into: &columns, for: &visitor)
    }
  }

  /// Takes V of a workload: the largest of the rows that a scope admits, weighted with its rate or not.
  private func read(
    many rows: Range<Int>, of table: borrowing SeriesTable, _ walk: EvaluationPasses.Walk,
    isWeighted: Bool, into columns: inout TenantColumns, _ larger: inout [Int64],
    for visitor: inout some WorkloadVisitor
  ) {
    let workload = Int(table.workload[rows.lowerBound])
    let numbers = isWeighted ? walk.weighted : walk.passes
    var rest =
      walk.scopes & rows.reduce(UInt64(0)) { $0 | scopes(admitting: $1, of: table) }
    while rest != 0 {
      let alike = scopes(of: rest, alikeIn: rows, of: table)
      rest &= ~alike
      takeLargest(rows, of: table, alike & (0 &- alike), &larger)
      if isWeighted {
        var weighted = larger.mutableSpan
        LaneKernels.scale(&weighted, by: rates[workload])
      }
      take(larger.span, of: workload, in: numbers, alike, into: &columns, for: &visitor)
    }
  }

  private func take(
    _ values: Span<Int64>, of workload: Int, in numbers: Range<Int32>, _ scopes: UInt64,
    into columns: inout TenantColumns, for visitor: inout some WorkloadVisitor
  ) {
    for number in numbers.places where passes.passes[number].scopes & scopes != 0 {
      take(values, of: workload, number, into: &columns, for: &visitor)
    }
  }

  @inline(__always)
  private func take(
    _ values: Span<Int64>, of workload: Int, _ number: Int, into columns: inout TenantColumns,
    for visitor: inout some WorkloadVisitor
  ) {
    let pass = passes.passes[number]
    columns.take(values, pass, passes)
    visitor.visit(workload, in: pass, values: values)
  }
}
