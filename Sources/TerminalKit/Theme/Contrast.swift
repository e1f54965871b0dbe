import Glibc

/// How well two colours can be told apart (WCAG 2, and Viénot's simulation of colour blindness).
public enum Contrast {
  /// A kind of colour blindness.
  public enum Deficiency: Sendable, CaseIterable { case deuteranopia, tritanopia }

  /// Relative luminance, 0 for black to 1 for white; nil for the terminal's default.
  public static func luminance(_ color: Color) -> Double? {
    linear(color).map { 0.2126 * $0[0] + 0.7152 * $0[1] + 0.0722 * $0[2] }
  }

  /// 1 for equal to 21 for black on white; nil where a colour is the terminal's default.
  public static func ratio(_ left: Color, _ right: Color) -> Double? {
    guard let left = luminance(left), let right = luminance(right) else { return nil }
    return (max(left, right) + 0.05) / (min(left, right) + 0.05)
  }

  /// The colour as a person with this deficiency sees it; the terminal's default stays.
  public static func simulated(_ color: Color, for deficiency: Deficiency) -> Color {
    guard let linear = linear(color) else { return color }
    let seen = matrix(deficiency).map { row in
      byte(zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 })
    }
    return .rgb(seen[0], seen[1], seen[2])
  }

  /// The distance of two colours in the CIE L*a*b* space; below 10 they are hard to tell apart.
  public static func difference(_ left: Color, _ right: Color) -> Double? {
    guard let left = lab(left), let right = lab(right) else { return nil }
    return sqrt(zip(left, right).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
  }

  /// Whether white text reads better on the colour than black text.
  public static func isDark(_ color: Color) -> Bool { luminance(color).map { $0 < 0.18 } ?? true }

  private static func linear(_ color: Color) -> [Double]? {
    color.components.map { [$0.red, $0.green, $0.blue].map(linear) }
  }

  private static func linear(_ component: Int) -> Double {
    let value = Double(component) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  private static func byte(_ linear: Double) -> UInt8 {
    let value = min(1, max(0, linear))
    let encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * pow(value, 1 / 2.4) - 0.055
    return UInt8((encoded * 255).rounded())
  }

  /// On linear red, green and blue.
  private static func matrix(_ deficiency: Deficiency) -> [[Double]] {
    switch deficiency {
    case .deuteranopia:
      [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]]
    case .tritanopia:
      [[1, 0.14461, -0.14461], [0, 0.85924, 0.14076], [0, 0.85924, 0.14076]]
    }
  }

  private static func lab(_ color: Color) -> [Double]? {
    guard let rgb = linear(color) else { return nil }
    func curve(_ value: Double) -> Double {
      value > 0.008856 ? cbrt(value) : 7.787 * value + 16 / 116
    }
    let x = curve((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505)
    let y = curve(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2])
    let z = curve((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }
}
