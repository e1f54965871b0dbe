import CapabilityScore
import RuleFiles

extension Disclosure {
  /// An edit in the form of a scenario file; null where the role does not see its amount.
  func json(_ edit: ScenarioEdit) -> JSONValue {
    shows(edit) ? .written(ScenarioFile.text(of: edit)) : .null
  }
}
