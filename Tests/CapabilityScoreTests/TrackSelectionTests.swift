import Testing

@testable import CapabilityScore

/// Scoring.md §2: tracks, totals and what qualifies, on rules small enough to see through.
@Suite struct TrackSelectionTests {
  /// A track of metrics, each for holding a certification by its name.
  private struct Track {
    var id: String
    var metrics: [(certification: Int, points: Int, target: Int)]
  }

  private func rulebook(_ tracks: Track...) -> Rulebook {
    let titles = ["A", "B", "C"]
    let rules = tracks.map { track in
      TrackRule(
        id: track.id, name: track.id,
        metrics: track.metrics.enumerated().map { number, metric in
          MetricRule(
            id: "m\(number)", name: "", category: .skilling, maxPoints: metric.points,
            combining: .sum,
            components: [
              ComponentRule(
                id: "all", measure: metric.certification,
                target: metric.points > 0 ? Quantity(metric.target) : nil)
            ])
        })
    }
    return Rulebook(
      id: "small", name: "", source: "", trackPoints: 100, passMark: 70,
      nearness: NearnessRule(nearMissPercent: 50, atRiskPercent: 10, expiryDays: 90), workloads: [],
      associations: [],
      certifications: titles.map { CertificationRule(title: $0) }, titlePrefixes: [], scopes: [],
      measures: titles.indices.map { number in
        Measure(
          id: titles[number], criteria: "", source: "",
          counting: .skills(SkillRule(prerequisites: [], allOf: [], anyOf: [number])),
          comparison: .current)
      },
      areas: [AreaRule(id: "area", name: "", shortName: "", selection: .best, tracks: rules)])
  }

  private func area(_ rulebook: Rulebook, _ holdings: String...) -> AreaScore {
    let people = holdings.enumerated().map { person("p\($0)", holds($1)) }
    return SamplePartner([], people: people).score(rulebook).area("area")
  }

  @Test func `of two equal totals the qualified track wins`() {
    let rules = rulebook(
      Track(id: "smb", metrics: [(0, 80, 1), (1, 20, 1)]),
      Track(id: "enterprise", metrics: [(0, 60, 1), (2, 40, 2)]))
    let area = area(rules, "A", "C")
    #expect(area.tracks.map(\.points) == [Points(80), Points(80)])
    #expect(area.tracks.map(\.isQualified) == [false, true])
    #expect(area.selectedTrack == 1)
  }

  @Test func `of two equal tracks the first wins, qualified or not`() {
    let both = rulebook(
      Track(id: "smb", metrics: [(0, 100, 1)]), Track(id: "enterprise", metrics: [(0, 100, 1)]))
    #expect(area(both, "A").selectedTrack == 0)
    #expect(area(both).selectedTrack == 0)
    let first = rulebook(
      Track(id: "smb", metrics: [(0, 60, 1), (2, 40, 2)]),
      Track(id: "enterprise", metrics: [(0, 80, 1), (1, 20, 1)]))
    #expect(area(first, "A", "C").selectedTrack == 0)
  }

  @Test func `a higher total wins over a qualified track`() {
    let rules = rulebook(
      Track(id: "smb", metrics: [(0, 70, 1), (2, 30, 30)]),
      Track(id: "enterprise", metrics: [(0, 90, 1), (1, 10, 1)]))
    let area = area(rules, "A", "C")
    #expect(area.tracks.map(\.isQualified) == [true, false])
    #expect(area.selectedTrack == 1)
    #expect(!area.isQualified)
  }

  @Test(arguments: [(70, true), (69, false)])
  func `a track qualifies at 70`(first: Int, isQualified: Bool) {
    let rules = rulebook(Track(id: "t", metrics: [(0, first - 1, 1), (1, 1, 1), (2, 0, 1)]))
    let area = area(rules, "A", "B")
    #expect(area.points == Points(first))
    #expect(area.isQualified == isQualified)
  }

  @Test func `a track with an empty metric does not qualify`() {
    let rules = rulebook(Track(id: "t", metrics: [(0, 99, 1), (1, 1, 1)]))
    #expect(area(rules, "A").points == Points(99))
    #expect(!area(rules, "A").isQualified)
    #expect(area(rules, "A", "B").isQualified)
  }

  @Test func `thirds that add up to 70 qualify`() {
    let rules = rulebook(Track(id: "t", metrics: [(0, 40, 6), (1, 30, 3), (2, 30, 1)]))
    let area = area(rules, "A", "A", "A", "B", "B", "C")
    #expect(area.points == Points(70))
    #expect(area.isQualified)
  }
}
