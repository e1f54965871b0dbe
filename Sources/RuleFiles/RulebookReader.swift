import CapabilityScore

/// Turns the tables of a rulebook file into a ``Rulebook``, resolving names to numbers.
///
/// Strict: whatever is unknown, missing or contradictory is an error at its line.
struct RulebookReader {
  var trackPoints = 0
  /// Workloads that only groups mention (Azure services) are added as they are met.
  var workloads: [WorkloadRule] = []
  var workloadNumbers: [FoldedName: Int] = [:]
  var groups: [FoldedName: [Int]] = [:]
  var associations: [AssociationRule] = []
  var associationOwners: [FoldedName: String] = [:]
  var families: [String: [Int]] = [:]
  var certifications: [CertificationRule] = []
  var certificationNumbers: [FoldedName: Int] = [:]
  var scopes: [Scope] = []
  var measures: [Measure] = []

  mutating func read(_ root: TOMLNode) throws(TOMLFileError) -> Rulebook {
    var table = try TOMLTableReader(root)
    let schema = try table.integer("schema")
    guard schema == 1 else {
      throw root.failure("schema must be 1; this program reads no other")
    }
    let id = try table.required(try table.string("id"), "id")
    let name = try table.required(try table.string("name"), "name")
    let source = try table.required(try table.string("source"), "source")
    let passMark = try table.required(try table.integer("pass-mark"), "pass-mark")
    trackPoints = try table.required(try table.integer("track-points"), "track-points")
    guard (1...10_000).contains(trackPoints) else {
      throw root.failure("track-points must be 1 to 10000")
    }
    guard (1...trackPoints).contains(passMark) else {
      throw root.failure("pass-mark must be 1 to \(trackPoints)")
    }
    let nearness = try readNearness(try table.required(table.take("nearness"), "[nearness]"))
    let prefixes = try table.strings("title-prefixes") ?? []
    for node in try table.tables("association") { try readAssociation(node) }
    for node in try table.tables("workload") { try readWorkload(node) }
    for node in try table.tables("workload-group") { try readGroup(node) }
    for node in try table.tables("certification") { try readCertification(node) }
    for node in try table.tables("scope") { try readScope(node) }
    for node in try table.tables("measure") { try readMeasure(node) }
    var areas: [AreaRule] = []
    for node in try table.tables("area") {
      let area = try readArea(node)
      guard !areas.contains(where: { $0.id == area.id }) else {
        throw node.failure("area '\(area.id)' is there twice")
      }
      areas.append(area)
    }
    guard !areas.isEmpty else { throw root.failure("there must be at least one [[area]]") }
    try table.finish()
    return Rulebook(
      id: id, name: name, source: source, trackPoints: trackPoints, passMark: passMark,
      nearness: nearness, workloads: workloads, associations: associations,
      certifications: certifications, titlePrefixes: prefixes, scopes: scopes, measures: measures,
      areas: areas)
  }

  private func readNearness(_ node: TOMLNode) throws(TOMLFileError) -> NearnessRule {
    var table = try TOMLTableReader(node)
    func number(_ key: String, _ range: ClosedRange<Int>) throws(TOMLFileError) -> Int {
      let number = try table.required(try table.integer(key), key)
      guard range.contains(number) else {
        throw node.failure("\(key) must be \(range.lowerBound) to \(range.upperBound)")
      }
      return number
    }
    let rule = NearnessRule(
      nearMissPercent: try number("near-miss-percent", 0...100),
      atRiskPercent: try number("at-risk-percent", 0...100),
      expiryDays: try number("expiry-days", 1...3650))
    try table.finish()
    return rule
  }

  // MARK: Names

  private mutating func readAssociation(_ node: TOMLNode) throws(TOMLFileError) {
    var table = try TOMLTableReader(node)
    let id = try table.required(try table.string("id"), "id")
    let rule = AssociationRule(
      id: id, name: try table.required(try table.string("name"), "name"),
      aliases: try table.strings("aliases") ?? [])
    guard !associations.contains(where: { $0.id == id }) else {
      throw node.failure("association '\(id)' is there twice")
    }
    for name in [rule.id, rule.name] + rule.aliases {
      let owner = associationOwners.updateValue(id, forKey: FoldedName(name))
      if let owner, owner != id { throw node.failure("'\(name)' already stands for \(owner)") }
    }
    if let family = try table.string("family") {
      families[family, default: []].append(associations.count)
    }
    associations.append(rule)
    try table.finish()
  }

  private mutating func readWorkload(_ node: TOMLNode) throws(TOMLFileError) {
    var table = try TOMLTableReader(node)
    let name = try table.required(try table.string("name"), "name")
    var rule = WorkloadRule(name: name, aliases: try table.strings("aliases") ?? [])
    if let rate = try table.decimal("mcv-per-unit") {
      let millionths = Int64((min(max(rate, 0), 1e12) * 1e6).rounded())
      guard (1...Quantity.one * 1_000_000).contains(millionths) else {
        throw node.failure("mcv-per-unit must be above 0, and at most 1000000")
      }
      rule.rate = Quantity(millionths: millionths)
    }
    if let unit = try table.string("counted-by") {
      guard unit == "users" || unit == "capacity" else {
        throw node.failure("counted-by must be \"users\" or \"capacity\"")
      }
      rule.isCountedByCapacity = unit == "capacity"
    }
    rule.isAssumed = try table.boolean("assumed") ?? false
    _ = try table.string("note")
    try table.finish()
    try add(rule, node)
  }

  private mutating func add(_ rule: WorkloadRule, _ node: TOMLNode) throws(TOMLFileError) {
    for name in [rule.name] + rule.aliases {
      if let other = workloadNumbers.updateValue(workloads.count, forKey: FoldedName(name)) {
        let owner = other == workloads.count ? rule.name : workloads[other].name
        throw node.failure("'\(name)' already stands for \(owner)")
      }
    }
    workloads.append(rule)
  }

  private mutating func readGroup(_ node: TOMLNode) throws(TOMLFileError) {
    var table = try TOMLTableReader(node)
    let name = try table.required(try table.string("name"), "name")
    var members: [Int] = []
    for member in try table.required(try table.strings("workloads"), "workloads") {
      if workloadNumbers[FoldedName(member)] == nil { try add(WorkloadRule(name: member), node) }
      if let number = workloadNumbers[FoldedName(member)] { members.append(number) }
    }
    guard !members.isEmpty else { throw node.failure("a group needs at least one workload") }
    guard groups.updateValue(members, forKey: FoldedName(name)) == nil else {
      throw node.failure("group '\(name)' is there twice")
    }
    try table.finish()
  }

  private mutating func readCertification(_ node: TOMLNode) throws(TOMLFileError) {
    var table = try TOMLTableReader(node)
    var rule = CertificationRule(
      title: try table.required(try table.string("title"), "title"),
      aliases: try table.strings("aliases") ?? [])
    if let (text, place) = try table.date("eligible-through") {
      guard let day = Day(text) else { throw place.failure("there is no day \(text)") }
      rule.eligibleThrough = day
    }
    rule.examTitlesContaining = try table.strings("exam-titles-containing") ?? []
    rule.countsAssessments = try table.boolean("counts-assessments") ?? false
    for title in [rule.title] + rule.aliases {
      guard
        certificationNumbers.updateValue(certifications.count, forKey: FoldedName(title)) == nil
      else { throw node.failure("'\(title)' is listed twice") }
    }
    certifications.append(rule)
    try table.finish()
  }

  // MARK: Scopes

  private mutating func readScope(_ node: TOMLNode) throws(TOMLFileError) {
    var table = try TOMLTableReader(node)
    let id = try table.required(try table.string("id"), "id")
    var pairs: [ScopePair] = []
    for pair in try table.tables("pair") { pairs.append(try readPair(pair)) }
    guard !pairs.isEmpty else { throw node.failure("a scope needs at least one [[scope.pair]]") }
    guard !scopes.contains(where: { $0.id == id }) else {
      throw node.failure("scope '\(id)' is there twice")
    }
    // Scoring keeps a bit for each scope.
    guard scopes.count < UInt64.bitWidth else {
      throw node.failure("there are more than \(UInt64.bitWidth) scopes")
    }
    scopes.append(Scope(id: id, pairs: pairs))
    try table.finish()
  }

  private func readPair(_ node: TOMLNode) throws(TOMLFileError) -> ScopePair {
    var table = try TOMLTableReader(node)
    var members: [Int]?
    var names: [String] = []
    if let list = table.take("workloads") {
      if case .string(let text) = list.value {
        guard text == "all" else { throw list.failure("must be \"all\" or a list of names") }
        names = ["all workloads"]
      } else {
        var copy = try TOMLTableReader(node)
        names = try copy.strings("workloads") ?? []
        members = try workloadNumbers(names, list)
      }
    } else {
      throw node.failure("workloads is missing")
    }
    let ids = try table.required(try table.strings("associations"), "associations")
    var admitted: [Int] = []
    for id in ids { admitted += try associationNumbers(id, node) }
    guard !admitted.isEmpty else { throw node.failure("associations must not be empty") }
    try table.finish()
    return ScopePair(
      workloads: members, associations: admitted, workloadNames: names.joined(separator: ", "),
      associationNames: ids.joined(separator: ", "))
  }

  /// The workloads that names stand for; a group's name stands for its members.
  func workloadNumbers(_ names: [String], _ node: TOMLNode) throws(TOMLFileError) -> [Int] {
    var numbers: [Int] = []
    for name in names {
      if let members = groups[FoldedName(name)] {
        numbers += members
      } else if let number = workloadNumbers[FoldedName(name)] {
        numbers.append(number)
      } else {
        throw node.failure("'\(name)' is no workload and no group of this rulebook")
      }
    }
    guard !numbers.isEmpty else { throw node.failure("must name at least one workload") }
    return numbers
  }

  private func associationNumbers(_ id: String, _ node: TOMLNode) throws(TOMLFileError) -> [Int] {
    if let family = families[id] { return family }
    guard let number = associations.firstIndex(where: { $0.id == id }) else {
      throw node.failure(
        "there is no association '\(id)'"
          + SpellingSuggestion.question(for: id, among: associations.map(\.id)))
    }
    return [number]
  }
}
