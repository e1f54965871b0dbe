import CapabilityScore

extension Report {
  /// The report as one page that needs nothing from outside: light and dark, on screen and paper.
  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Self.escaped(title))</title>
    <style>
    \(Report.style)
    </style>
    </head>
    <body>
    <header><h1>\(Self.escaped(title))</h1><p>\(Self.escaped(basis))</p></header>
    <main>
    \(overview)
    \(areas.map(section).joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  private var overview: String {
    let rows = areas.map { area in
      [
        Self.escaped(area.name),
        gauge(area.points, of: trackPoints, mark: passMark, before: area.before),
        "<span class=\"number\">\(change(area))</span>", verdict(area.isQualified),
        Self.escaped(area.standing),
      ]
    }
    return "<section>" + table(["Area", "", "Points", "", "Standing"], rows) + "</section>"
  }

  private func section(_ area: Area) -> String {
    let months = area.months.map { month in
      "<li><span>\(Self.escaped(month.name))</span><b>\(month.mark)\(month.points.words)</b></li>"
    }
    var parts = [
      "<h2>\(Self.escaped(area.name)) <span class=\"number\">\(change(area)) of \(trackPoints)</span> "
        + "\(verdict(area.isQualified))</h2>",
      "<p>\(Self.escaped(area.standing))</p>",
      "<ol class=\"months\">\(months.joined())</ol>",
    ]
    for track in area.tracks {
      if area.tracks.count > 1 {
        let own = track.isOwn ? " (the partner's)" : ""
        parts.append(
          "<h3>\(Self.escaped(track.name)) track\(own): \(track.points.words)</h3>")
      }
      parts.append(metrics(track))
    }
    if !area.needs.isEmpty {
      let needs = area.needs.map { "<li>\(Self.escaped($0))</li>" }.joined()
      parts.append("<h3>What it takes</h3><ul>\(needs)</ul>")
    }
    if !area.nearMisses.isEmpty {
      parts.append("<h3>Nearly there</h3>")
      parts.append(
        table(
          ["Metric", "Who", "Lacks"],
          area.nearMisses.map { [$0.metric, $0.name, $0.lacks].map(Self.escaped) }))
    }
    if !area.isQualified { parts.append(plan(area)) }
    return "<section>\(parts.joined(separator: "\n"))</section>"
  }

  private func metrics(_ track: Track) -> String {
    table(
      ["Metric", "", "Points", "Counted", ""],
      track.metrics.map { metric in
        [
          Self.escaped(metric.name), gauge(metric.points, of: metric.maxPoints),
          "<span class=\"number\">\(metric.points.words) / \(metric.maxPoints)</span>",
          Self.escaped(metric.counted), Self.escaped(metric.reason),
        ]
      })
  }

  private func plan(_ area: Area) -> String {
    let steps = table(
      ["Step", "For", "Gain", "Total"],
      area.plan.map { step in
        [Self.escaped(step.title), Self.escaped(step.metric)]
          + [step.gain.signedWords, step.total.words].map { "<span class=\"number\">\($0)</span>" }
      })
    return "<h3>Plan</h3><p>\(Self.escaped(area.planVerdict))</p>"
      + (area.plan.isEmpty ? "" : steps)
  }

  // MARK: Pieces

  private func verdict(_ isQualified: Bool) -> String {
    isQualified
      ? "<span class=\"met\">✓ qualifies</span>" : "<span class=\"unmet\">✗ not yet</span>"
  }

  /// A bar; with a line where it qualifies, and a shade up to where it was before.
  private func gauge(
    _ points: Points, of most: Int, mark: Int? = nil, before: Points? = nil
  ) -> String {
    func percent(_ value: Double) -> String {
      NumberWords.fixed(min(100, max(0, value * 100 / Double(max(1, most)))))
    }
    let ghost =
      before.map { "<i class=\"before\" style=\"width:\(percent($0.value))%\"></i>" } ?? ""
    let line = mark.map { "<i class=\"mark\" style=\"left:\(percent(Double($0)))%\"></i>" } ?? ""
    return
      "<div class=\"gauge\"><i style=\"width:\(percent(points.value))%\"></i>\(ghost)\(line)</div>"
  }

  private func table(_ heads: [String], _ rows: [[String]]) -> String {
    let head = heads.map { "<th>\($0)</th>" }.joined()
    let body = rows.map { "<tr>\($0.map { "<td>\($0)</td>" }.joined())</tr>" }.joined(
      separator: "\n")
    return "<table><thead><tr>\(head)</tr></thead><tbody>\n\(body)\n</tbody></table>"
  }

  private static func escaped(_ text: String) -> String {
    Output.clean(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }

  private static let style = """
    :root { color-scheme: light dark; --text: #1c2430; --dim: #5b6675; --ground: #ffffff;
      --panel: #f5f7fa; --line: #d5dbe3; --bar: #0b5cad; --before: #c7d6e6; --met: #146c2e;
      --unmet: #b3261e; }
    @media (prefers-color-scheme: dark) { :root { --text: #dfe4ec; --dim: #98a2b3;
      --ground: #14171c; --panel: #1d2229; --line: #343b46; --bar: #6cb6ff; --before: #35506b;
      --met: #7fdc8f; --unmet: #ff9d92; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.5rem 4rem; background: var(--ground);
      color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
    h1 { font-size: 1.7rem; margin: 0; } header p, td:last-child { color: var(--dim); }
    h2 { font-size: 1.25rem; margin: 0 0 .25rem; } h3 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
    section { background: var(--panel); border: 1px solid var(--line); border-radius: 10px;
      padding: 1.25rem 1.5rem; margin-top: 1.25rem; }
    table { border-collapse: collapse; width: 100%; }
    th { text-align: left; color: var(--dim); font-weight: 600; }
    th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line);
      vertical-align: middle; }
    tbody tr:last-child td { border-bottom: 0; }
    .number { font-variant-numeric: tabular-nums; white-space: nowrap; }
    .met, .unmet { font-weight: 600; white-space: nowrap; font-size: 1rem; }
    .met { color: var(--met); } .unmet { color: var(--unmet); }
    .gauge { position: relative; min-width: 7rem; height: .75rem; border-radius: 4px;
      background: var(--line); overflow: hidden; }
    .gauge i { position: absolute; inset: 0 auto 0 0; background: var(--bar); }
    .gauge .before { background: var(--before); height: 35%; top: auto; }
    .gauge .mark { width: 2px; background: var(--text); }
    .months { display: flex; flex-wrap: wrap; gap: .5rem 1.75rem; list-style: none; padding: 0;
      margin: .75rem 0; }
    .months span { display: block; color: var(--dim); font-size: .85rem; }
    @media print { :root { color-scheme: light; } body { max-width: none; padding: 0; }
      section { break-inside: avoid-page; } }
    """
}
