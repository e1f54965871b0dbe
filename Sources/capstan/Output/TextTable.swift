import TerminalKit

/// Rows of text under headings, aligned; numbers to the right.
struct TextTable {
  struct Column {
    var title: String
    var alignsRight = false
  }

  var columns: [Column]
  var rows: [[String]] = []

  init(_ titles: [String], right: Set<Int> = []) {
    columns = titles.enumerated().map { Column(title: $1, alignsRight: right.contains($0)) }
  }

  /// The lines, without trailing blanks.
  var lines: [String] {
    let widths = columns.indices.map { index in
      ([columns[index].title] + rows.map { $0.indices.contains(index) ? $0[index] : "" })
        .map { TextWidth.columns($0) }.max() ?? 0
    }
    return ([columns.map(\.title)] + rows).map { cells in
      let line = zip(columns.indices, cells).map { index, cell in
        TextWidth.fit(
          cell, to: widths[index], align: columns[index].alignsRight ? .right : .left)
      }.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  func print() {
    for (number, line) in lines.enumerated() { Output.line(line, number == 0 ? .strong : .plain) }
  }
}
