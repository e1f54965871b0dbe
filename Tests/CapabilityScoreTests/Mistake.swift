import Testing

/// A change that spoils ``RulebookSample``, and the error that must come of it.
struct Mistake: Sendable, CustomTestStringConvertible {
  var old: String
  var new: String
  /// How many lines below the start of `old` the error is reported.
  var below: Int
  var key: String
  var problem: String

  var testDescription: String { "\(new.isEmpty ? "without \(old)" : new): \(problem)" }

  init(_ old: String, _ new: String, below: Int = 0, key: String, _ problem: String) {
    self.old = old
    self.new = new
    self.below = below
    self.key = key
    self.problem = problem
  }

  private static let customers = "months = \"last\"\ncompare = \"difference\""
  private static let test = "any-workload = \"pau\"\n  above = 10\n  up-to = 300"

  static let names = [
    Mistake("pass-mark", "passmark", below: -4, key: "", "pass-mark is missing"),
    Mistake("schema = 1", "schema = 2", key: "", "schema must be 1; this program reads no other"),
    Mistake("schema = 1\n", "\n", key: "", "schema must be 1; this program reads no other"),
    Mistake("pass-mark = 70", "pass-mark = 0", below: -4, key: "", "pass-mark must be 1 to 100"),
    Mistake(
      "pass-mark = 70", "pass-mark = 101", below: -4, key: "", "pass-mark must be 1 to 100"),
    Mistake("track-points", "trackpoints", below: -5, key: "", "track-points is missing"),
    Mistake(
      "track-points = 100", "track-points = 0", below: -5, key: "",
      "track-points must be 1 to 10000"),
    Mistake("[nearness]", "[near]", below: -7, key: "", "[nearness] is missing"),
    Mistake(
      "at-risk-percent = 10", "at-risk-percent = 101", below: -2, key: "nearness",
      "at-risk-percent must be 0 to 100"),
    Mistake("expiry-days = 90", "", below: -3, key: "nearness", "expiry-days is missing"),
    Mistake(
      "expiry-days = 90", "expiry-days = 90\nweeks = 1", below: 1, key: "nearness.weeks",
      "unknown key"),
    Mistake("id = \"small\"", "id = 7", key: "id", "must be a text"),
    Mistake("pass-mark = 70", "pass-mark = 70.5", key: "pass-mark", "must be a whole number"),
    Mistake(
      "pass-mark = 70", "pass-mark = 70\ntitle-prefix = []", below: 1, key: "title-prefix",
      "unknown key; did you mean 'title-prefixes'?"),
    Mistake(
      "family = \"csp\"", "familly = \"csp\"", key: "association.familly",
      "unknown key; did you mean 'family'?"),
    Mistake("family = \"csp\"", "zzz = 1", key: "association.zzz", "unknown key"),
    Mistake(
      "id = \"pal\"", "id = \"csp\"", below: -1, key: "association",
      "association 'csp' is there twice"),
    Mistake(
      "name = \"PAL\"", "name = \"C.S.P.\"", below: -2, key: "association",
      "'C.S.P.' already stands for csp"),
    Mistake(
      "name = \"Teams\"", "name = \"exchange\"", below: -1, key: "workload",
      "'exchange' already stands for EXO"),
    Mistake(
      "mcv-per-unit = 200", "mcv-per-unit = 0", below: -3, key: "workload",
      "mcv-per-unit must be above 0, and at most 1000000"),
    Mistake(
      "mcv-per-unit = 200", "mcv-per-unit = 0.0000001", below: -3, key: "workload",
      "mcv-per-unit must be above 0, and at most 1000000"),
    Mistake(
      "mcv-per-unit = 200", "mcv-per-unit = inf", key: "workload.mcv-per-unit",
      "must be a number"),
    Mistake(
      "mcv-per-unit = 200", "counted-by = \"seats\"", below: -3, key: "workload",
      "counted-by must be \"users\" or \"capacity\""),
    Mistake(
      "mcv-per-unit = 200", "assumed = \"yes\"", key: "workload.assumed",
      "must be true or false"),
    Mistake(
      "workloads = [\"EXO\", \"Teams\"]", "workloads = []", below: -2, key: "workload-group",
      "a group needs at least one workload"),
    Mistake(
      "title = \"Developer\"", "title = \"administrator\"", below: -1, key: "certification",
      "'administrator' is listed twice"),
    Mistake(
      "2025-04-30", "\"2025-04-30\"", key: "certification.eligible-through",
      "must be a date such as 2024-04-30"),
    Mistake(
      "2025-04-30", "2025-04-30T10:00:00Z", key: "certification.eligible-through",
      "there is no day 2025-04-30T10:00:00Z"),
  ]

  static let scopes = [
    Mistake(
      "workloads = [\"Office\"]", "workloads = []", key: "scope.pair.workloads",
      "must name at least one workload"),
    Mistake(
      "workloads = [\"Office\"]", "workloads = [\"Offices\"]", key: "scope.pair.workloads",
      "'Offices' is no workload and no group of this rulebook"),
    Mistake(
      "workloads = [\"Office\"]", "workloads = \"every\"", key: "scope.pair.workloads",
      "must be \"all\" or a list of names"),
    Mistake(
      "  workloads = [\"Office\"]\n", "", below: -1, key: "scope.pair", "workloads is missing"),
    Mistake(
      "[\"csp\", \"pal\"]", "[\"csp\", \"pall\"]", below: -2, key: "scope.pair",
      "there is no association 'pall'; did you mean 'pal'?"),
    Mistake(
      "[\"csp\", \"pal\"]", "[]", below: -2, key: "scope.pair", "associations must not be empty"),
    Mistake(
      "[\"csp\", \"pal\"]", "[\"csp\", 3]", key: "scope.pair.associations",
      "must be a list of texts"),
  ]

  static let measures = [
    Mistake(
      "scope = \"office\"", "scope = \"offices\"", below: -5, key: "measure",
      "there is no scope 'offices'"),
    Mistake(
      "id = \"growth\"", "id = \"customers\"", below: -1, key: "measure",
      "measure 'customers' is there twice"),
    Mistake(
      "months = \"last\"", "months = \"next\"", below: -6, key: "measure",
      "months must be one of last, either-of-last-two, ttm"),
    Mistake(
      "compare = \"difference\"", "compare = \"difference\"\nbaseline-at-least = 5", below: -7,
      key: "measure", "only growth has gates (current-at-least, baseline-at-least)"),
    Mistake(
      "compare = \"difference\"", "compare = \"growth\"", below: -7, key: "measure",
      "growth compares totals only"),
    Mistake(
      "compare = \"current\"", "compare = \"difference\"", below: -5, key: "measure",
      "individuals are compared by \"current\" only"),
    Mistake(
      "total = \"acr\"", "total = \"arc\"", below: -8, key: "measure",
      "'arc' is none of acr, revenue, pau, mau, consumption"),
    Mistake(
      "  above = 10\n", "  above = 10\n  at-least = 11\n", below: -2, key: "measure.test",
      "above and at-least exclude each other"),
    Mistake(
      "  above = 10\n  up-to = 300", "  above = 300\n  up-to = 300", below: -2,
      key: "measure.test", "no value lies between these bounds"),
    Mistake(
      "  above = 10\n  up-to = 300", "", below: -2, key: "measure.test",
      "a test needs above, at-least, below or up-to"),
    Mistake(
      "above = 10", "above = 10.5", below: -2, key: "measure.test",
      "above must be a whole number for seats and users"),
    Mistake(
      test, "share = \"mau\"\n  of = \"pau\"\n  at-least-percent = 0", below: -1,
      key: "measure.test", "a share has at-least-percent or above-percent, 1 to 1000"),
    Mistake(
      test, "share = \"mau\"\n  of = \"consumption\"\n  at-least-percent = 40", below: -1,
      key: "measure.test", "a share compares two fields"),
    Mistake(
      test, "above = 5", below: -1, key: "measure.test",
      "a test has exactly one of total, any-workload and share"),
    Mistake(
      "any-of = [\"Developer\"]", "any-of = [\"Dreamer\"]", below: -6, key: "measure",
      "there is no [[certification]] 'Dreamer'"),
    Mistake(
      "any-of = [\"Developer\"]", "", below: -6, key: "measure", "individuals need all-of or any-of"
    ),
    Mistake(
      "holders = 2", "holders = 0", below: -2, key: "measure.prerequisite",
      "holders must be above 0"),
  ]

  /// What reads well, but no evaluation stands behind.
  static let unsupported = [
    Mistake(
      customers, "months = \"ttm\"\ncompare = \"difference\"", below: -6, key: "measure",
      "any-workload and share do not go with months = \"ttm\""),
    Mistake(
      "months = \"ttm\"", "months = \"either-of-last-two\"", below: -6, key: "measure",
      "a total cannot be of months = \"either-of-last-two\""),
    Mistake(
      "counts = \"tenants\"", "counts = \"pairs\"", below: -4, key: "measure",
      "pairs have exactly one test, with total"),
    Mistake(
      "counts = \"total\"", "counts = \"workloads\"", below: -4, key: "measure",
      "growth compares totals only"),
    Mistake(
      customers, customers + "\nqualified-usage = true", below: -6, key: "measure",
      "qualified-usage goes with months = \"last\", and with tenants that have a share, "
        + "or a total of a field"),
  ]

  static let areas = [
    Mistake(
      "points = 60", "points = 50", below: -8, key: "area.track",
      "the points of track 'standard' add up to 90, not to 100"),
    Mistake(
      "points = 60", "points = 160", below: -4, key: "area.track.metric",
      "points must be 0 to 100"),
    Mistake(
      "target = 10", "target = 0", below: -3, key: "area.track.metric.component",
      "target must be above 0, and at most 1000000000"),
    Mistake(
      "target = 10", "target = -1", below: -3, key: "area.track.metric.component",
      "target must be above 0, and at most 1000000000"),
    Mistake(
      "target = 10", "target = 0.0000001", below: -3, key: "area.track.metric.component",
      "target must be above 0, and at most 1000000000"),
    Mistake("target = 10", "", below: -3, key: "area.track.metric.component", "target is missing"),
    Mistake(
      "target = 10", "target = \"ten\"", key: "area.track.metric.component.target",
      "must be a number"),
    Mistake(
      "measure = \"customers\"", "measure = \"customer\"", below: -2,
      key: "area.track.metric.component",
      "there is no measure 'customer'; did you mean 'customers'?"),
    Mistake(
      "id = \"skills\"", "id = \"adds\"", below: -1, key: "area.track.metric",
      "metric 'adds' is there twice"),
    Mistake(
      "category = \"performance\"", "category = \"luck\"", below: -3,
      key: "area.track.metric", "category must be one of performance, skilling, customer-success"),
    Mistake(
      "points = 60", "points = 60\ncombine = \"worst\"", below: -4, key: "area.track.metric",
      "combine must be sum or best"),
    Mistake(
      "selection = \"only\"", "selection = \"classified\"", below: -3, key: "area",
      "classification is missing"),
    Mistake(
      "selection = \"only\"", "selection = \"any\"", below: -3, key: "area",
      "selection must be only, best or classified"),
  ]
}
