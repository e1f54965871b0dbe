import CapabilityScore

/// The numbers that one import gives to what its rows name, shared by its files.
///
/// A value: a file that turns out broken leaves the names as they were.
struct ImportNames {
  var tenants = TenantTable()
  var workloads: NameTable
  var associations: NameTable
  /// The partner ids of rows that are flagged as duplicates.
  var partners = ByteInterner()

  init(workloads: [NameTable.Name], associations: [NameTable.Name], vocabulary: Vocabulary) {
    self.workloads = NameTable(workloads) { vocabulary.workload($0) }
    self.associations = NameTable(associations) { vocabulary.association($0) }
  }
}
