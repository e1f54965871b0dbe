public import CapabilityScore

/// The kinds of Partner Center export that the cache keeps.
public enum Dataset: UInt8, CaseIterable, Sendable {
  // The numbers are stored in the cache: they never change.

  /// Azure consumed revenue by service.
  case azureUsage = 1
  /// Seats and active users of Microsoft 365 workloads.
  case officeUsage = 2
  /// The same of Intune, Entra ID and Information Protection, in columns of their own.
  case emsUsage = 3
  /// Usage of claims, with the day of association.
  case cporUsage = 4
  /// Revenue of Dynamics 365 and the Power Platform.
  case businessApplicationsRevenue = 5
  /// Active users and capacity of the same.
  case businessApplicationsUsage = 6
  /// Who holds which certification.
  case trainingCompletions = 7
  /// Who the customers are.
  case customersAndTenants = 8
  /// Who the partner is.
  case profile = 9

  /// The name Partner Center gives the export, for example `AzureUsage`.
  public var name: String {
    switch self {
    case .azureUsage: "AzureUsage"
    case .officeUsage: "OfficeUsage"
    case .emsUsage: "EMSUsage"
    case .cporUsage: "CPORUsage"
    case .businessApplicationsRevenue: "BusinessApplicationsRevenue"
    case .businessApplicationsUsage: "BusinessApplicationsUsage"
    case .trainingCompletions: "TrainingCompletions"
    case .customersAndTenants: "CustomersAndTenants"
    case .profile: "Profile"
    }
  }

  /// What a fact of the dataset carries, in stored order; empty where the dataset has no months.
  public var fields: [Field] {
    switch self {
    case .azureUsage: [.acr]
    case .businessApplicationsRevenue: [.revenue]
    case .officeUsage, .emsUsage, .cporUsage: [.pau, .mau]
    case .businessApplicationsUsage: [.users, .capacity]
    case .trainingCompletions, .customersAndTenants, .profile: []
    }
  }

  /// Whether the dataset's rows belong to months, which a newer export replaces one by one.
  public var hasMonths: Bool { !fields.isEmpty }
}
