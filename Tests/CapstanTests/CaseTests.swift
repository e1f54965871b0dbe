import Foundation
import Testing

/// The public cases: exports in, every number out.
@Suite struct CaseTests {
  @Test(arguments: PublicCase.all)
  func `an import takes, keeps aside and refuses what the case says`(
    _ example: PublicCase
  ) throws {
    let place = try Workplace()
    let outcome = try place.run(["import", "--format", "json"] + example.exports)
    let files = try outcome.json()["files"].items
    #expect(outcome.status == (example.badFiles.isEmpty ? 0 : 65), "\(outcome.complaint)")
    #expect(files.reduce(0) { $0 + ($1["rejected"].number ?? 0) } == Double(example.rejectedRows))
    #expect(files.reduce(0) { $0 + ($1["skipped"].number ?? 0) } == Double(example.skippedRows))
    let bad = files.filter { $0["error"] != .null }.compactMap { $0["file"].string }
    #expect(bad.sorted() == example.badFiles.sorted())
    let rejects = try place.run("rejects", "--format", "json").json()
    #expect(rejects.rows.count == example.rejectedRows)
  }

  @Test(arguments: PublicCase.all)
  func `every score and every scenario is the expected one`(_ example: PublicCase) throws {
    let place = try Workplace()
    _ = try place.run(["import"] + example.exports)
    let score = try place.run("score", "--format", "json", "--as-of", example.asOf)
    #expect(score.status == 0, "\(score.complaint)")
    #expect(try example.answer("expected.json").differences(from: score.json()).isEmpty)
    for scenario in example.scenarios {
      let file = "\(example.folder)/scenarios/\(scenario).json"
      let whatif = try place.run("whatif", file, "--format", "json", "--as-of", example.asOf)
      let wanted = try example.answer("scenarios/\(scenario).expected.json")
      #expect(whatif.status == 0, "\(whatif.complaint)")
      #expect(try wanted.differences(from: whatif.json()).isEmpty, "\(scenario)")
    }
  }

  @Test func `edits of the command line are those of the file`() throws {
    let place = try Workplace().importing(.tiny)
    let scenario = try #require(PublicCase.tiny.scenarios.first)
    let file = "\(PublicCase.tiny.folder)/scenarios/\(scenario).json"
    let options = ["--as-of", PublicCase.tiny.asOf, "--format", "json"]
    let ofFile = try place.run(["whatif", file] + options).json()
    let edits = ofFile["edits"].items.map { $0["edit"] }
    try #require(!edits.isEmpty)
    let arguments = try edits.flatMap { edit in
      ["--edit", String(decoding: try JSONEncoder().encode(edit), as: UTF8.self)]
    }
    let typed = try place.run(["whatif"] + arguments + options)
    #expect(typed.status == 0, "\(typed.complaint)")
    #expect(try ofFile["after"] == typed.json()["after"])
    let wrong = try place.run("whatif", "--edit", #"{"edit": "fly"}"#)
    #expect(wrong.status == 65 && wrong.complaint.contains("--edit"), "\(wrong.complaint)")
    #expect(try place.run("whatif").status == 64)
  }

  @Test func `a what-if says who is gained and lost`() throws {
    let place = try Workplace().importing(.tiny)
    let options = ["--as-of", PublicCase.tiny.asOf]
    let list = try place.run(
      ["explain", "modern-work", "net-customer-adds", "--format", "json"] + options
    ).json()
    let counted = try #require(
      list["contributors"].items.first { $0["change"] == .string("added") }, "\(list)")
    let id = try #require(counted["tenant"].string)
    let edit = #"{"edit": "remove-tenant", "tenant": "\#(id)"}"#
    let removed = try place.run(["whatif", "--edit", edit, "--format", "json"] + options).json()
    let change = try #require(
      removed["changedHands"].items.first {
        $0["metric"] == .string("net-customer-adds") && $0["area"] == .string("modern-work")
      })
    #expect(change["lost"].items.map { $0["tenant"] } == [counted["tenant"]])
    #expect(change["gained"].items.isEmpty)
    let words = try place.run(["whatif", "--edit", edit] + options).output
    #expect(words.contains("Modern Work, SMB, Net customer adds: loses"), "\(words)")
  }

  @Test func `a what-if as CSV has a row for every metric`() throws {
    let place = try Workplace().importing(.tiny)
    let file =
      "\(PublicCase.tiny.folder)/scenarios/\(try #require(PublicCase.tiny.scenarios.first)).json"
    let rows = try place.run("whatif", file, "--as-of", PublicCase.tiny.asOf, "--format", "csv")
      .output.split(separator: "\n")
    #expect(rows.first == "area,track,metric,before,after,change")
    #expect(rows.contains { $0.hasPrefix("modern-work,smb,net-customer-adds,") })
  }

  @Test func `there are public cases`() {
    #expect(PublicCase.all.count >= 4)
  }

  @Test func `a comparison finds a number, an id and a key that differ`() throws {
    let wanted = try JSON(text: #"{"areas": [{"id": "a", "points": 1.0, "qualified": false}]}"#)
    let same = try JSON(
      text: #"{"areas": [{"id": "b"}, {"id": "a", "points": 1.0000001, "qualified": false}]}"#)
    let other = try JSON(text: #"{"areas": [{"id": "a", "points": 1.1}]}"#)
    #expect(wanted.differences(from: same).isEmpty)
    #expect(wanted.differences(from: other).count == 2)
  }
}

extension JSON {
  /// The rows of a list, whatever its member is called.
  fileprivate var rows: [JSON] {
    if case .object(let members) = self {
      for member in members.values { if case .array(let items) = member { return items } }
    }
    return items
  }
}
