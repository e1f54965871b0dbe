/// Everything a user can ask for; the raw value is the name that keys are bound to.
public enum Command: String, CaseIterable, Sendable {
  case overview = "tab.overview"
  case area1 = "tab.area-1"
  case area2 = "tab.area-2"
  case area3 = "tab.area-3"
  case area4 = "tab.area-4"
  case area5 = "tab.area-5"
  case area6 = "tab.area-6"
  case nextTab = "tab.next"
  case previousTab = "tab.previous"
  case rowDown = "row.down"
  case rowUp = "row.up"
  case halfPageDown = "row.half-page-down"
  case halfPageUp = "row.half-page-up"
  case pageDown = "row.page-down"
  case pageUp = "row.page-up"
  case firstRow = "row.first"
  case lastRow = "row.last"
  case columnLeft = "column.left"
  case columnRight = "column.right"
  case nextPane = "pane.next"
  case previousPane = "pane.previous"
  case zoom = "pane.zoom"
  case open = "go.in"
  case back = "go.back"
  case previousPlace = "go.previous-place"
  case nextSegment = "segment.next"
  case previousSegment = "segment.previous"
  case filter = "table.filter"
  case sort = "table.sort"
  case sortMore = "table.sort-more"
  case columns = "table.columns"
  case mark = "table.mark"
  case markRange = "table.mark-range"
  case markAll = "table.mark-all"
  case why = "show.why"
  case criteria = "show.criteria"
  case track = "show.other-track"
  case lists = "show.lists"
  case history = "show.history"
  case datasets = "show.datasets"
  case expiring = "show.expiring"
  case edit = "edit.value"
  case increase = "edit.increase"
  case decrease = "edit.decrease"
  case add = "edit.add"
  case remove = "edit.remove"
  case undo = "edit.undo"
  case redo = "edit.redo"
  case flip = "scenario.flip"
  case edits = "scenario.edits"
  case scenarios = "scenario.list"
  case saveScenario = "scenario.save"
  case duplicateScenario = "scenario.duplicate"
  case exportScenario = "scenario.export"
  case compare = "scenario.compare"
  case rulebook = "scenario.rulebook"
  case plan = "plan.show"
  case expression = "edit.expression"
  case usage = "show.usage"
  case nextFailing = "failing.next"
  case previousFailing = "failing.previous"
  case copyCell = "copy.cell"
  case copyRows = "copy.rows"
  case export = "copy.export"
  case reload = "data.reload"
  case themes = "screen.themes"
  case mouse = "screen.mouse"
  case privacy = "screen.privacy"
  case redraw = "screen.redraw"
  case palette = "help.palette"
  case help = "help.keys"
  case quit = "program.close"
  case leave = "program.leave"
  case suspend = "program.suspend"
}

/// What people read about a command, and the keys it has unless they say otherwise.
public struct CommandInfo: Sendable {
  public var command: Command
  /// A verb phrase: `Sort by this column`.
  public var title: String
  public var group: Group
  public var keys: [String]
  /// A short word for the footer; nil keeps it out of there.
  public var hint: String?

  public enum Group: String, CaseIterable, Sendable {
    case places = "Places"
    case rows = "Rows and columns"
    case tables = "Tables"
    case answers = "Answers"
    case whatIf = "What if"
    case screen = "Screen"
    case program = "Program"
  }

  init(
    _ command: Command, _ title: String, _ group: Group, _ keys: [String], hint: String? = nil
  ) {
    self.command = command
    self.title = title
    self.group = group
    self.keys = keys
    self.hint = hint
  }
}
