import CapabilityScore
import TerminalKit

/// The scenario at work: edits on top of the cached data, which itself never changes.
struct WhatIf: Sendable {
  var name: String
  var board: ScenarioBoard
  /// The edits as they were last saved or opened; leaving asks only where they differ.
  var saved: [ScenarioEdit] = []
  /// The name it is stored by; nil while it is not. Another of that name is not written over unasked.
  var storedName: String?
  /// Whether the baseline is looked at for the moment.
  var showsBaseline = false
  /// ``Scenario/found``, also of edits that were undone.
  var found: [UsageEdit: Int64] = [:]
  /// How many edits each action of the user made: undoing takes back all of one.
  var actions: [Int] = []
  /// The same of those that were undone, the next one last.
  var undoneActions: [Int] = []

  var isUnsaved: Bool { board.edits != saved }

  /// What is stored of it.
  var scenario: Scenario {
    let edits = Set(board.edits)
    return Scenario(
      name: name, edits: board.edits, found: found.filter { edits.contains(.usage($0.key)) })
  }
}

extension WhatIf {
  /// Adds edits, and remembers what they found.
  ///
  /// - Parameter actions: How many of them each action made; nil for one that made them all.
  mutating func take(_ edits: [ScenarioEdit], of actions: [Int]? = nil) {
    self.actions += actions ?? [edits.count]
    undoneActions = []
    for case .usage(let edit) in edits where found[edit] == nil {
      found[edit] = board.edited.lastMonthValues(of: edit)?.base
    }
    board.apply(contentsOf: edits)
  }

  /// - Returns: The edits of the last action, which are taken back; none where there is none.
  mutating func undo() -> [ScenarioEdit] {
    guard let count = actions.popLast() else { return [] }
    undoneActions.append(count)
    return (0..<count).compactMap { _ in board.undo() }.reversed()
  }

  /// - Returns: The edits of the action that was undone last, which are made again.
  mutating func redo() -> [ScenarioEdit] {
    guard let count = undoneActions.popLast() else { return [] }
    actions.append(count)
    return (0..<count).compactMap { _ in board.redo() }
  }

  /// Then, now and mine of an edit whose value the data has changed since it was made; nil for others, and
  /// where the data has become what the edit wants.
  func conflict(_ edit: ScenarioEdit) -> (then: Int64, now: Int64, mine: Int64)? {
    guard case .usage(let usage) = edit, let then = found[usage],
      let values = board.edited.lastMonthValues(of: usage), values.base != then,
      values.base != values.edited
    else { return nil }
    return (then, values.base, values.edited)
  }
}

/// An expression typed into a value: `120`, `+20`, `-5`, `+10%`, `*1.5`.
struct ValueExpression {
  let text: String

  /// What it does to the value; nil while it is no expression yet.
  var operation: EditOperation? {
    let trimmed = text.filter { $0 != " " && $0 != "," }
    guard let first = trimmed.first else { return nil }
    switch first {
    case "*", "x": return Quantity(decimal: trimmed.dropFirst()).map { .scale($0) }
    case "+", "-":
      // One sign: `--5` is a slip, not a 5.
      guard trimmed.dropFirst().first?.isNumber ?? false else { return nil }
      if trimmed.last == "%" {
        guard let percent = Quantity(decimal: trimmed.dropFirst().dropLast()) else { return nil }
        let change = first == "-" ? -percent.millionths : percent.millionths
        return .scale(Quantity(millionths: Quantity.one &+ change / 100))
      }
      guard let amount = Quantity(decimal: trimmed.dropFirst()), amount.millionths >= 0 else {
        return nil
      }
      return .add(first == "-" ? Quantity(millionths: -amount.millionths) : amount)
    default: return Quantity(decimal: trimmed).map { .set($0) }
    }
  }
}

/// The value under the cursor, or those of the marked rows, being typed anew.
struct ValueEditor: Sendable {
  /// `Teams by CPOR of Fabrikam`, `5 marked rows`.
  var title: String
  /// What is edited.
  var targets: [Target]
  /// The present value, in words.
  var present: String
  var editor: LineEditor
  var months = EditMonths.last
  /// What the edits would do, or why they cannot be.
  var effect = ""
  var isInvalid = false

  struct Target: Sendable {
    var tenantID: String
    var workload: String
    var association: String
    var field: EditField
  }

  /// Nil while what is typed is no expression.
  var edits: [ScenarioEdit]? {
    ValueExpression(text: editor.text).operation.map { operation in
      targets.map { target in
        .usage(
          UsageEdit(
            tenant: target.tenantID, workload: target.workload, association: target.association,
            field: target.field, months: months, operation: operation))
      }
    }
  }

  mutating func stepMonths() {
    let all: [EditMonths] = [.last, .lastTwo, .ttm]
    months = all[((all.firstIndex(of: months) ?? 0) + 1) % all.count]
  }

  var monthWords: String {
    switch months {
    case .lastTwo: "last two months"
    case .ttm: "last twelve months"
    default: "last month"
    }
  }
}

/// One of a list, found by typing.
struct ChoicePicker: Sendable {
  enum Purpose: Sendable, Equatable {
    case certify(individual: String)
    /// An association for all usage of a tenant, or ``usageItem``.
    case associate(tenantID: String)
    /// Usage that is not there yet, asked for step by step.
    case usageWorkload(tenantID: String)
    case usageAssociation(tenantID: String, workload: String)
    case usageField(tenantID: String, workload: String, association: String)
    case rulebook
  }

  var purpose: Purpose
  var title: String
  var items: [String]
  var query = LineEditor()
  var position = 0

  /// Stands among the associations for usage of a workload.
  static let usageItem = "Usage of a workload that is not there yet"

  var matches: [String] {
    let words = query.text.lowercased().split(separator: " ")
    return items.filter { item in words.allSatisfy { item.lowercased().contains($0) } }
  }

  var chosen: String? {
    let matches = matches
    return matches.indices.contains(position) ? matches[position] : nil
  }
}

/// A name being typed.
struct NamePrompt: Sendable {
  enum Purpose: Sendable, Equatable {
    case addTenant, certifyPerson, planTarget, export
    case saveScenario, duplicateScenario, exportScenario
    case renameScenario(from: String)
  }

  var purpose: Purpose
  var title: String
  var editor = LineEditor()
}
