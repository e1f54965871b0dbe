/// The key page of the docs, made from the command table.
public enum KeyPage {
  public static var markdown: String {
    var lines = [
      "# Keys", "",
      "Made from the command table; `make record` writes it anew. Every name can be bound to other",
      "keys in `capstan.toml` ([configuration](configuration.md)); an empty list switches it off.",
    ]
    for group in CommandInfo.Group.allCases {
      lines += ["", "## \(group.rawValue)", "", "| keys | action | name |", "| --- | --- | --- |"]
      for info in CommandInfo.all where info.group == group {
        let keys = info.keys.map { "`\($0)`" }.joined(separator: " ")
        lines.append(
          "| \(keys.isEmpty ? "(palette)" : keys) | \(info.title) | `\(info.command.rawValue)` |")
      }
    }
    lines += [
      "", "`Ctrl-C` always leaves. In a filter: words in any order, `!word` for rows without it,",
      "`column:word`, `>n`, `<n`, `~fuzzy`; a capital letter makes a word match case.", "",
    ]
    return lines.joined(separator: "\n")
  }
}
