import Foundation
import Testing

/// Every figure on the dashboard is one that `score` prints.
@Suite struct FiguresTests {
  @Test(arguments: [PublicCase.tiny, .medium], [0, 1])
  func `every figure of the area tabs is the score's, on either track`(
    _ example: PublicCase, _ turns: Int
  ) throws {
    let place = try Workplace().importing(example)
    let score = try place.run("score", "--format", "json", "--as-of", example.asOf).json()
    let areas = score["areas"].items
    let screen = try place.dashboard(columns: 200, rows: 50)
    try #require(areas.count == 6)
    for (number, area) in areas.enumerated() {
      let tracks = area["tracks"].items
      if turns > 0 && tracks.count == 1 { continue }
      screen.send("\(number + 1)")
      for _ in 0..<turns { screen.send("t") }
      try screen.settle()
      let own = try #require(tracks.firstIndex { $0.id == area["selectedTrack"].string })
      let track = tracks[(own + turns) % tracks.count]
      expectTab(number, area, on: screen)
      #expect(screen.line(4).contains("\(points(track["points"])) of 100"))
      for metric in track["metrics"].items { expectRow(metric, on: screen) }
    }
  }

  @Test(arguments: [PublicCase.tiny, .medium])
  func `the overview and the six months show the score's points`(_ example: PublicCase) throws {
    let place = try Workplace().importing(example)
    let score = try place.run("score", "--format", "json", "--as-of", example.asOf).json()
    let screen = try place.dashboard(columns: 200, rows: 50)
    for area in score["areas"].items {
      let name = try #require(area["name"].string)
      let window = area["window"].items
      let qualified = window.count { $0["qualified"].bool == true }
      let line = try #require(screen.text.split(separator: "\n").first { $0.contains("\(name)  ") })
      #expect(line.contains(" \(points(area["points"])) "), "\(line)")
      #expect(line.contains("window \(qualified) of 6"), "\(line)")
    }
    for (number, area) in score["areas"].items.enumerated() {
      screen.send("\(number + 1)H")
      try screen.settle()
      let line = try #require(
        screen.text.split(separator: "\n").first { $0.contains(" Total ") })
      // The last one is the change.
      let shown = line.split(separator: " ").filter { Double($0) != nil || $0 == "=" }.dropLast()
        .map(String.init)
      #expect(shown == area["window"].items.reversed().map { points($0["points"]) }, "\(line)")
    }
  }

  // MARK: What the screen should say

  private func expectTab(_ number: Int, _ area: JSON, on screen: TestTerminal) {
    let whole = Int(area["points"].number ?? -1)
    let sign = area["qualified"].bool == true ? "✓" : ""
    let tabs = screen.line(1) + " "
    #expect(tabs.contains(" \(whole)\(sign) "), "\(tabs)")
    #expect(tabs.contains(" \(number + 1) "))
  }

  private func expectRow(_ metric: JSON, on screen: TestTerminal) {
    let id = metric.id ?? ""
    let name = id.prefix(1).uppercased() + id.dropFirst().replacingOccurrences(of: "-", with: " ")
    let rows = (0..<screen.size.rows).map(screen.line)
    guard let row = rows.first(where: { $0.dropFirst(3).hasPrefix(name) }) else {
      Issue.record("There is no row '\(name)':\n\(screen.text)")
      return
    }
    let parts = metric["components"].items
    if id == "paid-available-units" {
      for part in parts {
        #expect(row.contains(" \(grouped(part["current"])) tenant"), "\(row)")
        #expect(row.contains("(\(grouped(part["baseline"])) a year ago)"), "\(row)")
      }
      return
    }
    let shown = " \(points(metric["points"])) / \(Int(metric["maxPoints"].number ?? -1)) "
    #expect(row.contains(shown), "\(row) lacks \(shown)")
    for part in parts {
      let words = words(part, isPercent: row.contains("%"))
      #expect(row.contains(words), "\(row) lacks '\(words)'")
    }
  }

  private func words(_ part: JSON, isPercent: Bool) -> String {
    guard part["quantity"] != .null else { return "no growth to measure" }
    if isPercent {
      return " \(points(part["quantity"])) % of \(grouped(part["target"])) % "
    }
    return " \(grouped(part["quantity"])) of \(grouped(part["target"])) "
  }

  /// Points with one place, cut off.
  private func points(_ value: JSON) -> String {
    fixed(((value.number ?? -1) * 10 + 1e-9).rounded(.down) / 10, 1)
  }

  private func grouped(_ value: JSON) -> String {
    let number = value.number ?? -1
    return fixed(number, number == number.rounded() ? 0 : 2)
  }

  private func fixed(_ number: Double, _ places: Int) -> String {
    let factor = pow(10, Double(places))
    let parts = String(format: "%.\(places)f", (number * factor).rounded() / factor)
      .split(separator: ".")
    let digits = Array(parts[0])
    let groups = digits.indices.map { place in
      let isBreak = place > 0 && (digits.count - place).isMultiple(of: 3)
      return (isBreak && digits[place - 1] != "-" ? "," : "") + String(digits[place])
    }
    return ([groups.joined()] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }
}
