/// What a cell means. Views draw roles; only a theme knows colours.
public enum Role: String, CaseIterable, Sendable {
  case text
  case textDim = "text.dim"
  case textStrong = "text.strong"
  case textHeading = "text.heading"
  case background
  case border
  case borderFocus = "border.focus"
  case title
  case tab
  case tabActive = "tab.active"
  case crumb
  case crumbActive = "crumb.active"
  case tableHeader = "table.header"
  case tableHeaderSorted = "table.header.sorted"
  case tableCursor = "table.cursor"
  case tableCursorBlur = "table.cursor.blur"
  case tableMarked = "table.marked"
  case tableMatch = "table.match"
  case gaugeFill = "gauge.fill"
  case gaugeEmpty = "gauge.empty"
  case gaugeThreshold = "gauge.threshold"
  case gaugeBaseline = "gauge.baseline"
  case gaugeGain = "gauge.gain"
  case chartBar = "chart.bar"
  case chartAxis = "chart.axis"
  case chartThreshold = "chart.threshold"
  case sparkline
  case statusMet = "status.met"
  case statusNear = "status.near"
  case statusUnmet = "status.unmet"
  case statusUnknown = "status.unknown"
  case deltaUp = "delta.up"
  case deltaDown = "delta.down"
  case deltaNone = "delta.none"
  case editChanged = "edit.changed"
  case editAdded = "edit.added"
  case editInvalid = "edit.invalid"
  case whatIfFrame = "whatif.frame"
  case input
  case notice
  case noticeWarn = "notice.warn"
  case noticeError = "notice.error"
  case key
  case keyDescription = "key.description"
  case scrollbar
  case overlay
  case overlayTitle = "overlay.title"

  /// The role whose style a theme may give in place of this one's: the dotted prefix where that is
  /// a role, else `text`. `text` and `background` have none.
  public var parent: Role? {
    if self == .text || self == .background { return nil }
    return dottedParent ?? .text
  }

  /// The role named by everything before the last dot, if there is one.
  var dottedParent: Role? {
    guard let dot = rawValue.lastIndex(of: ".") else { return nil }
    return Role(rawValue: String(rawValue[..<dot]))
  }

  /// Whether the role is meant to lie under text.
  public var isGround: Bool {
    switch self {
    case .background, .title, .tabActive, .tableCursor, .tableCursorBlur, .tableMarked,
      .whatIfFrame, .overlay, .input, .notice, .noticeWarn, .noticeError:
      true
    default: false
    }
  }
}
