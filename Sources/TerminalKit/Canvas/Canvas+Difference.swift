extension Canvas {
  /// The columns of a row that differ from another canvas of the same size; nil if none do. No wide
  /// glyph is cut, neither as it was nor as it is.
  func difference(from other: Canvas, row: Int, columns: Int) -> Range<Int>? {
    let start = row * size.columns
    guard other.size == size, row >= 0, row < size.rows else { return 0..<columns }
    return cells.withUnsafeBufferPointer { new in
      other.cells.withUnsafeBufferPointer { old in
        var first = 0
        var last = min(columns, size.columns)
        while first < last, new[start + first] == old[start + first] { first += 1 }
        guard first < last else { return nil }
        while new[start + last - 1] == old[start + last - 1] { last -= 1 }
        func isCut(_ column: Int) -> Bool {
          column < size.columns
            && (new[start + column].isRightHalf || old[start + column].isRightHalf)
        }
        while first > 0, isCut(first) { first -= 1 }
        while isCut(last) { last += 1 }
        return first..<last
      }
    }
  }
}
