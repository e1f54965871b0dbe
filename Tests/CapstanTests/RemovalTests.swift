import Foundation
import Testing

/// What-if edits of data that reaches beyond the months that scoring reads.
@Suite struct RemovalTests {
  @Test func `removing a tenant without usage in the trailing year changes nothing`() throws {
    let place = try Workplace()
    let exports = try place.write(
      """
      CustomerTenantId,WorkloadName,MonthlyActiveUsers,PaidAvailableUnits,DateAssociated,PartnerAttributionType,Date
      t1,Teams,40,50,2024-02-01,CPOR,2024-07
      t1,EXO,40,50,,CPOR,2023-06
      t2,Yammer,20,50,,CPOR,2024-06
      """, to: "CPORUsage.csv")
    try #require(try place.run("import", exports).status == 0)
    let edit = #"{"edit": "remove-tenant", "tenant": "t1"}"#
    let run = try place.run(
      "whatif", "--edit", edit, "--as-of", "2024-07-15", "--format", "json")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let (before, after) = (json["before"] as? NSDictionary, json["after"] as? NSDictionary)
    #expect(before != nil && before == after, "\(run.output)")
  }
}
