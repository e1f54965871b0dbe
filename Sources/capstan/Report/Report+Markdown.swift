import CapabilityScore

extension Report {
  /// The report as Markdown (GitHub's tables).
  var markdown: String {
    var lines = ["# \(Self.escaped(title))", "", Self.escaped(basis), ""]
    lines += table(
      ["Area", "Points", "", "Standing"],
      areas.map { area in
        [area.name, change(area), area.isQualified ? "✓" : "✗", area.standing]
      })
    for area in areas { lines += section(area) }
    return lines.joined(separator: "\n") + "\n"
  }

  var title: String {
    let subject = partner.isEmpty ? "Solutions Partner standing" : "\(partner): standing"
    return subject + (scenario.map { " with the scenario \($0)" } ?? "")
  }

  /// `61.0 → 72.5`, or the points alone.
  func change(_ area: Area) -> String {
    area.before.map { "\($0.words) → \(area.points.words)" } ?? area.points.words
  }

  private func section(_ area: Area) -> [String] {
    var lines = ["## \(Self.escaped(area.name)): \(change(area)) of \(trackPoints)", ""]
    lines += table(area.months.map(\.name), [area.months.map { $0.mark + $0.points.words }])
    for track in area.tracks {
      if area.tracks.count > 1 {
        let own = track.isOwn ? ", the partner's" : ""
        lines += ["### \(Self.escaped(track.name)) track\(own): \(track.points.words)", ""]
      }
      lines += table(
        ["Metric", "Points", "Of", "Counted", ""],
        track.metrics.map {
          [$0.name, $0.points.words, "\($0.maxPoints)", $0.counted, $0.reason]
        })
    }
    if !area.needs.isEmpty {
      lines += ["What it takes:", ""] + area.needs.map { "- \(Self.escaped($0))" } + [""]
    }
    if !area.nearMisses.isEmpty {
      lines += ["### Nearly there", ""]
      lines += table(
        ["Metric", "Who", "Lacks"], area.nearMisses.map { [$0.metric, $0.name, $0.lacks] })
    }
    if !area.isQualified {
      lines += ["### Plan", "", area.planVerdict, ""]
      if !area.plan.isEmpty {
        lines += table(
          ["Step", "For", "Gain", "Total"],
          area.plan.map { [$0.title, $0.metric, $0.gain.signedWords, $0.total.words] })
      }
    }
    return lines
  }

  private func table(_ heads: [String], _ rows: [[String]]) -> [String] {
    [heads, heads.map { _ in "---" }].map(row) + rows.map { row($0.map(Self.escaped)) } + [""]
  }

  private func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

  /// Text that Markdown takes for nothing else.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in Output.clean(text) {
      if "\\`*_[]<>|#".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}

extension Report.Month {
  /// A tick before the points of a month that qualified.
  var mark: String { isQualified ? "✓ " : "" }
}
