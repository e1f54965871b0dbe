import ArgumentParser

struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: "Open the dashboard (what capstan does without a command).",
    discussion: """
      Examples:
        capstan
        capstan dashboard --theme light --as-of 2024-07-15
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try DashboardProgram(options: data, screen: screen, cachePath: data.cachePath).run {
      try data.partnerData()
    }
  }
}

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Open the dashboard on a made-up partner.",
    discussion: """
      Examples:
        capstan demo
        capstan demo --theme monochrome --ascii
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let path = data.cache ?? data.folders.demoCache
    let partner = try data.partnerData(cachePath: path)
    let demo = DemoCache(partner: partner)
    if !demo.isCurrent {
      Output.complain("making the demo data (once a month)")
      try demo.make()
    }
    try DashboardProgram(options: data, screen: screen, cachePath: path).run { partner }
  }
}

struct ScreenOptions: ParsableArguments {
  @Flag(help: "Draw with ASCII signs only.") var ascii = false
  @Option(help: ArgumentHelp("The theme to begin with.", valueName: "name")) var theme: String?
}
