import ArgumentParser
import Glibc

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
      ExplainCommand.self, TenantsCommand.self, WorkloadsCommand.self, IndividualsCommand.self,
      DatasetsCommand.self, RejectsCommand.self, WhatifCommand.self, RulebookCommand.self, SampleExportsCommand.self,
    ], defaultSubcommand: DashboardCommand.self)
}

enum Version {
  static let number = "0.1.0"
}

@main enum Program {
  static func main() {
    do {
      var command = try Capstan.parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      end(failure)
    } catch {
      Capstan.exit(withError: error)
    }
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
