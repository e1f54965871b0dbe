extension SampleExports {
  /// A kind of export: one file each.
  public enum Dataset: String, CaseIterable, Sendable {
    case azureUsage = "AzureUsage"
    case officeUsage = "OfficeUsage"
    case emsUsage = "EMSUsage"
    case cporUsage = "CPORUsage"
    case businessApplicationsRevenue = "BusinessApplicationsRevenue"
    case businessApplicationsUsage = "BusinessApplicationsUsage"
    case trainingCompletions = "TrainingCompletions"
    case customersAndTenants = "CustomersAndTenants"
    case profile = "Profile"

    /// The name of its file, for example `AzureUsage.csv`.
    public var fileName: String { rawValue + ".csv" }

    /// Every column of the file, in order, whether anything reads it or not.
    public var columns: [String] { header.split(separator: ",").map(String.init) }
  }
}

extension SampleExports.Dataset {
  var header: String {
    switch self {
    case .azureUsage:
      """
      PGAMpnID,SubscriptionId,SubscriptionStartDate,SubscriptionEndDate,FirstUseDate,\
      SubscriptionState,Month,ServiceLevel1,ServiceLevel2,ServiceLevel3,ServiceLevel4,\
      ServiceGroup2,ServiceGroup3,ServiceInfluencer,ComputeOS,ComputeCoreSoftware,UsageUnits,\
      UsageQuantity,CustomerName,CustomerTenantId,CustomerTpid,CustomerSegment,CustomerMarket,\
      MPNID,PartnerName,PartnerLocation,PartnerAttributionType,SalesChannel,EnrollmentNumber,\
      IsACRDuplicateAtPGALevel,ResellerID,ResellerName,IndustryName,VerticalName,EOU,AdminType,\
      AssociationType,ACR_USD
      """
    case .officeUsage:
      """
      PGAPartnerID,CustomerTenantId,CustomerTpid,WorkloadName,Month,PaidAvailableUnits,\
      MonthlyActiveUsers,CustomerName,CustomerMarket,CustomerSegment,IndustryName,VerticalName,\
      EOU,PartnerID,PartnerName,PartnerLocation,PartnerAttributionType,IsDuplicateRowForPGA
      """
    case .emsUsage:
      """
      PGAMpnID,SubscriptionId,SubscriptionStartDate,SubscriptionEndDate,SubscriptionStatus,Month,\
      SKU,SKUId,FreeVsPaidSKU,SalesModel,DetailedSalesModel,CustomerName,CustomerTenantId,\
      CustomerTpid,CustomerSegment,CustomerMarket,IndustryName,VerticalName,EOU,MPNID,PartnerName,\
      PartnerLocation,PartnerAttributionType,PartnerHierarchy,PaidAvailableUnits,\
      MonthlyActiveUsers,AATPActiveUsage,MCASActiveUsage,AADPPaidAvailableUnits,\
      IntunePaidAvailableUnits,AzipPaidAvailableUnits,AADPMonthlyActiveUsers,\
      IntuneMonthlyActiveUsers,AzipMonthlyActiveUsers,MDM,MAM,SSPR
      """
    case .cporUsage:
      """
      CustomerTenantId,CustomerName,WorkloadName,MonthlyActiveUsers,PaidAvailableUnits,ClaimId,\
      MpnId,DateAssociated,PartnerAttributionType,Date
      """
    case .businessApplicationsRevenue:
      """
      FiscalMonthName,GlobalPartnerID,PartnerName,PartnerAssociationType,CustomerID,CustomerName,\
      CustomerTenantID,CustomerTenantName,SubscriptionId,SubscriptionStartDate,Country,\
      WorkloadCategory,Workloads,AdjustedRevenueAmtCD
      """
    case .businessApplicationsUsage:
      """
      FiscalMonthName,GlobalPartnerID,PartnerName,PartnerAssociationType,CustomerID,CustomerName,\
      CustomerTenantID,CustomerTenantName,SubscriptionID,SubscriptionStartDate,MetricType,\
      WorkloadCategory,Workload,SkuGroup,PAMAU,MAC,MAU
      """
    case .trainingCompletions:
      """
      PGAMpnId,TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,\
      IndividualLastName,Email,CorpEmail,TrainingCompletionDate,ExpirationDate,ActivationStatus,\
      Month,IcMCP,MCPID,MpnId,PartnerName,PartnerCityLocation,PartnerCountryLocation
      """
    case .customersAndTenants:
      """
      PGAMpnID,CustomerName,CustomerTenantId,CustomerTpid,DUNSNumber,CustomerSegment,TopSegment,\
      CustomerMarket,CustomerStatus,CustomerTenantName,CustomerTenantCountry,TenantDomainName,\
      Product,RawProductName,SubscriptionGuid,IsAutoRenew,SKU,Month,MPNId,PartnerName,\
      PartnerLocation,PartnerAttributionType,SalesChannel
      """
    case .profile:
      "MPNId,PartnerName,PGA_MPNID,PGA_PartnerName,City,Country,HierarchyLevel"
    }
  }

  /// The way this export writes a month.
  var monthForm: MonthForm {
    switch self {
    case .emsUsage: .dayAndTime
    case .cporUsage: .american
    case .businessApplicationsRevenue, .businessApplicationsUsage: .longName
    case .azureUsage, .officeUsage, .trainingCompletions, .customersAndTenants, .profile: .day
    }
  }
}
