import CapabilityScore
import SampleExports
import Testing

struct BlemishTests {
  private let dirty: SampleExports

  init() throws {
    let asOf = try #require(Day(year: 2024, month: 7, day: 15))
    dirty = SampleExports(
      .init(
        tenants: 200, lastMonth: Month(year: 2024, month: 6), asOf: asOf, dirtyShare: 0.05,
        people: 400))
  }

  @Test(arguments: SampleExports.Dataset.allCases.filter { $0 != .profile })
  func `about as many rows are broken as were asked for`(dataset: SampleExports.Dataset) {
    let tally = dirty.write(dataset) { _ in }
    #expect((tally.rows / 50...tally.rows / 10).contains(tally.broken))
  }

  @Test func `a profile is never broken`() {
    let tally = dirty.write(.profile) { _ in }
    #expect(tally.rows == 3)
    #expect(tally.broken == 0)
  }

  @Test(arguments: SampleExports.Dataset.allCases)
  func `the tally counts what a reader has to keep aside`(dataset: SampleExports.Dataset) {
    var bytes: [UInt8] = []
    let tally = dirty.write(dataset) { bytes += $0 }
    let table = Table(bytes)
    #expect(table.rows.count == tally.rows)
    #expect(table.rows.count(where: { !table.isReadable($0, dataset) }) == tally.broken)
  }

  @Test func `trials are counted as skipped`() {
    var bytes: [UInt8] = []
    let tally = dirty.write(.businessApplicationsUsage) { bytes += $0 }
    let trials = Table(bytes).column("MetricType").count { $0 == "Trial" }
    #expect(trials == tally.skipped)
    #expect(trials > 0)
  }

  @Test func `rows that are odd, but must be taken, are of every kind`() {
    let azure = dirty.table(.azureUsage)
    let months = azure.column("Month")
    let forms = Set(months.map { String($0.map { $0.isNumber ? "9" : $0 }) })
    #expect(
      forms.isSuperset(of: [
        "9999-99-99", "9999-99", "999999", "9999-99-99T99:99:99", "9/9/9999",
        "9/9/9999 99:99:99 AM", "Oct 9999", "October, 9999",
      ]))
    let amounts = azure.column("ACR_USD")
    #expect(amounts.count { $0.hasPrefix("$") && $0.contains(",") } > 0)
    #expect(amounts.count { $0.hasPrefix("(") && $0.hasSuffix(")") } > 0)
    let verticals = azure.column("VerticalName")
    #expect(verticals.count { $0.contains("\n") && $0.contains("\"") && $0.contains(",") } > 0)
    let services = Set(azure.column("ServiceLevel2"))
    #expect(
      services.isSuperset(of: [
        "virtual machines", "VIRTUAL MACHINES", "Virtual  Machines", "Project Larkspur",
      ]))
    #expect(Set(azure.column("PartnerAttributionType")).isSuperset(of: ["Referral", ""]))
  }
}

extension Table {
  /// A reader's view of what exports.md calls a row that cannot be read, written independently.
  fileprivate func isReadable(_ row: [String], _ dataset: SampleExports.Dataset) -> Bool {
    guard row.count == header.count else { return false }
    let cells = Dictionary(uniqueKeysWithValues: zip(header.map { $0.lowercased() }, row))
    func has(_ column: String) -> Bool { cells[column]?.isEmpty == false }
    func isReadable(_ columns: [String], isCount: Bool) -> Bool {
      columns.allSatisfy { column in
        let text = (cells[column] ?? "").filter { !"$,()".contains($0) }
        guard let number = Double(text) else { return text.isEmpty }
        return !isCount || number == number.rounded()
      }
    }
    let seats = ["paidavailableunits", "monthlyactiveusers"]
    switch dataset {
    case .profile: return true
    case .customersAndTenants: return has("customertenantid")
    case .trainingCompletions:
      return (has("corpemail") || has("email") || has("mcpid"))
        && cells["trainingcompletiondate"]?.first?.isNumber == true
    case .azureUsage:
      return has("customertenantid") && isMonth(cells["month"])
        && isReadable(["acr_usd"], isCount: false)
    case .officeUsage:
      return has("customertenantid") && isMonth(cells["month"]) && isReadable(seats, isCount: true)
    case .cporUsage:
      return has("customertenantid") && isMonth(cells["date"]) && isReadable(seats, isCount: true)
    case .emsUsage:
      let columns = ["intune", "aadp", "azip"].flatMap { name in seats.map { name + $0 } }
      return has("customertenantid") && isMonth(cells["month"])
        && isReadable(columns, isCount: true)
    case .businessApplicationsRevenue:
      return has("customertenantid") && isMonth(cells["fiscalmonthname"])
        && isReadable(["adjustedrevenueamtcd"], isCount: false)
    case .businessApplicationsUsage:
      return has("customertenantid") && isMonth(cells["fiscalmonthname"])
        && isReadable(["mau", "mac"], isCount: true)
    }
  }

  private func isMonth(_ text: String?) -> Bool {
    guard let text, text.contains("20") else { return false }
    return !text.hasPrefix("FY") && !text.hasSuffix(".2023") && text != "2024-13-01"
  }
}
