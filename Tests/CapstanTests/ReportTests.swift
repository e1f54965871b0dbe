import Foundation
import Testing

/// The page for people who do not use a terminal.
@Suite struct ReportTests {
  private func report(
    _ form: String, _ place: Workplace, _ options: [String] = []
  ) throws -> String {
    let file = place.path("standing.\(form)")
    let outcome = try place.run(
      ["report", "--as-of", PublicCase.tiny.asOf, "--output", file, "--replace"] + options)
    try #require(outcome.status == 0, "\(outcome.complaint)")
    return try String(contentsOfFile: file, encoding: .utf8)
  }

  @Test(arguments: ["md", "html"])
  func `a report has every area's points as score gives them`(_ form: String) throws {
    let place = try Workplace().importing(.tiny)
    let text = try report(form, place)
    let score = try place.run("score", "--format", "json", "--as-of", PublicCase.tiny.asOf).json()
    for area in score["areas"].items {
      let points = try #require(area["points"].number)
      let name = try #require(area["name"].string).replacing(
        "&", with: form == "md" ? "&" : "&amp;")
      let line = text.split(separator: "\n").first { $0.contains(name) && $0.contains("window") }
      #expect(line?.contains(String(format: "%.1f", points)) == true, "\(name): \(line ?? "")")
    }
    #expect(text.contains("Nearly there") && text.contains("Plan"))
  }

  @Test func `the page needs nothing from outside, and names cannot break it`() throws {
    let place = try Workplace()
    let rows = [
      "CustomerTenantId,CustomerName,ServiceLevel2,Month,PartnerAttributionType,ACR_USD",
      "t1,<script>alert(1)</script> | `x` & Söhne,Storage,2024-06,CSP,900",
    ]
    _ = try place.write(rows.joined(separator: "\n"), to: "in/AzureUsage.csv")
    try #require(try place.run("import", place.path("in")).status == 0)
    let html = try report("html", place)
    #expect(html.contains("&lt;script&gt;alert(1)"), "\(html)")
    #expect(!html.contains("<script") && !html.contains("http") && !html.contains("src="))
    let markdown = try report("md", place)
    #expect(markdown.contains(#"\<script\>alert(1)\</script\> \| \`x\`"#), "\(markdown)")
  }

  @Test func `a scenario shows before and after`() throws {
    let place = try Workplace().importing(.tiny)
    let name = try #require(PublicCase.tiny.scenarios.first)
    let file = "\(PublicCase.tiny.folder)/scenarios/\(name).json"
    try #require(try place.run("scenario", "import", file).status == 0)
    let stored = try #require(
      place.run("scenario", "list", "--format", "json").json()["scenarios"].items.first)
    let title = try #require(stored["name"].string)
    let text = try report("md", place, ["--scenario", title])
    #expect(text.contains("with the scenario"))
    #expect(text.contains(" → "), "\(text)")
  }

  @Test func `a report viewer's report masks money and people`() throws {
    let place = try Workplace().importing(.medium)
    let open = try report("md", place, ["--area", "data-ai"])
    let masked = try report("md", place, ["--area", "data-ai", "--role", "report-viewer"])
    #expect(open.contains(" USD") && masked.contains("•••"))
    #expect(open.contains("Bo Ito") && !masked.contains("Bo Ito"))
    #expect(masked.firstMatch(of: /[0-9] USD/) == nil, "\(masked)")
  }

  @Test func `a file is not written over unasked, nor in an unknown form`() throws {
    let place = try Workplace().importing(.tiny)
    let file = try place.write("mine", to: "standing.md")
    #expect(try place.run("report", "--output", file).status == 73)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    #expect(try place.run("report", "--output", place.path("standing.pdf")).status == 64)
  }
}
