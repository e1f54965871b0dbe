public import CapabilityScore

extension ScenarioFile {
  /// Writes a scenario in the form that ``scenario()`` reads: the same scenario, the same text.
  public static func text(of scenario: Scenario) -> String {
    let edits = scenario.edits.map { "  \(text(of: $0))" }
    let list = edits.isEmpty ? "[]" : "[\n" + edits.joined(separator: ",\n") + "\n]"
    return """
      { "schema": \(schema), "name": \(scenario.name.inJSON), "edits": \(list)\(found(scenario)) }

      """
  }

  private static func found(_ scenario: Scenario) -> String {
    if scenario.found.isEmpty { return "" }
    let values = scenario.edits.map { edit in
      if case .usage(let usage) = edit, let value = scenario.found[usage] {
        "\(value)"
      } else {
        "null"
      }
    }
    return ", \("found".inJSON): [\(values.joined(separator: ", "))]"
  }

  /// One edit in the form of the file, in one line.
  public static func text(of edit: ScenarioEdit) -> String {
    "{ \(edit.members.joined(separator: ", ")) }"
  }
}

extension ScenarioEdit {
  fileprivate var members: [String] {
    switch self {
    case .usage(let edit):
      [
        member("edit", "usage"), member("tenant", edit.tenant), member("workload", edit.workload),
        member("association", edit.association), member("field", edit.field.rawValue),
        "\"months\": \(edit.months.inJSON)", member("op", edit.operation.name),
        "\"value\": \(edit.operation.operand)",
      ]
    case .addTenant(let id, let name):
      [member("edit", "add-tenant"), member("tenant", id), member("name", name)]
    case .removeTenant(let id): [member("edit", "remove-tenant"), member("tenant", id)]
    case .associate(let edit):
      [
        member("edit", "associate"), member("tenant", edit.tenant),
        member("association", edit.association),
      ]
        + (edit.workloads.map { names in
          ["\"workloads\": [\(names.map(\.inJSON).joined(separator: ", "))]"]
        } ?? []) + ["\"months\": \(edit.months.inJSON)"]
    case .certify(let individual, let certification, let day):
      [
        member("edit", "certify"), member("individual", individual),
        member("certification", certification), member("on", day.description),
      ]
    case .revoke(let individual, let certification):
      [
        member("edit", "revoke"), member("individual", individual),
        member("certification", certification),
      ]
    case .rulebook(let id): [member("edit", "rulebook"), member("rulebook", id)]
    }
  }

  private func member(_ key: String, _ text: String) -> String { "\"\(key)\": \(text.inJSON)" }
}

extension EditMonths {
  fileprivate var inJSON: String {
    if case .range(let first, let last) = self {
      return "{ \"from\": \"\(first)\", \"to\": \"\(last)\" }"
    }
    return (name ?? "").inJSON
  }
}

extension String {
  /// In quotes, with what JSON demands escaped; everything else stays readable.
  fileprivate var inJSON: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
