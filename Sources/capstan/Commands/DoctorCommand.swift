import ArgumentParser
import CapabilityScore
import InsightsCache

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check the terminal, the cache, the data and the settings.",
    discussion: """
      One line for each check, with what to do; the exit code is 1 if there is a problem. With
      --repair a damaged cache is rebuilt from what can still be read of it: scenarios are kept, and
      the damaged file stays beside it under another name. Close other Capstans first.

      Examples:
        capstan doctor
        capstan doctor --repair
        capstan doctor --format json
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: FormatOption
  @Flag(help: "Rebuild a damaged cache.") var repair = false

  func run() throws {
    if repair { try repairCache() }
    let examination = Examination(data)
    examination.print(output.format)
    if examination.hasProblem { throw ExitCode(1) }
  }

  private func repairCache() throws {
    let partner = try data.partnerData()
    try partner.disclosure.demand(.importing)
    let examination = CacheExamination(
      path: data.cachePath, rulebook: partner.rulebook, asOf: partner.asOf)
    guard examination.isDamaged else {
      return Output.complain("there is nothing to repair in \(data.cachePath)")
    }
    do {
      let report = try CacheRepair(path: data.cachePath).run()
      let scenarios = report.scenarios == 1 ? "1 scenario" : "\(report.scenarios) scenarios"
      Output.complain(
        "rebuilt \(data.cachePath), with \(scenarios); the damaged file is \(report.damaged)")
      if report.needsImport {
        Output.complain("some of the data was lost: import your exports again")
      }
    } catch {
      throw Failure(error)
    }
  }
}
