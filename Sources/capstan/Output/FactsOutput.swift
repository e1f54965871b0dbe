import CapabilityScore

/// Facts as rows, written as they are read.
struct FactsOutput {
  private let format: ExportCommand.Facts.Format
  private let disclosure: Disclosure
  private var text: String
  private var isFirst = true

  init(_ format: ExportCommand.Facts.Format, _ disclosure: Disclosure) {
    self.format = format
    self.disclosure = disclosure
    switch format {
    case .csv: text = CSVText.text([FactsOutput.titles]) + "\n"
    case .json: text = "{\n \"schema\": 1,\n \"facts\": ["
    }
  }

  private static let titles = [
    "tenant", "name", "workload", "association", "month", "field", "value",
  ]
  /// Enough to make writing cheap, little enough to be nothing.
  private static let pieceSize = 1 << 16

  /// Adds the facts of some months, tenant by tenant.
  mutating func add(_ portfolio: Portfolio, _ months: ClosedRange<Month>) {
    let lanes = portfolio.window.lane(months.lowerBound)...portfolio.window.lane(months.upperBound)
    let names = lanes.map { portfolio.window.month($0).description }
    for tenant in 0..<portfolio.tenants.count {
      let who = [portfolio.tenants.ids[tenant], portfolio.tenants.names[tenant]]
      portfolio.series.at(tenant) { table, number in
        for field in Field.allCases {
          for row in table.rows(of: number, field) {
            let what = [
              portfolio.names.workloads[Int(table.workload[row])],
              portfolio.names.associations[Int(table.association[row])],
            ]
            let head = head(who + what)
            for (lane, month) in zip(lanes, names) {
              if let value = table.value(row: row, lane: lane) { add(head, month, field, value) }
            }
          }
        }
      }
    }
  }

  /// What all facts of a series begin with.
  private func head(_ texts: [String]) -> String {
    switch format {
    case .csv: CSVText.text([texts])
    case .json:
      zip(FactsOutput.titles, texts).map { "\"\($0)\": \(JSONValue.string($1).text)" }
        .joined(separator: ", ")
    }
  }

  private mutating func add(_ head: String, _ month: String, _ field: Field, _ value: Int64) {
    let number = disclosure.number(value, field.unit)
    let id = FactsOutput.id(field)
    switch format {
    case .csv: text += "\(head),\(month),\(id),\(number.plain)\n"
    case .json:
      text += isFirst ? "\n" : ",\n"
      text += "  { \(head), \"month\": \"\(month)\", \"field\": \"\(id)\", "
      text += "\"value\": \(number.json.text) }"
    }
    isFirst = false
    if text.utf8.count >= FactsOutput.pieceSize {
      Output.piece(text)
      text = ""
    }
  }

  mutating func end() {
    if format == .json { text += isFirst ? "]\n}\n" : "\n ]\n}\n" }
    Output.piece(text)
    text = ""
  }

  private static func id(_ field: Field) -> String {
    switch field {
    case .acr: "acr"
    case .revenue: "revenue"
    case .pau: "pau"
    case .mau: "mau"
    case .users: "users"
    case .capacity: "capacity"
    }
  }
}
