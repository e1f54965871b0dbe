import CapabilityScore
import TerminalKit

/// The scenario at work: edits on top of the cached data, which itself never changes.
struct WhatIf: Sendable {
  var name: String
  var board: ScenarioBoard
  /// The edits as they were last saved or opened; leaving asks only where they differ.
  var saved: [ScenarioEdit] = []
  /// Whether the baseline is looked at for the moment.
  var showsBaseline = false

  var isUnsaved: Bool { board.edits != saved }

  /// What the frame says: how many edits, and what they come to over all areas.
  var scenario: Scenario { Scenario(name: name, edits: board.edits) }
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
      if trimmed.last == "%" {
        guard let percent = Quantity(decimal: trimmed.dropFirst().dropLast()) else { return nil }
        let change = first == "-" ? -percent.millionths : percent.millionths
        return .scale(Quantity(millionths: Quantity.one &+ change / 100))
      }
      // One sign: `--5` is a slip, not a 5.
      guard let amount = Quantity(decimal: trimmed.dropFirst()), amount.millionths >= 0,
        trimmed.dropFirst().first?.isNumber ?? false
      else { return nil }
      return .add(first == "-" ? Quantity(millionths: -amount.millionths) : amount)
    default: return Quantity(decimal: trimmed).map { .set($0) }
    }
  }
}

/// The value under the cursor, as it is being typed anew.
struct ValueEditor: Sendable {
  /// `Teams by CPOR of Fabrikam`.
  var title: String
  var tenantID: String
  var workload: String
  var association: String
  var field: EditField
  /// The present value, in words.
  var present: String
  var editor: LineEditor
  var months = EditMonths.last
  /// What the edit would do, or why it cannot be.
  var effect = ""
  var isInvalid = false

  /// Nil while what is typed is no expression.
  var edit: ScenarioEdit? {
    ValueExpression(text: editor.text).operation.map { operation in
      .usage(
        UsageEdit(
          tenant: tenantID, workload: workload, association: association, field: field,
          months: months, operation: operation))
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
    case associate(tenantID: String)
    case scenarios
  }

  var purpose: Purpose
  var title: String
  var items: [String]
  var query = LineEditor()
  var position = 0

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
    case addTenant, certifyPerson, saveScenario, planTarget, export
  }

  var purpose: Purpose
  var title: String
  var editor = LineEditor()
}
