/// Finds the names of some usage as people and files spell them (scoring.md §7, §12).
struct NameIndex: Sendable {
  private let vocabulary: Vocabulary
  private var workloads: [FoldedName: [Int]] = [:]
  private var associations: [FoldedName: Int] = [:]
  private let unitsFields: [String: Field]

  init(_ names: UsageNames, _ rulebook: Rulebook) {
    vocabulary = rulebook.vocabulary
    unitsFields = Dictionary(
      zip(rulebook.workloads.map(\.name), rulebook.workloads.map(\.unitsField)),
      uniquingKeysWith: { $1 })
    for (number, name) in names.workloads.enumerated() {
      workloads[FoldedName(vocabulary.workload(name)), default: []].append(number)
    }
    for (number, name) in names.associations.enumerated() {
      let id = FoldedName(vocabulary.association(name))
      associations[id] = associations[id] ?? number
    }
  }

  /// Every number the name stands for; a rulebook may know two names of the data as one workload.
  func workloads(_ name: String) -> [Int] {
    workloads[FoldedName(vocabulary.workload(name))] ?? []
  }

  func association(_ name: String) -> Int? {
    associations[FoldedName(vocabulary.association(name))]
  }

  /// Whether the data has it or the rulebook lists it.
  func knowsAssociation(_ name: String) -> Bool {
    association(name) != nil || vocabulary.knowsAssociation(name)
  }

  /// The name a new workload gets.
  func workloadName(_ name: String) -> String { vocabulary.workload(name) }

  func associationID(_ name: String) -> String { vocabulary.association(name) }

  /// The field that `units` means for a workload; users for one that no rule knows.
  func unitsField(_ workload: String) -> Field {
    unitsFields[vocabulary.workload(workload)] ?? .users
  }
}
