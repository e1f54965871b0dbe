import CapabilityScore

/// What two rulebooks differ in, for people and for programs.
struct RulebookDifferenceText {
  private let difference: RulebookDifference
  private let first: String
  private let second: String

  init(_ difference: RulebookDifference, _ first: String, _ second: String) {
    self.difference = difference
    self.first = first
    self.second = second
  }

  func print(_ format: OutputFormat) {
    switch format {
    case .text: printText()
    case .json:
      Output.raw(
        JSONValue.object([
          ("schema", .integer(1)), ("first", .string(first)), ("second", .string(second)),
          ("changes", .array(difference.changes.map(json))),
        ]).text)
    case .csv:
      Output.raw(
        CSVText.text(
          [["subject", "aspect", "before", "after"]]
            + difference.changes.map {
              [$0.subject, $0.aspect, $0.before ?? "", $0.after ?? ""]
            }))
    }
  }

  private func printText() {
    guard !difference.changes.isEmpty else {
      Output.line("\(first) and \(second) say the same.")
      return
    }
    Output.line("− only \(first)   + only \(second)")
    var subject: String?
    for change in difference.changes {
      if change.aspect.isEmpty {
        Output.line()
        Output.line(
          "\(change.before == nil ? "+" : "−") \(change.subject)",
          change.before == nil ? .good : .bad)
        subject = nil
        continue
      }
      if change.subject != subject {
        Output.line()
        Output.line(change.subject, .strong)
        subject = change.subject
      }
      Output.line("  \(change.aspect)")
      if let before = change.before { Output.line("    − \(before)", .bad) }
      if let after = change.after { Output.line("    + \(after)", .good) }
    }
  }

  private func json(_ change: RulebookDifference.Change) -> JSONValue {
    .object([
      ("subject", .string(change.subject)), ("aspect", .string(change.aspect)),
      ("before", .optional(change.before)), ("after", .optional(change.after)),
    ])
  }
}
