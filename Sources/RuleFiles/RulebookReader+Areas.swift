import CapabilityScore

extension RulebookReader {
  func readArea(_ node: TOMLNode) throws(TOMLFileError) -> AreaRule {
    var table = try TOMLTableReader(node)
    let id = try table.required(try table.string("id"), "id")
    let name = try table.required(try table.string("name"), "name")
    let shortName = try table.string("short-name") ?? name
    var tracks: [TrackRule] = []
    for trackNode in try table.tables("track") {
      let track = try readTrack(trackNode)
      guard !tracks.contains(where: { $0.id == track.id }) else {
        throw trackNode.failure("track '\(track.id)' is there twice")
      }
      tracks.append(track)
    }
    guard !tracks.isEmpty else { throw node.failure("an area needs at least one [[area.track]]") }
    let selection = try readSelection(&table, tracks)
    try table.finish()
    return AreaRule(
      id: id, name: name, shortName: shortName, selection: selection, tracks: tracks)
  }

  private func readSelection(
    _ table: inout TOMLTableReader, _ tracks: [TrackRule]
  ) throws(TOMLFileError) -> TrackSelection {
    let name = try table.required(try table.string("selection"), "selection")
    let classification = table.take("classification")
    switch (name, classification) {
    case ("only", nil) where tracks.count == 1: return .only
    case ("only", nil): throw table.node.failure("selection \"only\" goes with one track")
    case ("best", nil): return .best
    case ("classified", let node?):
      return .classified(try readClassification(node, tracks))
    case ("classified", nil): throw table.node.failure("classification is missing")
    case (_, let node?): throw node.failure("goes with selection = \"classified\"")
    default: throw table.node.failure("selection must be only, best or classified")
    }
  }

  private func readClassification(
    _ node: TOMLNode, _ tracks: [TrackRule]
  ) throws(TOMLFileError) -> Classification {
    var table = try TOMLTableReader(node)
    let measure = try measureNumber(
      try table.required(try table.string("measure"), "measure"), node)
    switch measures[measure].usage?.counted {
    case .tenants, .pairs: break
    case .workloads, .total, nil:
      throw node.failure("a track is chosen by a measure that counts tenants or pairs")
    }
    let atLeast = try table.required(try table.integer("at-least"), "at-least")
    guard atLeast > 0 else { throw node.failure("at-least must be above 0") }
    let names = [
      try table.required(try table.string("track"), "track"),
      try table.required(try table.string("otherwise"), "otherwise"),
    ]
    var numbers: [Int] = []
    for name in names {
      guard let number = tracks.firstIndex(where: { $0.id == name }) else {
        throw node.failure("there is no track '\(name)' in this area")
      }
      numbers.append(number)
    }
    try table.finish()
    return Classification(
      measure: measure, atLeast: Int64(atLeast), reached: numbers[0], otherwise: numbers[1])
  }

  private func readTrack(_ node: TOMLNode) throws(TOMLFileError) -> TrackRule {
    var table = try TOMLTableReader(node)
    let id = try table.required(try table.string("id"), "id")
    let name = try table.required(try table.string("name"), "name")
    var metrics: [MetricRule] = []
    for metricNode in try table.tables("metric") {
      let metric = try readMetric(metricNode)
      guard !metrics.contains(where: { $0.id == metric.id }) else {
        throw metricNode.failure("metric '\(metric.id)' is there twice")
      }
      metrics.append(metric)
    }
    let points = metrics.reduce(0) { $0 + $1.maxPoints }
    guard points == trackPoints else {
      throw node.failure("the points of track '\(id)' add up to \(points), not to \(trackPoints)")
    }
    try table.finish()
    return TrackRule(id: id, name: name, metrics: metrics)
  }

  private func readMetric(_ node: TOMLNode) throws(TOMLFileError) -> MetricRule {
    var table = try TOMLTableReader(node)
    let id = try table.required(try table.string("id"), "id")
    let name = try table.required(try table.string("name"), "name")
    let categoryName = try table.required(try table.string("category"), "category")
    guard let category = MetricCategory(rawValue: categoryName) else {
      throw node.failure(
        "category must be one of "
          + MetricCategory.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let points = try table.required(try table.integer("points"), "points")
    guard (0...trackPoints).contains(points) else {
      throw node.failure("points must be 0 to \(trackPoints)")
    }
    var combining = MetricRule.Combining.sum
    if let name = try table.string("combine") {
      guard let known = MetricRule.Combining(rawValue: name) else {
        throw node.failure("combine must be sum or best")
      }
      combining = known
    }
    var components: [ComponentRule] = []
    for componentNode in try table.tables("component") {
      let component = try readComponent(componentNode, earnsPoints: points > 0)
      guard !components.contains(where: { $0.id == component.id }) else {
        throw componentNode.failure("component '\(component.id)' is there twice")
      }
      components.append(component)
    }
    guard !components.isEmpty else {
      throw node.failure("a metric needs at least one [[area.track.metric.component]]")
    }
    try table.finish()
    return MetricRule(
      id: id, name: name, category: category, maxPoints: points, combining: combining,
      components: components)
  }

  private func readComponent(
    _ node: TOMLNode, earnsPoints: Bool
  ) throws(TOMLFileError) -> ComponentRule {
    var table = try TOMLTableReader(node)
    let id = try table.required(try table.string("id"), "id")
    let shortName = try table.string("short-name")
    let measure = try measureNumber(
      try table.required(try table.string("measure"), "measure"), node)
    var target: Quantity?
    if earnsPoints {
      let number = try table.required(try table.decimal("target"), "target")
      let millionths = Int64((min(max(number, 0), 1e12) * 1e6).rounded())
      guard (1...Quantity.one * 1_000_000_000).contains(millionths) else {
        throw node.failure("target must be above 0, and at most 1000000000")
      }
      target = Quantity(millionths: millionths)
    }
    try table.finish()
    return ComponentRule(id: id, shortName: shortName, measure: measure, target: target)
  }

  private func measureNumber(_ id: String, _ node: TOMLNode) throws(TOMLFileError) -> Int {
    guard let number = measures.firstIndex(where: { $0.id == id }) else {
      throw node.failure(
        "there is no measure '\(id)'"
          + SpellingSuggestion.question(for: id, among: measures.map(\.id)))
    }
    return number
  }
}
