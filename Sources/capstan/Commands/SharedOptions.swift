import ArgumentParser
import CapabilityScore
import InsightsCache

/// Which cache, which rules, which day.
struct DataOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The cache file.", valueName: "path"), completion: .file())
  var cache: String?

  @Option(help: ArgumentHelp("Score as of this day; today unless given.", valueName: "YYYY-MM-DD"))
  var asOf: Day?

  @Option(
    help: ArgumentHelp("The rules to score by.", valueName: "name"),
    completion: Completions.rulebook)
  var rulebook: String?

  @Option(
    help: ArgumentHelp(
      "Who looks: partner-admin, executive-viewer (no import) or report-viewer (revenue and people "
        + "are masked).", valueName: "role"),
    completion: .list(Configuration.Role.allCases.map(\.rawValue)))
  var role: Configuration.Role?

  var folders: Folders { Folders() }

  func configuration() throws(Failure) -> Configuration {
    try Configuration.read(folders.configurationFile)
  }

  var cachePath: String { cache ?? folders.cache }

  /// - Parameter cachePath: Instead of the one given or the usual one.
  func partnerData(cachePath: String? = nil) throws -> PartnerData {
    let configuration = try configuration()
    for warning in configuration.warnings { Output.complain("warning: \(warning)") }
    let rulebooks = Rulebooks(folder: folders.rulebooks)
    let id = rulebook ?? configuration.rulebook
    let inForce = try rulebooks.rulebook(id)
    for warning in configuration.warnings(for: inForce) { Output.complain("warning: \(warning)") }
    let all = Memo { rulebooks.all(besides: inForce) }
    return PartnerData(
      cachePath: cachePath ?? self.cachePath, rulebook: inForce,
      asOf: asOf ?? Day.today, enrolments: configuration.enrolments,
      disclosure: Disclosure(role: role ?? configuration.role),
      rules: rulebooks.fingerprint(of: id), rulebooks: { all.value }, followsCalendar: asOf == nil)
  }
}

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Configuration.Role: ExpressibleByArgument {}

/// Tables for people, JSON and CSV for programs.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv
}

struct FormatOption: ParsableArguments {
  @Option(help: "text, json or csv.")
  var format = OutputFormat.text
}

/// Which rows of a list are told.
struct RowFilter: ParsableArguments {
  @Option(help: ArgumentHelp("Only rows that contain these words.", valueName: "words"))
  var filter: String?
}
