import Foundation
import Testing

@testable import Dashboard

@Suite struct KeyPageTests {
  @Test func `the key page of the docs is the command table's`() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/keys.md")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try KeyPage.markdown.write(to: page, atomically: true, encoding: .utf8)
      Issue.record("wrote docs/keys.md: read the difference, then run again")
      return
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == KeyPage.markdown)
  }
}
