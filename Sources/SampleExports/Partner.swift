/// The organisation whose exports these are, and its locations.
enum Partner {
  struct Location {
    let id: String
    let name: String
    let city: String
    let country: String
    let level: String

    /// Cells `id, name, country`, as most exports have them.
    var cells: String { "\(id),\(csv: name),\(country)" }
  }

  static let headquarters = Location(
    id: "6120001", name: "Brightquay Consulting", city: "Utrecht", country: "Netherlands",
    level: "HQ")

  static let locations = [
    headquarters,
    Location(
      id: "6120002", name: "Brightquay Consulting, København", city: "København",
      country: "Denmark", level: "Location"),
    Location(
      id: "6120003", name: "Brightquay \"Süd\"", city: "München", country: "Germany",
      level: "Location"),
  ]

  static let locationCells = locations.map(\.cells)
  static let mailDomain = "brightquay.example"
}

extension DefaultStringInterpolation {
  /// A field as RFC 4180 wants it: in quotes where it holds a comma, a quote or a line break.
  mutating func appendInterpolation(csv field: String) {
    guard field.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D })
    else { return appendLiteral(field) }
    appendLiteral("\"")
    for character in field { appendLiteral(character == "\"" ? "\"\"" : String(character)) }
    appendLiteral("\"")
  }
}
