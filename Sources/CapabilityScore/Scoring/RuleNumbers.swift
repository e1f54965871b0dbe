/// Which rule each name of some usage stands for; nil where no rulebook knows it.
struct RuleNumbers: Sendable {
  var workloads: [Int?]
  var associations: [Int?]

  init(rulebook: Rulebook, names: UsageNames) {
    let vocabulary = rulebook.vocabulary
    let workloadRules = Dictionary(
      zip(rulebook.workloads.map(\.name), rulebook.workloads.indices), uniquingKeysWith: { $1 })
    let associationRules = Dictionary(
      zip(rulebook.associations.map(\.id), rulebook.associations.indices),
      uniquingKeysWith: { $1 })
    workloads = names.workloads.map { workloadRules[vocabulary.workload($0)] }
    associations = names.associations.map { associationRules[vocabulary.association($0)] }
  }
}
