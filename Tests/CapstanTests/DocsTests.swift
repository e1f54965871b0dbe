import ArgumentParser
import Foundation
import TerminalKit
import Testing

@testable import capstan

/// What is written about the program names all of it.
@Suite struct DocsTests {
  private static let commands = Capstan.configuration.subcommands.map { $0._commandName }

  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func text(_ name: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
  }

  @Test(arguments: commands)
  func `the man page and the page of commands tell of every command`(_ command: String) throws {
    let page = try text("docs/capstan.1").replacing("\\-", with: "-")
    let lines = page.split(separator: "\n").filter { $0.hasPrefix(".B") }
    #expect(lines.contains { $0.split { " \",".contains($0) }.contains(Substring(command)) })
    // The dashboard is what the program does without a command.
    #expect(try command == "dashboard" || text("docs/commands.md").contains(command))
  }

  @Test func `the page of options is what the program says of itself`() throws {
    let page = try #require(try OptionsPage.markdown)
    let file = root.appendingPathComponent("docs/options.md")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try page.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("wrote docs/options.md: read the difference, then run again")
      return
    }
    #expect(try text("docs/options.md") == page)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know every command`(_ shell: String) throws {
    let script = try Workplace().run("--generate-completion-script", shell)
    #expect(script.status == 0)
    #expect(Self.commands.allSatisfy { script.output.contains($0) })
  }

  @Test func `the page of themes tells of every role, and of no other`() throws {
    let page = try text("docs/themes.md")
    let table = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let named = table.flatMap { line in
      line.split(separator: "|").first?.matches(of: /`([a-z.-]+)`/).map { String($0.1) } ?? []
    }
    #expect(Set(named) == Set(TerminalKit.Role.allCases.map(\.rawValue)))
  }
}

/// Every command with its help, as a page.
private enum OptionsPage {
  static var markdown: String? {
    get throws {
      var page = """
        # All options

        What `capstan COMMAND --help` says, of every command; `make record` writes it anew. Examples
        with their output: [commands](commands.md).

        """
      for command in Capstan.configuration.subcommands {
        try add(command, [], to: &page)
      }
      return page
    }
  }

  private static func add(
    _ command: any ParsableCommand.Type, _ parents: [String], to page: inout String
  ) throws {
    let words = parents + [command._commandName]
    if !command.configuration.subcommands.isEmpty {
      for inner in command.configuration.subcommands { try add(inner, words, to: &page) }
      return
    }
    // Bare output: what stands in a terminal of 80 columns.
    let help = try Workplace().run(words + ["--help"], environment: ["COLUMNS": "80"])
    guard help.status == 0 else { throw Unexpected(help.complaint) }
    page += "\n## \(words.joined(separator: " "))\n\n```\n"
    page += help.output.trimmingCharacters(in: .newlines) + "\n```\n"
  }
}
