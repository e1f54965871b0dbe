/// What is wrong, or merely odd, with a row.
enum Blemish: CaseIterable {
  // These cannot be read.
  case unreadableMonth, unreadableNumber, noTenant, tooFewFields, fractionalCount
  case unreadableCompletion, noIdentity
  // These must be taken. A trial can be read, and is skipped.
  case otherMonthForm, otherNumberForm, awkwardText, oddCase, doubleSpaces
  case unknownWorkload, unknownAssociation, trial

  var isBroken: Bool {
    switch self {
    case .unreadableMonth, .unreadableNumber, .noTenant, .tooFewFields, .fractionalCount,
      .unreadableCompletion, .noIdentity:
      true
    case .otherMonthForm, .otherNumberForm, .awkwardText, .oddCase, .doubleSpaces,
      .unknownWorkload, .unknownAssociation, .trial:
      false
    }
  }

  /// The blemishes that the columns of an export allow.
  static func possible(in dataset: SampleExports.Dataset) -> [Blemish] {
    let anyUsage: [Blemish] = [
      .unreadableMonth, .unreadableNumber, .noTenant, .tooFewFields, .otherMonthForm,
      .otherNumberForm, .awkwardText, .unknownAssociation,
    ]
    let named = anyUsage + [.oddCase, .doubleSpaces, .unknownWorkload]
    return switch dataset {
    case .azureUsage, .businessApplicationsRevenue: named
    case .officeUsage, .cporUsage: named + [.fractionalCount]
    case .emsUsage: anyUsage + [.fractionalCount]
    case .businessApplicationsUsage: named + [.fractionalCount, .trial]
    case .trainingCompletions:
      [.unreadableCompletion, .noIdentity, .tooFewFields, .awkwardText, .oddCase, .doubleSpaces]
    case .customersAndTenants: [.noTenant, .tooFewFields, .awkwardText]
    case .profile: []
    }
  }
}
