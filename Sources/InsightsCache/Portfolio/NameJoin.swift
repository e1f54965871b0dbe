import CapabilityScore

/// The cache's names as a vocabulary has them: those that it takes for one name share a number.
///
/// An import joins the names of its rows by the rulebook of that day. Under another rulebook, or one that
/// has learnt an alias since, names that were stored apart may stand for one workload: what is read
/// must be what an import under that rulebook would have stored.
struct NameJoin: Sendable {
  /// As the vocabulary has them, numbered as they are stored; what is joined goes by the least number.
  let names: UsageNames
  /// From stored numbers; nil where each name stands for itself.
  private let workloads: [Int]?
  private let associations: [Int]?

  init(_ stored: UsageNames, by vocabulary: Vocabulary) {
    let workloads = Column(stored.workloads) { vocabulary.workload($0) }
    let associations = Column(stored.associations) { vocabulary.association($0) }
    names = UsageNames(workloads: workloads.names, associations: associations.names)
    self.workloads = workloads.numbers
    self.associations = associations.numbers
  }

  /// Nil where the cache has no names of these numbers.
  @inline(__always)
  func key(_ stored: SeriesKey) -> SeriesKey? {
    guard stored.workload < names.workloads.count, stored.association < names.associations.count
    else { return nil }
    guard workloads != nil || associations != nil else { return stored }
    return SeriesKey(
      dataset: stored.dataset, workload: workloads?[stored.workload] ?? stored.workload,
      association: associations?[stored.association] ?? stored.association)
  }

  private struct Column {
    var names: [String]
    var numbers: [Int]?

    init(_ stored: [String], _ resolve: (String) -> String) {
      names = stored.map(resolve)
      var first: [String: Int] = [:]
      for (number, name) in names.enumerated() where first[name] == nil { first[name] = number }
      numbers = first.count == names.count ? nil : names.map { first[$0] ?? 0 }
    }
  }
}
