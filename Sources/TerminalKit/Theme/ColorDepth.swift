/// How many colours a terminal can show.
public enum ColorDepth: Int, Sendable, Comparable, CaseIterable {
  case mono = 0
  case ansi8 = 8
  case ansi16 = 16
  case palette256 = 256
  case direct = 0x1000000

  /// The depth of a terminal that has this many colours.
  public init(colors: Int) {
    self = Self.allCases.last { $0.rawValue <= colors } ?? .mono
  }

  public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
