import ArgumentParser
import Foundation
import TerminalKit
import Testing

@testable import capstan

/// What is written about the program names all of it.
@Suite struct DocsTests {
  private static let commands = Capstan.configuration.subcommands.map { $0._commandName }

  private func text(_ name: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
  }

  @Test(arguments: commands)
  func `the man page and the page of commands tell of every command`(_ command: String) throws {
    let page = try text("docs/capstan.1").replacing("\\-", with: "-")
    let lines = page.split(separator: "\n").filter { $0.hasPrefix(".B") }
    #expect(lines.contains { $0.split { " \",".contains($0) }.contains(Substring(command)) })
    // The dashboard is what the program does without a command.
    #expect(try command == "dashboard" || text("docs/commands.md").contains(command))
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
