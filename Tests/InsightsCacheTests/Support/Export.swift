import CapabilityScore

@testable import InsightsCache

/// Builds the text of small exports.
enum Export {
  static func azure(_ rows: [[String]]) -> String {
    csv(
      [
        "CustomerTenantId", "CustomerName", "ServiceLevel2", "Month", "PartnerAttributionType",
        "ACR_USD", "IsACRDuplicateAtPGALevel", "MPNID",
      ], rows)
  }

  static func azure(
    _ tenant: String = "t1", _ workload: String = "Storage", _ month: String = "2024-06",
    _ association: String = "CSP", _ acr: String = "1", flag: String = "0", partner: String = "1"
  ) -> [String] {
    [tenant, "Contoso", workload, month, association, acr, flag, partner]
  }

  static func office(_ rows: [[String]]) -> String {
    csv(
      [
        "CustomerTenantId", "WorkloadName", "Month", "PartnerAttributionType",
        "PaidAvailableUnits", "MonthlyActiveUsers",
      ], rows)
  }

  static func claims(_ rows: [[String]]) -> String {
    csv(
      [
        "CustomerTenantId", "WorkloadName", "Date", "PartnerAttributionType",
        "PaidAvailableUnits", "MonthlyActiveUsers", "DateAssociated", "ClaimId",
      ], rows)
  }

  static func ems(_ rows: [[String]]) -> String {
    csv(
      [
        "CustomerTenantId", "Month", "PartnerAttachType", "IntunePaidAvailableUnits",
        "IntuneMonthlyActiveUsers", "AADPPaidAvailableUnits", "AADPMonthlyActiveUsers",
        "AzipPaidAvailableUnits", "AzipMonthlyActiveUsers",
      ], rows)
  }

  static func training(_ rows: [[String]]) -> String {
    csv(
      [
        "TrainingTitle", "TrainingType", "TrainingCompletionDate", "ExpirationDate", "CorpEmail",
        "Email", "MCPID", "ActivationStatus", "IndividualFirstName", "IndividualLastName",
      ], rows)
  }

  static func csv(_ header: [String], _ rows: [[String]]) -> String {
    ([header] + rows).map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ field: String) -> String {
    guard field.contains(where: { ",\"\n\r".contains($0) }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}

extension Vocabulary {
  /// A few names with aliases, as a rulebook would give them.
  static let sample = Vocabulary(
    workloads: [
      FoldedName("EXO"): "EXO", FoldedName("Exchange Online"): "EXO", FoldedName("Teams"): "Teams",
      FoldedName("Intune"): "Intune",
    ],
    associations: [
      FoldedName("CSP"): "csp", FoldedName("CPOR"): "cpor", FoldedName("PAL"): "pal",
      FoldedName("Partner Admin Link"): "pal",
    ])
}
