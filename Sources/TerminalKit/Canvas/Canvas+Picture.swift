extension Canvas {
  /// The rows as text, trailing blanks removed: the form that tests compare.
  public var text: String {
    (0..<size.rows).map { row in
      let line = (0..<size.columns).map { self[$0, row].text }.joined()
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// A letter for each distinct pair of role and ground, then the legend; `.` is plain text on the
  /// background.
  public var roleMap: String {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    var names = ["text on background": Character(".")]
    var legend: [String] = []
    let rows = (0..<size.rows).map { row in
      String(
        (0..<size.columns).map { column -> Character in
          let cell = self[column, row]
          let pair = "\(cell.role.rawValue) on \(cell.ground.rawValue)"
          if let letter = names[pair] { return letter }
          let letter = legend.count < letters.count ? letters[legend.count] : "?"
          names[pair] = letter
          legend.append("\(letter) \(pair)")
          return letter
        })
    }
    return (rows + legend).joined(separator: "\n")
  }
}
