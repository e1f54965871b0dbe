internal import CNcurses
import Glibc

/// What the terminal of this process can do, asked without taking it over.
public struct TerminalReport: Sendable {
  /// What TERM says.
  public var type: String
  /// Why a screen could not be opened on this type; nil where it could.
  public var problem: TerminalError?
  /// The colours that would be used.
  public var colorDepth: ColorDepth
  /// Whether NO_COLOR forbids colours.
  public var forbidsColor: Bool
  /// Whether the locale's characters are UTF-8.
  public var isUnicode: Bool

  @MainActor public init() {
    let environment = TerminalEnvironment()
    type = environment.type
    forbidsColor = environment.forbidsColor
    isUnicode = TerminalScreen.chooseLocale()
    do {
      let entry = try TerminalEntry(
        environment, descriptor: 1, wantsDirectColor: environment.promisesDirectColor)
      let colors = ColorDepth(colors: Int(tigetnum("colors")))
      let most: ColorDepth =
        entry.isOwn && !environment.promisesDirectColor ? .palette256 : .direct
      colorDepth = forbidsColor ? .mono : min(colors, most)
    } catch {
      problem = error
      colorDepth = .mono
    }
  }
}
