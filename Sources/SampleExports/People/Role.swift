/// What an individual does at the partner, and what that takes.
struct Role {
  /// Held by everybody in the role, as far as they are still valid.
  let core: [Certification]
  /// Held by some.
  let further: [Certification]

  /// The team, in the order in which it grows: who joins takes the next role, and again from the
  /// start. Change the order, or how often a role comes, to change the skilling scores.
  static let team = [
    dataEngineer, developer, administrator, security, businessCentral, workplace, analyst,
    administrator, dataEngineer, consultant, administrator, newcomer, analyst, security, developer,
    consultant, workplace,
  ]

  private static let dataEngineer = Role(
    core: [.dataEngineer],
    further: [.databaseAdministrator, .aiEngineer, .fabricEngineer, .azureAdministrator])
  private static let analyst = Role(
    core: [.powerBIAnalyst], further: [.customerInsightsData, .dataScientist, .fabricEngineer])
  private static let developer = Role(
    core: [.azureDeveloper], further: [.devOpsEngineer, .powerPlatformDeveloper])
  private static let administrator = Role(
    core: [.azureAdministrator],
    further: [
      .solutionsArchitect, .networkEngineer, .windowsServerHybrid, .virtualDesktop, .sapWorkloads,
      .azureFundamentals,
    ])
  private static let security = Role(
    core: [.securityEngineer, .securityOperations, .identityAdministrator],
    further: [.informationProtection, .cybersecurityArchitect])
  private static let workplace = Role(
    core: [.endpointAdministrator],
    further: [.teamsAdministrator, .enterpriseAdministrator, .microsoft365Fundamentals])
  private static let businessCentral = Role(
    core: [.businessCentral], further: [.powerPlatformConsultant, .finance])
  private static let consultant = Role(
    core: [.powerPlatformConsultant],
    further: [.sales, .customerService, .powerPlatformArchitect, .financeArchitect])
  private static let newcomer = Role(
    core: [.azureFundamentals], further: [.microsoft365Fundamentals])
}
