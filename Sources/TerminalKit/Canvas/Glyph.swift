/// What one cell shows: a spacing scalar and up to three zero-width marks, kept in place so that
/// comparing two cells is comparing two numbers.
public struct Glyph: Hashable, Sendable {
  /// The spacing scalar.
  public let scalar: Unicode.Scalar
  /// 1 or 2.
  public let columns: UInt8
  /// 21 bits for each mark, the first one lowest.
  private var marks: UInt64 = 0

  static let space = Glyph(scalar: " ", columns: 1)

  init(scalar: Unicode.Scalar, columns: UInt8) {
    self.scalar = scalar
    self.columns = columns
  }

  /// Whether it is an arrow, a mark or a piece of a bar or a line, or what stands for these in ASCII.
  var isSign: Bool {
    switch scalar {
    case "\u{2190}"..."\u{21FF}", "\u{2500}"..."\u{28FF}": true
    case "#", "*", "+", "=", "<", ">", "^", "|", "~": true
    default: false
    }
  }

  var hasMarks: Bool { marks != 0 }

  /// Adds a mark; a fourth one is dropped.
  mutating func append(mark: Unicode.Scalar) {
    for shift in stride(from: 0, through: 42, by: 21) where marks >> shift == 0 {
      marks |= UInt64(mark.value) << shift
      return
    }
  }

  /// The scalars in the order in which a terminal wants them.
  public var scalars: [Unicode.Scalar] {
    guard hasMarks else { return [scalar] }
    return [scalar]
      + stride(from: 0, through: 42, by: 21).compactMap { shift in
        let value = UInt32(truncatingIfNeeded: marks >> shift & 0x1F_FFFF)
        return value == 0 ? nil : Unicode.Scalar(value)
      }
  }
}
