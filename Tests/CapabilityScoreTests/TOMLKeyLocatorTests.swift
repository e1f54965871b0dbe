import Testing

@testable import RuleFiles

/// The parser gives no lines but for syntax errors: the locator must find every key it finds.
@Suite struct TOMLKeyLocatorTests {
  private static let tricky = #"""
    title = "a"            # a comment = with an equals sign
    "quoted key" = 1
    'literal.dot' = 2
    "es\"caped" = 3
    dotted.key . "third" = 4
    text = """
    not = "a key"
    [not.a.table]
    still \""" open ]
    """
    after-text = 5
    quotes = """ends in two quotes"""""
    after-quotes = ["""in a list"""", "b"]
    literal = '''
    also = 'not a key' \'''
    after-literal = 6
    list = [
      "a", # ] not the end
      "]", '[',
      [1, 2], { inner = 3 },
    ]
    after-list = 7
    inline = { a = 1, b = { c = 2 } }
    marks = "\#u{301}e = mc" # \#u{301} "
    separators = "a\#u{2028}b\#u{85}" # \#u{2029} {
    hash = "# no comment"
    [ table . sub ]
      indented = 8
    [table."with ] bracket"]
    x = 9
    [[list-of.tables]]
    id = "first"
      [[list-of.tables.child]]
      id = "first of first"
      [[list-of.tables.child]] # another
      id = "second of first"
        [list-of.tables.child.options]
        deep = true
    [[list-of.tables]]
    id = "second"
      [[list-of.tables.child]]
      id = "first of second"
    """#

  /// Every path below a node with the line it was given.
  private func places(_ node: TOMLNode, _ path: [String] = []) -> [(path: String, line: Int)] {
    let own = path.isEmpty ? [] : [(path: path.joined(separator: "."), line: node.line)]
    switch node.value {
    case .table(let children):
      return own + children.flatMap { places($0.value, path + [$0.key]) }
    case .array(let elements):
      return own + elements.enumerated().flatMap { places($1, path + [String($0)]) }
    default: return own
    }
  }

  private func lines(_ text: String) throws -> [String: Int] {
    let node = try TOMLNode(text: text, file: "t.toml")
    return Dictionary(places(node).map { ($0.path, $0.line) }, uniquingKeysWith: { a, _ in a })
  }

  @Test(arguments: [
    ("title", 1), ("quoted key", 2), ("literal.dot", 3), ("es\"caped", 4), ("dotted.key.third", 5),
    ("text", 6), ("after-text", 11), ("quotes", 12), ("after-quotes", 13), ("literal", 14),
    ("after-literal", 16), ("list", 17), ("after-list", 22), ("inline", 23), ("inline.b.c", 23),
    ("marks", 24), ("separators", 25), ("hash", 26), ("table.sub", 27), ("table.sub.indented", 28),
    ("table.with ] bracket", 29), ("table.with ] bracket.x", 30), ("list-of.tables.0", 31),
    ("list-of.tables.0.id", 32), ("list-of.tables.0.child.0.id", 34),
    ("list-of.tables.0.child.1", 35), ("list-of.tables.0.child.1.id", 36),
    ("list-of.tables.0.child.1.options.deep", 38), ("list-of.tables.1", 39),
    ("list-of.tables.1.id", 40), ("list-of.tables.1.child.0.id", 42),
  ])
  func `every key is found on its line`(path: String, line: Int) throws {
    #expect(try lines(Self.tricky)[path] == line)
  }

  @Test func `line ends of any kind are one line`() throws {
    let windows = Self.tricky.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    #expect(try lines(windows) == lines(Self.tricky))
  }

  @Test func `a byte order mark does not hide the first table`() throws {
    #expect(try lines("\u{FEFF}[[a]]\nx = 1\n[[a]]\nx = 2")["a.1.x"] == 4)
  }

  /// Checked against a plain reading of lines: the shipped files have no values that look like keys.
  @Test(arguments: RulebookFile.shipped.indices)
  func `every key of a shipped rulebook stands on the line it is given`(index: Int) throws {
    let file = RulebookFile.shipped[index]
    let text = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let node = try TOMLNode(text: file.text, file: file.name)
    var seen: Set<Int> = []
    for (path, line) in places(node) {
      let names = path.split(separator: ".")
      let written = text[line - 1].drop { $0 == " " }
      guard let name = names.last(where: { Int($0) == nil }) else { continue }
      seen.insert(line)
      let isInList = names.last.map { Int($0) != nil } == true
      #expect(
        written.hasPrefix("\(name) =") || written.hasPrefix("[") && written.contains("\(name)]"),
        "\(path) on line \(line)\(isInList ? ", in a list" : "")")
    }
    let keys = text.indices.filter { number in
      let line = text[number].drop { $0 == " " }
      return line.hasPrefix("[") || !line.hasPrefix("#") && line.contains(" = ")
    }
    #expect(Set(keys.map { $0 + 1 }).subtracting(seen) == [])
  }

  @Test(arguments: [
    ("a", ["a"]), ("a.b", ["a", "b"]), (" a . \"b.c\" . 'd' ", ["a", "b.c", "d"]), ("a=1", ["a"]),
    ("a ] # x", ["a"]), ("\"\"", [""]),
  ])
  func `keys are split at dots outside quotes`(text: String, keys: [String]) {
    #expect(KeyLocator.keys(text.utf8) == keys)
  }

  @Test(arguments: [
    ("scop", ["scope", "source"], "scope"), ("zzz", ["scope"], nil), ("ID", ["id"], "id"),
    ("x", ["y"], "y"), ("", ["id"], nil),
  ])
  func `suggestions are near, or none`(word: String, candidates: [String], nearest: String?) {
    #expect(SpellingSuggestion.nearest(to: word, among: candidates) == nearest)
  }
}
