extension UsageRows {
  /// Adds a later part of the file, whose names began with the same numbers.
  ///
  /// - Returns: False where the names of both are too many.
  mutating func append(_ other: UsageRows) -> Bool {
    var tenants: [Int] = []
    for number in 0..<other.names.tenants.count {
      guard let own = names.tenants.adopt(number, of: other.names.tenants) else { return false }
      tenants.append(own)
    }
    let workloads = other.names.workloads.names.compactMap { names.workloads.adopt($0) }
    let associations = other.names.associations.names.compactMap { names.associations.adopt($0) }
    guard workloads.count == other.names.workloads.names.count,
      associations.count == other.names.associations.names.count
    else { return false }
    let partners = (0..<other.names.partners.count).map { number in
      names.partners.number(of: Array(other.names.partners.bytes(number)).span)
    }
    groups.merge(
      other.groups,
      numbers: UsageGroups.Numbers(
        tenants: tenants, workloads: workloads, associations: associations, partners: partners))
    return true
  }
}

extension FileReport {
  /// Adds the counts of another part of the file.
  mutating func add(_ part: FileReport) {
    rows += part.rows
    imported += part.imported
    rejected += part.rejected
    skipped += part.skipped
    duplicates += part.duplicates
    exams += part.exams
  }
}
