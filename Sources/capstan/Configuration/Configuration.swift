import CapabilityScore
import Dashboard
import RuleFiles
import TerminalKit

/// What `capstan.toml` says; everything is optional.
struct Configuration {
  var role = Role.partnerAdmin
  var rulebook = "insights-2024"
  var theme = "terminal"
  /// Anniversary by area id.
  var enrolments: [String: Day] = [:]
  /// Where the areas are written, for those that no rulebook knows.
  private var enrolmentPlaces: [String: TOMLNode] = [:]
  var keymap = Keymap.standard
  var newTenantEffort = 1.0
  var certificationEffort = 0.5
  /// Things that are odd but not wrong, with file and line.
  var warnings: [String] = []

  enum Role: String, CaseIterable {
    case partnerAdmin = "partner-admin"
    case executiveViewer = "executive-viewer"
    case reportViewer = "report-viewer"
  }

  /// Reads the file, if there is one.
  ///
  /// - Throws: For values that cannot be; unknown keys only warn.
  static func read(_ path: String) throws(Failure) -> Configuration {
    guard let text = Folders.text(of: path) else { return Configuration() }
    do {
      return try Configuration(text: text, file: path)
    } catch {
      throw Failure(error)
    }
  }

  init() {}

  init(text: String, file: String) throws(TOMLFileError) {
    var table = try TOMLTableReader(TOMLNode(text: text, file: file))
    if let node = table.take("role") {
      guard case .string(let name) = node.value, let known = Role(rawValue: name) else {
        throw node.failure(
          "must be one of " + Role.allCases.map(\.rawValue).joined(separator: ", "))
      }
      role = known
    }
    rulebook = try table.string("rulebook") ?? rulebook
    theme = try table.string("theme") ?? theme
    if let node = table.take("enrolment") { try readEnrolments(node) }
    if let node = table.take("keys") { try readKeys(node) }
    if let node = table.take("plan") { try readPlan(node) }
    warn(of: table)
  }

  private mutating func readEnrolments(_ node: TOMLNode) throws(TOMLFileError) {
    var table = try TOMLTableReader(node)
    for area in table.remainingKeys {
      enrolmentPlaces[area] = table.peek(area)
      guard let (text, place) = try table.date(area) else { continue }
      guard let day = Day(text) else { throw place.failure("there is no day \(text)") }
      enrolments[area] = day
    }
  }

  /// Enrolments in areas that a rulebook does not have.
  func warnings(for rulebook: Rulebook) -> [String] {
    enrolmentPlaces.sorted { $0.key < $1.key }.compactMap { area, place in
      guard rulebook.areaIndex(area) == nil else { return nil }
      return place.failure(
        "there is no area '\(area)'"
          + SpellingSuggestion.question(for: area, among: rulebook.areas.map(\.id))
      ).description
    }
  }

  private mutating func readKeys(_ node: TOMLNode) throws(TOMLFileError) {
    var table = try TOMLTableReader(node)
    for name in table.remainingKeys {
      guard let command = Command(rawValue: name) else {
        let place = table.take(name) ?? node
        warnings.append(
          place.failure(
            "there is no action '\(name)'"
              + SpellingSuggestion.question(for: name, among: Command.allCases.map(\.rawValue))
          ).description)
        continue
      }
      let place = table.peek(name) ?? node
      let texts = try table.strings(name) ?? []
      var keys: [Key] = []
      for text in texts {
        guard let key = Key(notation: text) else {
          throw place.failure("'\(text)' for \(name) is no key; write j, Ctrl-R, Shift-Tab or F2")
        }
        keys.append(key)
      }
      for loser in keymap.bind(command, to: keys) {
        warnings.append(place.failure("\(name) takes a key from \(loser.rawValue)").description)
      }
    }
  }

  private mutating func readPlan(_ node: TOMLNode) throws(TOMLFileError) {
    var table = try TOMLTableReader(node)
    guard let effort = table.take("effort") else { return warn(of: table) }
    var weights = try TOMLTableReader(effort)
    newTenantEffort = try weight(&weights, "new-tenant") ?? newTenantEffort
    certificationEffort = try weight(&weights, "certification") ?? certificationEffort
    warn(of: weights)
    warn(of: table)
  }

  private func weight(
    _ table: inout TOMLTableReader, _ key: String
  ) throws(TOMLFileError) -> Double? {
    guard let node = table.take(key) else { return nil }
    let number: Double
    switch node.value {
    case .integer(let whole): number = Double(whole)
    case .decimal(let decimal): number = decimal
    default: throw node.failure("must be a number")
    }
    guard number.isFinite, number > 0 else { throw node.failure("must be above 0") }
    return number
  }

  private mutating func warn(of table: TOMLTableReader) {
    do { try table.finish() } catch { warnings.append(error.description) }
  }
}
