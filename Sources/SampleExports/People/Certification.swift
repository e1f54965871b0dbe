/// A certification, under the names that exports give it.
struct Certification {
  let name: String
  var formerName: String?
  var exam: String?
  var brand = "Microsoft Certified"
  /// Fundamentals never expire.
  var expires = true

  func title(_ dice: inout Dice) -> String {
    let name = dice.happens(Levers.oldNames) ? formerName ?? name : name
    return dice.happens(Levers.bareNames) ? name : "\(brand): \(name)"
  }
}

extension Certification {
  private init(_ name: String, formerly formerName: String? = nil, exam: String? = nil) {
    self.init(name: name, formerName: formerName, exam: exam)
  }

  static let azureAdministrator = Certification(
    "Azure Administrator Associate", exam: "Exam AZ-104: Microsoft Azure Administrator")
  static let solutionsArchitect = Certification(
    "Azure Solutions Architect Expert",
    exam: "Exam AZ-305: Designing Microsoft Azure Infrastructure Solutions")
  static let azureFundamentals = Certification(name: "Azure Fundamentals", expires: false)

  static let dataEngineer = Certification(
    "Azure Data Engineer Associate", exam: "Exam DP-203: Data Engineering on Microsoft Azure")
  static let databaseAdministrator = Certification("Azure Database Administrator Associate")
  static let aiEngineer = Certification("Azure AI Engineer Associate")
  static let dataScientist = Certification("Azure Data Scientist Associate")
  static let fabricEngineer = Certification("Fabric Analytics Engineer Associate")
  static let powerBIAnalyst = Certification(
    "Power BI Data Analyst Associate", formerly: "Data Analyst Associate")
  static let customerInsightsData = Certification(
    "Dynamics 365 Customer Insights (Data) Specialty",
    formerly: "Customer Data Platform Specialty")

  static let azureDeveloper = Certification(
    "Azure Developer Associate", exam: "Exam AZ-204: Developing Solutions for Microsoft Azure")
  static let powerPlatformDeveloper = Certification("Power Platform Developer Associate")
  static let devOpsEngineer = Certification("Azure DevOps Engineer Expert")

  static let networkEngineer = Certification("Azure Network Engineer Associate")
  static let windowsServerHybrid = Certification(
    "Windows Server Hybrid Administrator Associate")
  static let virtualDesktop = Certification("Azure Virtual Desktop Specialty")
  static let sapWorkloads = Certification("Azure for SAP Workloads Specialty")

  static let teamsAdministrator = Certification(
    name: "Teams Administrator Associate", brand: "Microsoft 365 Certified")
  static let endpointAdministrator = Certification(
    name: "Endpoint Administrator Associate",
    formerName: "Modern Desktop Administrator Associate", brand: "Microsoft 365 Certified")
  static let microsoft365Fundamentals = Certification(
    name: "Microsoft 365 Fundamentals", brand: "Microsoft 365 Certified", expires: false)
  static let enterpriseAdministrator = Certification(
    name: "Enterprise Administrator Expert",
    exam: "Exam MS-100: Microsoft 365 Identity and Services", brand: "Microsoft 365 Certified")

  static let securityEngineer = Certification("Azure Security Engineer Associate")
  static let securityOperations = Certification(
    "Security Operations Analyst Associate", formerly: "Microsoft Security Operations Analyst",
    exam: "Exam SC-200: Microsoft Security Operations Analyst")
  static let identityAdministrator = Certification(
    "Identity and Access Administrator Associate",
    formerly: "Microsoft Identity and Access Administrator")
  static let informationProtection = Certification(
    "Information Protection and Compliance Administrator Associate",
    formerly: "Microsoft Information Protection Administrator")
  static let cybersecurityArchitect = Certification(
    "Cybersecurity Architect Expert", formerly: "Microsoft Cybersecurity Architect Expert")

  static let businessCentral = Certification(
    "Dynamics 365 Business Central Functional Consultant Associate",
    exam: "Exam MB-800: Microsoft Dynamics 365 Business Central Functional Consultant")
  static let sales = Certification("Dynamics 365 Sales Functional Consultant Associate")
  static let customerService = Certification(
    "Dynamics 365 Customer Service Functional Consultant Associate")
  static let finance = Certification("Dynamics 365 Finance Functional Consultant Associate")
  static let powerPlatformConsultant = Certification(
    "Power Platform Functional Consultant Associate")
  static let powerPlatformArchitect = Certification("Power Platform Solution Architect Expert")
  static let financeArchitect = Certification(
    "Dynamics 365: Finance and Operations Apps Solution Architect Expert")
}
