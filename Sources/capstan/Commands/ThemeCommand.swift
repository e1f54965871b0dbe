import ArgumentParser
import RuleFiles
import TerminalKit

struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: "The colours of the dashboard.",
    discussion: """
      Examples:
        capstan theme list
        capstan theme check nord
        capstan theme check ~/.config/capstan/themes/mine.toml
      """,
    subcommands: [List.self, Check.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the themes.")
    @OptionGroup var output: FormatOption

    func run() throws {
      let files = ThemeFiles(folder: Folders().themes)
      for warning in files.warnings { Output.complain("warning: \(warning)") }
      var list = ListOutput(["name", "for", "file"], right: [])
      for theme in files.themes {
        let background =
          switch theme.variant {
          case .any: "any background"
          case .dark: "dark background"
          case .light: "light background"
          }
        list.add([theme.name, background, files.file(of: theme.name) ?? ""], [])
      }
      list.print(output.format, filter: nil)
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check that a theme can be read: every text on every ground it can meet.",
      discussion: """
        Text needs a contrast of 4.5:1, dimmed text 3:1 (WCAG 2), in truecolor and where a terminal
        has 256, 16 or 8 colours; met and unmet must stay apart for colour-blind eyes.
        """)
    @OptionGroup var output: FormatOption
    @Argument(help: "A theme file, or a theme's name.", completion: Completions.theme)
    var theme: String

    func run() throws {
      let (theme, warnings) = try ThemeFiles(folder: Folders().themes).theme(named: theme)
      for warning in warnings { Output.complain("warning: \(warning)") }
      let check = ThemeCheck(theme)
      let findings = ThemeCheck.depths.flatMap(check.findings)
      ThemeFindings(theme.name, findings).print(output.format)
      if !findings.isEmpty { throw ExitCode(Failure.Code.configuration.rawValue) }
    }
  }
}
