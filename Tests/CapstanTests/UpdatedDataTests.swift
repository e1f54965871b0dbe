import CapabilityScore
import Dashboard
import InsightsCache
import RuleFiles
import Testing

@testable import capstan

/// The dashboard follows its cache without reading all of it.
@Suite struct UpdatedDataTests {
  private let day = Day(year: 2024, month: 7, day: 15)!
  private let place: Workplace
  private let partner: PartnerData

  init() throws {
    place = try Workplace().importing(.medium)
    partner = PartnerData(
      cachePath: place.cache, rulebook: try RulebookFile.shipped[0].rulebook(), asOf: day,
      enrolments: [:], disclosure: Disclosure(role: .partnerAdmin), rules: 7)
  }

  private func load(_ known: Standings? = nil) throws -> Standings? {
    if case .standings(let standings) = try partner.load(unless: known) { standings } else { nil }
  }

  @Test func `a change of one tenant gives what reading everything gives`() throws {
    var known = try #require(try load())
    let tenant = known.explainer.portfolio.tenants.ids[3]
    for revenue in [0, 40_000, 123_456, 0] {
      let row = "\(tenant),Storage,2024-06,CSP,\(revenue),0,1\n"
      let header =
        "CustomerTenantId,ServiceLevel2,Month,PartnerAttributionType,ACR_USD,IsACRDuplicateAtPGALevel,MPNID\n"
      let path = try place.write(header + row, to: "AzureUsage-one.csv")
      _ = try partner.importExports([path]) { _ in .proceed }
      let store = try InsightsStore(path: place.cache, access: .readOnly)
      let (shown, generation) = (known.explainer.portfolio, Int(known.generation))
      #expect(try store.update(shown, of: generation, asOf: day) != nil)
      let updated = try #require(try load(known))
      let whole = try #require(try load())
      #expect(updated.scorecard == whole.scorecard)
      #expect(updated.usage == whole.usage && updated.generation == whole.generation)
      #expect(updated.freshness == whole.freshness)
      #expect(updated.scorecard != known.scorecard || revenue == 0)
      known = updated
    }
  }

  @Test func `nothing is read where nothing changed`() throws {
    let known = try #require(try load())
    #expect(try load(known) == nil)
  }

  @Test func `another file of the same age is not taken for the one that is known`() throws {
    var known = try #require(try load())
    known.file += 1
    #expect(try load(known) != nil)
  }
}
