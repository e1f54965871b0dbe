extension EditedPortfolio {
  /// A usage edit names exactly one association: `csp` is the plain kind, beside any tier (§12).
  func usageReplacement(_ edit: UsageEdit) throws(EditProblem) -> Replacement {
    let tenant = try self.tenant(edit.tenant)
    guard !edit.workload.isEmpty else { throw .blank("the workload") }
    let lanes = try self.lanes(edit.months)
    if let problem = edit.operandProblem { throw problem }
    var names = self.names
    let key = try rowKey(edit, &names)
    var table = series(of: tenant)
    let row = table.rowForEditing(key)
    for lane in lanes {
      let value = table.values[row * table.lanes + lane]
      guard let result = edit.operation.result(on: value, isMoney: edit.field.isMoney) else {
        throw .tooLarge(edit.field)
      }
      table.set(result, row: row, lane: lane)
    }
    let part = part(tenant, table)
    if case .nothing = part { return Replacement(part: .nothing, names: self.names) }
    return Replacement(part: part, names: names)
  }

  /// Whether there is nothing in the months of an edit that a percentage could be taken of.
  func isNothing(_ edit: UsageEdit) -> Bool {
    guard let tenant = tenantNumber(ofID: edit.tenant), let lanes = try? lanes(edit.months) else {
      return false
    }
    var names = self.names
    let table = series(of: tenant)
    guard let key = try? rowKey(edit, &names), let row = table.row(key) else { return true }
    return lanes.allSatisfy { table.values[row * table.lanes + $0] == 0 }
  }

  /// What the field has in the last of an edit's months: in the base, and as edited; nil where the
  /// edit names nothing that could be there.
  public func lastMonthValues(of edit: UsageEdit) -> (base: Int64, edited: Int64)? {
    var names = self.names
    guard let tenant = tenantNumber(ofID: edit.tenant), let lane = try? lanes(edit.months).last,
      let key = try? rowKey(edit, &names)
    else { return nil }
    func value(in table: SeriesTable) -> Int64 {
      table.row(key).map { table.values[$0 * table.lanes + lane] } ?? 0
    }
    return (
      tenant < base.tenants.count ? value(in: base.series.single(tenant)) : 0,
      value(in: series(of: tenant))
    )
  }

  /// The row an edit is about; names that the data does not have are added to `names`.
  private func rowKey(
    _ edit: UsageEdit, _ names: inout UsageNames
  ) throws(EditProblem) -> SeriesTable.RowKey {
    let association = try self.association(edit.association, &names)
    let workload: Int
    if let known = nameIndex.workloads(edit.workload).first {
      workload = known
    } else {
      workload = names.workloads.count
      names.workloads.append(nameIndex.workloadName(edit.workload))
    }
    let units = nameIndex.unitsField(names.workloads[workload])
    return SeriesTable.RowKey(
      field: edit.field.field(units: units), workload: workload, association: association)
  }

  private func association(
    _ name: String, _ names: inout UsageNames
  ) throws(EditProblem) -> Int {
    guard nameIndex.knowsAssociation(name) else { throw .unknownAssociation(name) }
    if let known = nameIndex.association(name) { return known }
    names.associations.append(nameIndex.associationID(name))
    return names.associations.count - 1
  }

  // MARK: Associating

  /// Each field takes the largest of the other associations, and never lowers what is there (§12).
  func associateReplacement(_ edit: AssociateEdit) throws(EditProblem) -> Replacement {
    let tenant = try self.tenant(edit.tenant)
    let lanes = try self.lanes(edit.months)
    var names = self.names
    let association = try self.association(edit.association, &names)
    let workloads = edit.workloads.map { Set($0.flatMap(nameIndex.workloads)) }
    let original = series(of: tenant)
    var table = original
    var isAnything = false
    for field in Field.allCases {
      for row in original.rows(of: 0, field)
      where Int(original.association[row]) != association
        && original.hasFacts(row, lanes)
        && workloads?.contains(Int(original.workload[row])) ?? true
      {
        isAnything = true
        let key = SeriesTable.RowKey(
          field: field, workload: Int(original.workload[row]), association: association)
        table.raise(table.rowForEditing(key), to: row, of: original, lanes)
      }
    }
    guard isAnything else { throw .nothingToAssociate }
    let part = part(tenant, table)
    if case .nothing = part { return Replacement(part: .nothing, names: self.names) }
    return Replacement(part: part, names: names)
  }
}

extension SeriesTable {
  fileprivate func hasFacts(_ row: Int, _ lanes: Range<Int>) -> Bool {
    lanes.contains { value(row: row, lane: $0) != nil }
  }

  /// Brings a row up to the facts of another.
  fileprivate mutating func raise(
    _ row: Int, to source: Int, of other: SeriesTable, _ lanes: Range<Int>
  ) {
    for lane in lanes {
      guard let value = other.value(row: source, lane: lane) else { continue }
      set(max(self.value(row: row, lane: lane) ?? value, value), row: row, lane: lane)
    }
  }
}
