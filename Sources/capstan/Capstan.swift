import ArgumentParser
import Glibc
import RuleFiles

/// The commands. Each says its name: to derive it from the type's takes as long as reading a rulebook.
struct Capstan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capstan",
    abstract: "Where a Microsoft partner stands in each Solutions Partner area, and why.",
    discussion: """
      Begin with:
        capstan demo                      a made-up partner
        capstan import ~/Downloads/exports   your Partner Center exports
        capstan                           the dashboard
      """,
    version: Version.number,
    subcommands: [
      DashboardCommand.self, DemoCommand.self, ImportCommand.self, ScoreCommand.self,
      ExplainCommand.self, PlanCommand.self, WhatifCommand.self, ScenarioCommand.self,
      HistoryCommand.self, ExpiringCommand.self, TenantsCommand.self, WorkloadsCommand.self,
      IndividualsCommand.self, DatasetsCommand.self, RejectsCommand.self, ExportCommand.self,
      RulebookCommand.self, ThemeCommand.self, ReportCommand.self, DoctorCommand.self,
      BackupCommand.self,
      SampleExportsCommand.self,
    ],
    defaultSubcommand: DashboardCommand.self)
}

enum Version {
  static let number = "0.1.0"
}

@main enum Program {
  static func main() {
    // A file that may not grow is an error of the write, with words and a code, not an end.
    signal(SIGXFSZ, SIG_IGN)
    atexit { OpenStores.close() }
    _ = Rulebooks.ahead
    do {
      try refuseUnknownCommand()
      var command = try Capstan.parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      end(failure)
    } catch  where Capstan.exitCode(for: error) == .validationFailure {
      // The library would print the usage, too; the contract is one line.
      end(Failure(.usage, "\(Capstan.message(for: error)). See capstan --help."))
    } catch {
      Capstan.exit(withError: error)
    }
  }

  /// The dashboard needs no word, so that a mistyped command would be taken for an argument of it.
  private static func refuseUnknownCommand() throws(Failure) {
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else { return }
    let names = Capstan.configuration.subcommands.map { $0._commandName } + ["help"]
    if names.contains(word) { return }
    throw Failure(
      .usage,
      "there is no command '\(word)'" + SpellingSuggestion.question(for: word, among: names)
        + " (capstan --help lists them)")
  }

  /// One line on standard error; the same as JSON for programs that asked for JSON.
  private static func end(_ failure: Failure) -> Never {
    Output.complain(failure.words)
    let words = CommandLine.arguments
    let asksForJSON =
      words.contains("--format=json")
      || zip(words, words.dropFirst()).contains { $0 == "--format" && $1 == "json" }
    if asksForJSON {
      Output.raw(
        JSONValue.object([
          (
            "error",
            .object([("code", .integer(Int64(failure.code))), ("message", .string(failure.words))])
          )
        ]).text)
    }
    exit(failure.code)
  }
}
