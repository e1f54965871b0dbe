import CapabilityScore

/// Certifications that end soon, each with what the areas would lose without it.
struct ExpiryList {
  private struct Row {
    var expiry: Expiry
    /// What the areas lose, in rulebook order; also negative where a track changes.
    var losses: [Points]
    var loss: Points { losses.reduce(.zero, +) }
  }

  private let partner: PartnerData
  private let explainer: Explainer
  private let days: Int
  private let rows: [Row]
  /// Before, and with all of them gone.
  private let before: Scorecard
  private let after: Scorecard

  init(_ partner: PartnerData, _ explainer: Explainer, _ board: ScenarioBoard, days: Int) {
    self.partner = partner
    self.explainer = explainer
    self.days = days
    before = board.baseline
    let expiries = explainer.expiries(within: days)
    rows = zip(expiries, board.losses(of: expiries, explainer)).map {
      Row(expiry: $0, losses: $1)
    }
    var board = board
    board.apply(contentsOf: expiries.map { $0.edit(explainer) })
    after = board.scorecard
  }

  // MARK: For people

  func print() {
    guard !rows.isEmpty else {
      Output.line("No certification that counts ends within \(days) days.")
      return
    }
    var table = TextTable(
      ["who", "certification", "ends", "days", "points", "counts for"], right: [3, 4])
    for row in rows {
      table.rows.append([
        person(row).label, title(row), row.expiry.ends.name, "\(daysLeft(row))",
        (Points.zero - row.loss).changeWords, metrics(row),
      ])
    }
    table.print()
    let lost = before.areas.indices.filter { after.areas[$0].points != before.areas[$0].points }
    guard !lost.isEmpty else { return }
    Output.line()
    Output.line("If all of these were gone", .strong)
    var areas = TextTable(["", "", "", ""], right: [1])
    for area in lost {
      let (old, new) = (before.areas[area], after.areas[area])
      areas.rows.append([
        "  " + partner.rulebook.areas[area].name, old.points.words, "→ \(new.points.words)",
        old.isQualified && !new.isQualified ? "✗ would not qualify any more" : "",
      ])
    }
    for line in areas.lines.dropFirst() { Output.line(line) }
  }

  private func person(_ row: Row) -> Individual { explainer.portfolio.roster[row.expiry.person] }

  private func title(_ row: Row) -> String {
    partner.rulebook.certifications[row.expiry.certification].title
  }

  private func daysLeft(_ row: Row) -> Int { before.asOf.distance(to: row.expiry.ends) }

  private func metrics(_ row: Row) -> String { partner.rulebook.words(row.expiry.metrics) }

  // MARK: For programs

  var json: JSONValue {
    .object([
      ("schema", .integer(1)),
      ("asOf", .string(before.asOf.description)),
      ("days", .integer(Int64(days))),
      ("certifications", .array(rows.map(json))),
      ("areas", .array(partner.rulebook.areas.indices.map(json))),
    ])
  }

  private func json(_ row: Row) -> JSONValue {
    .object([
      ("individual", .string(person(row).id)),
      ("name", .string(person(row).label)),
      ("certification", .string(title(row))),
      ("ends", .string(row.expiry.ends.description)),
      ("daysLeft", .integer(Int64(daysLeft(row)))),
      ("pointsLost", .number(row.loss.value)),
      (
        "metrics",
        .array(
          row.expiry.metrics.map { place in
            let area = partner.rulebook.areas[place.area]
            return .object([
              ("area", .string(area.id)),
              ("track", .string(area.tracks[place.track].id)),
              ("metric", .string(area.tracks[place.track].metrics[place.metric].id)),
            ])
          })
      ),
    ])
  }

  private func json(area: Int) -> JSONValue {
    .object([
      ("id", .string(partner.rulebook.areas[area].id)),
      ("points", .number(before.areas[area].points.value)),
      ("pointsWithout", .number(after.areas[area].points.value)),
      ("qualified", .bool(before.areas[area].isQualified)),
      ("qualifiedWithout", .bool(after.areas[area].isQualified)),
    ])
  }

  var csv: String {
    CSVText.text(
      [["individual", "name", "certification", "ends", "days_left", "points_lost", "metrics"]]
        + rows.map { row in
          [
            person(row).id, person(row).label, title(row), row.expiry.ends.description,
            "\(daysLeft(row))", "\(row.loss.value)", metrics(row),
          ]
        })
  }
}
