import CapabilityScore
import Testing

/// Exports as bad as real ones: nothing is dropped without a word.
@Suite struct DirtyExportTests {
  @Test(arguments: FuzzRuns.count(6))
  func `every row is imported, rejected or skipped`(_ seed: Int) throws {
    let place = try Workplace()
    let folder = place.path("exports")
    let made = try place.run(
      [
        "sample-exports", folder, "--tenants", "25", "--months", "14", "--seed", "\(seed)",
        "--dirty",
      ])
    try #require(made.status == 0, "\(made.complaint)")
    let outcome = try place.run("import", folder, "--format", "json")
    #expect(outcome.status == 0, "\(outcome.complaint)")
    let files = try outcome.json()["files"].items
    #expect(files.count == 9)
    var rows = 0
    for file in files {
      func count(_ key: String) -> Int { Int(file[key].number ?? -1) }
      #expect(count("rows") == count("imported") + count("rejected") + count("skipped"))
      rows += count("rows")
    }
    #expect(made.output.hasPrefix("\(NumberWords.grouped(Int64(rows))) rows in 9 files"), "\(rows)")
    #expect(files.contains { $0["rejected"].number ?? 0 > 0 })
    let score = try place.run("score", "--format", "json")
    #expect(score.status == 0, "\(score.complaint)")
  }
}
