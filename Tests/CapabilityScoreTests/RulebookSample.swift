import CapabilityScore
import RuleFiles

/// A rulebook small enough to break in every place. Line 1 is `schema = 1`.
enum RulebookSample {
  static let text = """
    schema = 1
    id = "small"
    name = "Small"
    source = "Made up"
    pass-mark = 70
    track-points = 100

    [nearness]
    near-miss-percent = 50
    at-risk-percent = 10
    expiry-days = 90

    [[association]]
    id = "csp"
    name = "CSP"
    family = "csp"
    aliases = ["Reseller"]

    [[association]]
    id = "pal"
    name = "PAL"

    [[workload]]
    name = "EXO"
    aliases = ["Exchange"]
    mcv-per-unit = 200

    [[workload]]
    name = "Teams"

    [[workload-group]]
    name = "Office"
    workloads = ["EXO", "Teams"]

    [[certification]]
    title = "Administrator"
    eligible-through = 2025-04-30

    [[certification]]
    title = "Developer"

    [[scope]]
    id = "office"

      [[scope.pair]]
      workloads = ["Office"]
      associations = ["csp", "pal"]

    [[measure]]
    id = "customers"
    criteria = "Customers."
    source = "Made up"
    counts = "tenants"
    scope = "office"
    months = "last"
    compare = "difference"

      [[measure.test]]
      any-workload = "pau"
      above = 10
      up-to = 300

    [[measure]]
    id = "growth"
    criteria = "Growth."
    source = "Made up"
    counts = "total"
    scope = "office"
    months = "ttm"
    compare = "growth"
    total = "acr"
    current-at-least = 1000

    [[measure]]
    id = "people"
    criteria = "People."
    source = "Made up"
    counts = "individuals"
    compare = "current"
    any-of = ["Developer"]

      [[measure.prerequisite]]
      certification = "Administrator"
      holders = 2

    [[area]]
    id = "work"
    name = "Work"
    selection = "only"

      [[area.track]]
      id = "standard"
      name = "Standard"

        [[area.track.metric]]
        id = "adds"
        name = "Adds"
        category = "performance"
        points = 60

          [[area.track.metric.component]]
          id = "all"
          measure = "customers"
          target = 10

        [[area.track.metric]]
        id = "skills"
        name = "Skills"
        category = "skilling"
        points = 40

          [[area.track.metric.component]]
          id = "all"
          measure = "people"
          target = 6
    """

  static let file = RulebookFile(name: "small.toml", text: text)

  /// The text with the first `old` replaced, and the line that `old` begins on.
  static func replacing(_ old: String, with new: String) -> (text: String, line: Int) {
    guard let place = text.range(of: old) else { fatalError("there is no '\(old)'") }
    let line = text[..<place.lowerBound].count { $0 == "\n" } + 1
    return (text.replacingCharacters(place, with: new), line)
  }

  static func error(of text: String, name: String = "small.toml") -> TOMLFileError? {
    do {
      _ = try RulebookFile(name: name, text: text).rulebook(among: [])
      return nil
    } catch {
      return error
    }
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<String.Index>? { ranges(of: part).first }

  fileprivate func replacingCharacters(_ range: Range<String.Index>, with new: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: new)
    return copy
  }
}
