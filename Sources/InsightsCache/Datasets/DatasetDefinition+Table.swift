extension DatasetDefinition {
  /// The nine exports; a tenth is a tenth entry here.
  static let all: [DatasetDefinition] = [
    .usage(
      .azureUsage,
      needed: [
        tenant, Column(.workload, "ServiceLevel2", "ServiceName"), month, association,
      ],
      facts: [(nil, [["ACR_USD", "TotalACR"]])],
      optional: customer + [
        Column(.partnerID, "MPNID"), Column(.duplicateFlag, "IsACRDuplicateAtPGALevel"),
      ]),
    .usage(
      .officeUsage, needed: [tenant, Column(.workload, "WorkloadName"), month, association],
      facts: [(nil, [["PaidAvailableUnits"], ["MonthlyActiveUsers"]])],
      optional: customer + [
        Column(.partnerID, "PartnerID", "MPNId"), Column(.duplicateFlag, "IsDuplicateRowForPGA"),
      ]),
    .usage(
      .emsUsage,
      needed: [
        tenant, month, Column(.association, "PartnerAttributionType", "PartnerAttachType"),
      ],
      facts: [
        ("Intune", [["IntunePaidAvailableUnits"], ["IntuneMonthlyActiveUsers"]]),
        ("Microsoft Entra ID Premium", [["AADPPaidAvailableUnits"], ["AADPMonthlyActiveUsers"]]),
        (
          "Microsoft Information Protection",
          [["AzipPaidAvailableUnits"], ["AzipMonthlyActiveUsers"]]
        ),
      ],
      optional: customer + [Column(.partnerID, "MPNID")]),
    .usage(
      .cporUsage,
      needed: [
        tenant, Column(.workload, "WorkloadName"), Column(.month, "Date"), association,
      ],
      facts: [(nil, [["PaidAvailableUnits"], ["MonthlyActiveUsers"]])],
      optional: customer + [
        Column(nil, "ClaimId"), Column(.associatedOn, "DateAssociated"),
        Column(.partnerID, "MpnId"),
      ]),
    .usage(
      .businessApplicationsRevenue,
      needed: [
        tenant, Column(.workload, "Workloads", "Workload"), fiscalMonth, partnerAssociation,
      ],
      facts: [(nil, [["AdjustedRevenueAmtCD"]])], optional: businessCustomer),
    .usage(
      .businessApplicationsUsage,
      needed: [tenant, Column(.workload, "Workload"), fiscalMonth, partnerAssociation],
      facts: [(nil, [["MAU"], ["MAC"]])],
      optional: businessCustomer + [Column(.metricType, "MetricType")]),
    DatasetDefinition(
      dataset: .trainingCompletions,
      needed: [
        Column(.title, "TrainingTitle"), Column(.kind, "TrainingType"),
        Column(.completed, "TrainingCompletionDate"), Column(nil, "CorpEmail", "Email", "MCPID"),
      ],
      optional: [
        Column(.corporateEmail, "CorpEmail"), Column(.email, "Email"), Column(.mcpID, "MCPID"),
        Column(.givenName, "IndividualFirstName"), Column(.familyName, "IndividualLastName"),
        Column(.expires, "ExpirationDate"), Column(.status, "ActivationStatus"),
      ]),
    DatasetDefinition(
      dataset: .customersAndTenants,
      needed: [
        tenant, Column(.tenantName, "CustomerTenantName"),
        Column(.market, "CustomerTenantCountry"),
      ],
      optional: [
        Column(.customerName, "CustomerName"), Column(.tpid, "CustomerTpid"),
        Column(.segment, "CustomerSegment"), Column(nil, "CustomerMarket"),
      ]),
    DatasetDefinition(
      dataset: .profile,
      needed: [
        Column(.partnerID, "MpnId"), Column(.partnerName, "PartnerName"),
        Column(nil, "PGA_MPNId", "HierarchyLevel"),
      ],
      optional: [
        Column(.groupID, "PGA_MPNId"), Column(.groupName, "PGA_PartnerName"),
        Column(.city, "City"), Column(.country, "Country"), Column(.level, "HierarchyLevel"),
      ]),
  ]

  private static let tenant = Column(.tenant, "CustomerTenantId")
  private static let month = Column(.month, "Month")
  private static let fiscalMonth = Column(.month, "FiscalMonthName")
  private static let association = Column(.association, "PartnerAttributionType")
  private static let partnerAssociation = Column(.association, "PartnerAssociationType")
  private static let customer = [
    Column(.customerName, "CustomerName"), Column(.tpid, "CustomerTpid"),
    Column(.segment, "CustomerSegment"), Column(.market, "CustomerMarket"),
  ]
  private static let businessCustomer = [
    Column(.customerName, "CustomerName"), Column(.tenantName, "CustomerTenantName"),
    Column(.tpid, "CustomerID"), Column(.market, "Country"), Column(nil, "WorkloadCategory"),
  ]
}
