import Testing

@testable import InsightsCache

@Suite struct RecognitionTests {
  @Test(arguments: DatasetDefinition.all)
  func `a dataset is known by its needed columns, in any order and case`(
    _ definition: DatasetDefinition
  ) throws {
    let names = definition.needed.map { "  \($0.names.last?.uppercased() ?? "") " } + ["Extra"]
    let columns = try DatasetDefinition.recognise(ExportHeader(names.reversed()))
    #expect(columns.definition.dataset == definition.dataset)
    #expect(columns.columnCount == names.count)
  }

  @Test func `of two datasets that match, the one with more matching columns is meant`() throws {
    let shared = [
      "CustomerTenantId", "WorkloadName", "PartnerAttributionType", "PaidAvailableUnits",
      "MonthlyActiveUsers", "Month", "Date",
    ]
    #expect(try dataset(of: shared + ["CustomerSegment"]) == .officeUsage)
    #expect(try dataset(of: shared + ["ClaimId", "DateAssociated"]) == .cporUsage)
  }

  @Test func `an unknown file is told its closest match and what is missing`() {
    let header = [
      "CustomerTenantId", "WorkloadName", "Month", "PartnerAttributionType", "PaidAvailableUnits",
    ]
    #expect(
      throws: ExportFileError.unknownColumns(
        closest: .officeUsage, missing: ["MonthlyActiveUsers"])
    ) { try dataset(of: header) }
  }

  @Test func `of two columns with one name the first is read`() throws {
    let columns = try DatasetDefinition.recognise(
      ExportHeader(["MpnId", "PartnerName", "MPNID", "HierarchyLevel"]))
    #expect(columns[.partnerID] == 0)
  }

  private func dataset(of header: [String]) throws -> Dataset {
    try DatasetDefinition.recognise(ExportHeader(header)).definition.dataset
  }
}
