import CapabilityScore

/// What a dataset says of one tenant, workload, association and month.
struct MonthFact: Equatable {
  var month: Int32
  /// In the order of ``Dataset/fields``; the second is 0 where the dataset has one field.
  var first: Int64
  var second: Int64
}

/// Names a series within its tenant; its order is the order in the cache.
struct SeriesKey: Comparable, Hashable {
  var dataset: Dataset
  /// Numbers of names, from 0; in the cache their row ids are one higher.
  var workload: Int
  var association: Int

  private var order: UInt64 {
    UInt64(dataset.rawValue) << 32 | UInt64(workload) << 16 | UInt64(association)
  }

  static func < (left: SeriesKey, right: SeriesKey) -> Bool { left.order < right.order }
}
