import Foundation
import TerminalKit
import Testing

@testable import Dashboard

/// The pictures in the docs are what the program shows after the keys that stand above them:
/// `<!-- screen 100x24: 4 Enter -->` and a block of code. `make record` draws them anew.
@Suite struct PicturePageTests {
  @Test(arguments: ["README.md", "docs/tour.md", "docs/questions.md"])
  func `the pictures of a page are the program's`(_ name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(name)
    let written = try String(contentsOf: file, encoding: .utf8)
    let drawn = try Self.drawn(written)
    #expect(written.contains("<!-- screen "))
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try drawn.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("wrote \(name): read the difference, then run again")
      return
    }
    #expect(written == drawn)
  }

  /// The page with every picture drawn anew.
  private static func drawn(_ page: String) throws -> String {
    var lines: [Substring] = []
    var rest = page.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = rest.popFirst() {
      lines.append(line)
      guard let match = line.wholeMatch(of: /<!-- screen (\d+)x(\d+): ?(.*?) ?-->/),
        let columns = Int(match.1), let rows = Int(match.2), rest.popFirst() == "```"
      else { continue }
      var script = Script(try MediumPartner.standings(), columns: columns, rows: rows)
      script.type(String(match.3))
      lines.append("```")
      lines += script.lines.map { line in
        line.prefix(line.count - line.reversed().prefix { $0 == " " }.count)
      }
      lines.append("```")
      rest = rest.drop { $0 != "```" }.dropFirst()
    }
    return lines.joined(separator: "\n")
  }
}
