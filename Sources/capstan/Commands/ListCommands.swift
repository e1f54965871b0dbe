import ArgumentParser
import CapabilityScore
import InsightsCache

struct TenantsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenants", abstract: "List the tenants with their last month.",
    discussion: """
      Examples:
        capstan tenants
        capstan tenants --filter 'germany smb'
        capstan tenants --format csv > tenants.csv
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var rows: RowFilter

  func run() throws {
    let partner = try data.partnerData()
    let explainer = try partner.explainer()
    let fields: [Field] = [.acr, .revenue, .pau, .mau]
    let tenants = explainer.portfolio.tenants
    var list = ListOutput(
      ["id", "name", "market", "segment", "acr", "revenue", "seats", "users"], right: [4, 5, 6, 7])
    for tenant in 0..<tenants.count {
      list.add(
        [
          tenants.ids[tenant], tenants.names[tenant], tenants.markets[tenant],
          tenants.segments[tenant],
        ],
        fields.map { field in
          explainer.lastMonthTotal(tenant, field).map { partner.disclosure.number($0, field.unit) }
        })
    }
    list.print(output.format, filter: rows.filter)
  }
}

struct WorkloadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workloads", abstract: "List the workloads in use.",
    discussion: """
      Examples:
        capstan workloads
        capstan workloads --filter unmapped
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var rows: RowFilter

  func run() throws {
    let partner = try data.partnerData()
    let explainer = try partner.explainer()
    var list = ListOutput(
      ["workload", "measured in", "known", "tenants", "last month"], right: [3, 4])
    for total in explainer.workloadTotals() {
      list.add(
        [
          explainer.portfolio.names.workloads[total.workload], total.field.name,
          total.isKnown ? "yes" : "unmapped",
        ],
        [
          ListOutput.Number(Int64(total.tenants), .tenants),
          partner.disclosure.number(total.lastMonth, total.field.unit),
        ])
    }
    list.print(output.format, filter: rows.filter)
  }
}

struct IndividualsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "individuals", abstract: "List the people with their certifications.",
    discussion: """
      Examples:
        capstan individuals
        capstan individuals --filter ana --format json
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var rows: RowFilter

  func run() throws {
    let explainer = try data.partnerData().explainer()
    var list = ListOutput(["id", "name", "next expiry", "valid", "metrics"], right: [3, 4])
    for person in explainer.portfolio.roster {
      list.add(
        [person.id, person.label, explainer.nextExpiry(of: person)?.description ?? ""],
        [
          ListOutput.Number(Int64(explainer.validCertifications(of: person).count), .individuals),
          ListOutput.Number(Int64(explainer.countedMetrics(of: person).count), .individuals),
        ])
    }
    list.print(output.format, filter: rows.filter)
  }
}

struct DatasetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "datasets", abstract: "Show what the cache holds and how old it is.",
    discussion: """
      Examples:
        capstan datasets
        capstan datasets --format json
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: FormatOption

  func run() throws {
    let store = try data.partnerData().open()
    let states: [DatasetState]
    do { states = try store.datasets() } catch { throw Failure(error) }
    var list = ListOutput(
      [
        "dataset", "from", "to", "missing months", "imported", "file", "rows", "rejected",
        "skipped",
      ],
      right: [6, 7, 8])
    for state in states {
      list.add(
        [
          state.dataset.name, state.months.first?.description ?? "",
          state.months.last?.description ?? "",
          state.missingMonths.map(\.description).joined(separator: " "),
          state.lastImport.map(Moment.words) ?? "never", state.file,
        ],
        [state.rows, state.rejected, state.skipped].map { ListOutput.Number(Int64($0), .tenants) })
    }
    list.print(output.format, filter: nil)
  }
}

struct RejectsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rejects", abstract: "List the rows that could not be read, with the reason.",
    discussion: """
      Examples:
        capstan rejects
        capstan rejects --filter AzureUsage --format csv > rejects.csv
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var rows: RowFilter

  func run() throws {
    let partner = try data.partnerData()
    let store = try partner.open()
    // A row may hold anything: names, addresses, amounts.
    let showsText = partner.disclosure.showsPeople && partner.disclosure.showsRevenue
    var list = ListOutput(["file", "line", "reason", "text"], right: [])
    do {
      try store.rejects { reject in
        list.add(
          [
            reject.file, String(reject.line),
            showsText ? reject.reason : Disclosure.withoutQuotes(reject.reason),
            showsText ? reject.text : Disclosure.mask,
          ], [])
        return true
      }
    } catch {
      throw Failure(error)
    }
    list.print(output.format, filter: rows.filter, numbers: ["line"])
  }
}
