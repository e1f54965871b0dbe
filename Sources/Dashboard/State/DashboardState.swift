public import CapabilityScore
public import TerminalKit

/// All that the dashboard knows; changed by `apply`, drawn by views.
public struct DashboardState: Sendable {
  public internal(set) var size: Size
  var glyphs: Glyphs
  var keymap: Keymap
  /// What is shown; nil before the first load, or where there is no data.
  var standings: Standings?
  /// The cached data without edits.
  var base: Standings?
  /// The scenario at work; nil while nothing is edited.
  var whatIf: WhatIf?
  var storedScenarios: [Scenario] = []
  /// Edits that an earlier session left, until there is data to put them on.
  var unfinished: Scenario?
  /// How far the import at work is; nil while there is none.
  var importing: String?
  /// The path it was given, to be corrected where nothing could be read there.
  var importPath: String?
  /// The plan on its page; nil while it is worked out.
  var plan: Plan?
  /// What the plan was asked for last.
  var planQuestion: PlanQuestion?
  /// Whether a plan is being worked out; the one shown may be of before.
  var isPlanning = false
  /// The points a plan aims at; nil for the pass mark.
  var planTarget: Int?
  /// Keys that came before the data did; they are taken when it is there.
  var typedAhead: [Key] = []
  /// Whether leaving was asked for once with unsaved edits.
  var isLeaving = false
  var phase: Phase
  /// The way in, the open page last; empty while there is nothing to show.
  var pages: [Page] = []
  /// Where the user came from, for going back and forth.
  var previousPages: [Page]?
  var overlay: Overlay?
  var notice: Notice?
  var themes: [Theme]
  /// The number of the theme in use.
  var theme: Int
  /// The command line that repeats an edit.
  let commandLine: @Sendable (ScenarioEdit) -> String
  var hidesNames = false
  var capturesMouse = true

  enum Phase: Sendable, Equatable {
    case loading
    case ready
    /// There is no cache, or nothing in it.
    case empty
    case failed(String)
  }

  /// - Parameters:
  ///   - themes: Those that can be chosen.
  ///   - theme: The name of the one to begin with.
  ///   - commandLine: Gives the command line that repeats an edit.
  public init(
    size: Size, glyphs: Glyphs, keymap: Keymap = .standard, themes: [Theme] = [.terminal],
    theme: String = "terminal", warnings: [String] = [],
    commandLine: @escaping @Sendable (ScenarioEdit) -> String = { $0.words }
  ) {
    self.size = size
    self.glyphs = glyphs
    self.keymap = keymap
    self.commandLine = commandLine
    self.themes = themes.isEmpty ? [.terminal] : themes
    self.theme = self.themes.firstIndex { $0.name == theme } ?? 0
    phase = .loading
    if let warning = warnings.first {
      notice = Notice(
        warning + (warnings.count > 1 ? " (and \(warnings.count - 1) more)" : ""), .warning)
    }
  }

  var page: Page? { pages.last }

  /// The theme to draw with; while one is being chosen, the one under the cursor.
  var shownTheme: Theme {
    if case .themes(let picker)? = overlay, let chosen = picker.selected {
      return themes[chosen]
    }
    return themes[theme]
  }

  /// The area of the open page, or of the page it was reached from.
  var areaAtHand: Int? {
    if case .area(let area)? = page?.selectedID { return area }
    return pages.reversed().lazy.compactMap(\.kind.area).first
  }

  /// The metric that the open page is about, or that its cursor is on.
  var metricAtHand: MetricNumber? {
    switch page?.kind {
    case .area, .history:
      if case .metric(let place)? = page?.selectedID { return place }
      return nil
    case .contributors(let place, _), .criteria(let place), .moves(let place): return place
    case .tenant:
      return (page?.rows as? TenantMetricRows).flatMap { rows in
        page?.selectedRow.map { rows[$0].place }
      }
    default: return nil
    }
  }

  var canExplain: Bool {
    switch page?.kind {
    case .contributors, .tenant: page?.selectedRow != nil
    case .area: true
    default: false
    }
  }
}

/// A line for the user about what happened.
struct Notice: Sendable, Equatable {
  var text: String
  var kind: Kind

  enum Kind: Sendable { case information, warning, error }

  init(_ text: String, _ kind: Kind = .information) {
    self.text = text
    self.kind = kind
  }
}

/// What lies over the page and takes the keys first.
enum Overlay: Sendable {
  case help(CommandPicker)
  case palette(CommandPicker)
  case themes(ListPicker)
  case lists(ListPicker)
  case filter(LineEditor)
  case welcomePath(PathPrompt)
  case value(ValueEditor)
  case choice(ChoicePicker)
  case name(NamePrompt)
  /// The columns of the table, to be shown or hidden.
  case columns(ListPicker)
  case confirm(Confirmation)
}

/// A question that is answered with y or n.
struct Confirmation: Sendable, Equatable {
  var question: String
  /// What a yes does.
  var answer: Answer

  enum Answer: Sendable, Equatable {
    case effect(Effect)
    case turn(ScenarioSide)
    case deleteScenario(String)
    case saveScenario(String)
  }
}

/// A list with a cursor.
struct ListPicker: Sendable, Equatable {
  var title: String
  var rows: [String]
  var position: Int

  var selected: Int? { rows.indices.contains(position) ? position : nil }

  mutating func move(by step: Int) {
    guard !rows.isEmpty else { return }
    position = (position + step + rows.count) % rows.count
  }
}

/// Commands found by typing: palette and help.
struct CommandPicker: Sendable {
  var query = LineEditor()
  var position = 0

  /// What was typed, in lower case.
  var words: [String] { query.text.lowercased().split(separator: " ").map(String.init) }

  /// The commands that have every typed word in their title, name, group or keys.
  func matches(_ keymap: Keymap) -> [CommandInfo] {
    let words = words
    return CommandInfo.all.filter { info in
      let keys = keymap.keys(of: info.command).map(\.description)
      let text = ([info.title, info.command.rawValue, info.group.rawValue] + keys)
        .joined(separator: " ").lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }
}
