import CapabilityScore

/// The columns a dataset is recognised by and read from.
struct DatasetDefinition: Sendable {
  var dataset: Dataset
  /// Without one of these the file is no such dataset.
  var needed: [Column]
  var optional: [Column]
  /// The facts that one row states.
  var facts: [FactColumns] = []
}

/// One fact of a row: a measure for each field of the dataset.
struct FactColumns: Sendable {
  /// Nil where the row's workload column names it.
  var workload: String?
  /// In the order of ``Dataset/fields``.
  var measures: [Column]
}

extension DatasetDefinition {
  /// A dataset with months: the measures of its facts are needed columns.
  static func usage(
    _ dataset: Dataset, needed: [Column], facts: [(workload: String?, measures: [[String]])],
    optional: [Column]
  ) -> DatasetDefinition {
    var measures: [Column] = []
    var columns: [FactColumns] = []
    for fact in facts {
      let first = measures.count
      for names in fact.measures {
        var column = Column(.measure(measures.count))
        column.names = names
        measures.append(column)
      }
      columns.append(FactColumns(workload: fact.workload, measures: Array(measures[first...])))
    }
    return DatasetDefinition(
      dataset: dataset, needed: needed + measures, optional: optional, facts: columns)
  }
}
