import ArgumentParser
import CapabilityScore
import InsightsCache

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Hand the data over to other programs.",
    subcommands: [Facts.self], defaultSubcommand: Facts.self)

  struct Facts: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "facts", abstract: "Every usage fact as a plain row, as scores see it.",
      discussion: """
        A row is a tenant, workload, association, month, field and value. A fact that several
        datasets report is one row.

        Examples:
          capstan export facts > facts.csv
          capstan export facts --from 2024-01 --to 2024-06 --format json
        """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
      case csv, json
    }

    @OptionGroup var data: DataOptions
    @Option(help: "csv or json.") var format = Format.csv
    @Option(help: ArgumentHelp("The first month; the oldest unless given.", valueName: "YYYY-MM"))
    var from: Month?
    @Option(help: ArgumentHelp("The last month; the newest unless given.", valueName: "YYYY-MM"))
    var to: Month?

    func validate() throws {
      if let from, let to, from > to { throw ValidationError("--from must not be after --to") }
    }

    func run() throws {
      let partner = try data.partnerData()
      let store = try partner.open()
      var output = FactsOutput(format, partner.disclosure)
      do {
        let months = try store.datasets().flatMap(\.months)
        guard let oldest = months.min(), let newest = months.max() else {
          return output.end()
        }
        let first = max(from ?? oldest, oldest)
        var last = min(to ?? newest, newest)
        // A portfolio holds the months that scoring looks at: older ones come from another.
        while last >= first {
          let portfolio = try store.portfolio(asOf: last.advanced(by: 1).firstDay)
          let begin = max(first, portfolio.window.first)
          output.add(portfolio, begin...last)
          last = begin.advanced(by: -1)
        }
        output.end()
      } catch {
        throw Failure(error)
      }
    }
  }
}
