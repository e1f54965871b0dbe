import CapabilityScore
import Testing

/// Every threshold of scoring.md §3–§6, at it and just short of it, now and a year before.
struct Threshold: Sendable, CustomTestStringConvertible {
  var path: String
  var counts: Double
  var fails: Double
  var usage: @Sendable (_ value: Double, _ month: Int) -> [SampleUsage]

  var testDescription: String { "\(path): \(counts), not \(fails)" }

  init(
    _ path: String, counts: Double, fails: Double,
    _ usage: @escaping @Sendable (Double, Int) -> [SampleUsage]
  ) {
    self.path = path
    self.counts = counts
    self.fails = fails
    self.usage = usage
  }

  static let azure = ["data-ai", "digital-app-innovation", "infrastructure"].map { area in
    Threshold("\(area).standard.net-customer-adds", counts: 1000, fails: 999.99) {
      uses("App Service", "csp", acr: [$1: $0])
    }
  }

  static let modernWork = [
    Threshold("modern-work.smb.net-customer-adds", counts: 11, fails: 10) {
      uses("EXO", "csp", pau: [$1: $0])
    },
    Threshold("modern-work.smb.net-customer-adds", counts: 300, fails: 301) {
      uses("Yammer", "cpor", pau: [$1: $0])
    },
    Threshold("modern-work.smb.paid-available-units", counts: 11, fails: 10) {
      uses("EXO", "csp", pau: [$1: $0])
    },
    Threshold("modern-work.enterprise.net-customer-adds", counts: 301, fails: 300) {
      uses("EXO", "dpor", pau: [$1: $0])
    },
    Threshold("modern-work.smb.deployments.cpor", counts: 40, fails: 39) {
      uses("EXO", "cpor", pau: [$1: 100], mau: [$1: $0])
    },
    Threshold("modern-work.smb.deployments.csp", counts: 11, fails: 10) {
      uses("EXO", "csp-tier-2", pau: [$1: $0], mau: [$1: 9])
    },
    Threshold("modern-work.smb.deployments.csp", counts: 120, fails: 119) {
      uses("EXO", "csp", pau: [$1: 300], mau: [$1: $0])
    },
    Threshold("modern-work.enterprise.deployments.cpor", counts: 301, fails: 300) {
      uses("EXO", "cpor-osu", pau: [$1: $0], mau: [$1: 200])
    },
    Threshold("modern-work.enterprise.deployments.dpor", counts: 200, fails: 199) {
      uses("EXO", "dpor", pau: [$1: 500], mau: [$1: $0])
    },
  ]

  static let security = [
    Threshold("security.standard.net-customer-adds.azure", counts: 1200, fails: 1199.99) {
      uses("Sentinel", "pal", acr: [$1: $0])
    },
    Threshold("security.standard.net-customer-adds.microsoft-365", counts: 26, fails: 25) {
      uses("Intune", "cpor", pau: [$1: $0])
    },
    Threshold("security.standard.deployments.azure", counts: 12_000, fails: 11_999.99) {
      uses("Azure Firewall", "pal", acr: [$1: $0])
    },
    Threshold("security.standard.deployments.microsoft-365", counts: 25, fails: 24) {
      uses("Microsoft Entra ID Premium", "cpor", pau: [$1: $0], mau: [$1: 20])
    },
    Threshold("security.standard.deployments.microsoft-365", counts: 16, fails: 15) {
      uses("Microsoft Defender for Identity", "cpor-revrec", pau: [$1: 100], mau: [$1: $0])
    },
  ]

  static let businessApplications = [
    Threshold("business-applications.smb.net-customer-adds", counts: 250.01, fails: 250) {
      uses("Sales", "cpor-osa", revenue: [$1: $0])
    },
    Threshold("business-applications.enterprise.net-customer-adds", counts: 1500.01, fails: 1500) {
      uses("Finance", "dpor", revenue: [$1: $0])
    },
    Threshold("business-applications.smb.deployments", counts: 5, fails: 4) {
      uses("Business Central", "dpor", users: [$1: $0])
    },
    Threshold("business-applications.smb.deployments", counts: 25_000, fails: 24_999) {
      uses("Customer Insights", "pal", capacity: [$1: $0])
    },
    Threshold("business-applications.enterprise.deployments", counts: 50_000, fails: 49_999) {
      uses("Customer Insights", "pal", capacity: [$1: $0])
    },
    Threshold("business-applications.enterprise.deployments", counts: 100, fails: 99) {
      uses("Finance and Operations", "cpor-osu", users: [$1: $0])
    },
  ]

  static let all = azure + modernWork + security + businessApplications
}

@Suite struct ThresholdTests {
  private func score(_ threshold: Threshold, _ value: Double, at month: Int) -> ComponentScore {
    let partner = SamplePartner(tenant("Elm", threshold.usage(value, month)))
    return partner.score().component(threshold.path)
  }

  @Test(arguments: Threshold.all)
  func `a tenant counts now from the threshold on`(threshold: Threshold) {
    let reached = score(threshold, threshold.counts, at: 0)
    #expect(reached.current == 1)
    #expect(reached.baseline == 0)
    #expect(reached.quantity == .amount(1))
    #expect(score(threshold, threshold.fails, at: 0).current == 0)
  }

  @Test(arguments: Threshold.all)
  func `a year before, it is measured alike`(threshold: Threshold) {
    let reached = score(threshold, threshold.counts, at: -12)
    #expect(reached.current == 0)
    #expect(reached.baseline == 1)
    #expect(reached.quantity == .amount(-1))
    #expect(reached.points == .zero)
    #expect(score(threshold, threshold.fails, at: -12).baseline == 0)
  }
}

/// What metrics are worth (scoring.md §3–§6): the shipped rulebook against the page.
@Suite struct RulebookPointsTests {
  @Test(arguments: [
    ("data-ai.standard", 30, 20, 10, 40, 0),
    ("digital-app-innovation.standard", 30, 20, 10, 20, 20),
    ("infrastructure.standard", 30, 20, 10, 20, 20), ("modern-work.smb", 20, 30, 25, 10, 15),
    ("modern-work.enterprise", 20, 30, 25, 10, 15), ("security.standard", 20, 20, 20, 40, 0),
    ("business-applications.smb", 15, 30, 20, 20, 15),
    ("business-applications.enterprise", 15, 30, 20, 20, 15),
  ])
  func `metrics are worth their points`(
    track: String, adds: Int, growth: Int, deployments: Int, intermediate: Int, advanced: Int
  ) {
    let metrics = Dictionary(
      uniqueKeysWithValues: metrics(track).map { ($0.id, $0.maxPoints) })
    #expect(metrics["net-customer-adds"] == adds)
    #expect(metrics["usage-growth"] == growth)
    #expect(metrics["deployments"] == deployments)
    #expect(metrics["intermediate-certifications"] == intermediate)
    #expect(metrics["advanced-certifications"] ?? 0 == advanced)
  }

  @Test(arguments: [
    ("data-ai.standard.net-customer-adds", ["all": 3]),
    ("data-ai.standard.usage-growth", ["all": 20]), ("data-ai.standard.deployments", ["all": 5]),
    ("data-ai.standard.intermediate-certifications", ["all": 10]),
    ("digital-app-innovation.standard.intermediate-certifications", ["all": 5]),
    ("digital-app-innovation.standard.advanced-certifications", ["all": 5]),
    ("infrastructure.standard.intermediate-certifications", ["all": 5]),
    ("infrastructure.standard.advanced-certifications", ["all": 5]),
    ("modern-work.smb.net-customer-adds", ["all": 10]),
    ("modern-work.smb.deployments", ["cpor": 5, "csp": 10]),
    ("modern-work.smb.usage-growth", ["cpor": 500, "csp": 2000]),
    ("modern-work.smb.intermediate-certifications", ["all": 2]),
    ("modern-work.smb.advanced-certifications", ["all": 1]),
    ("modern-work.enterprise.net-customer-adds", ["all": 5]),
    ("modern-work.enterprise.deployments", ["cpor": 5, "dpor": 10]),
    ("modern-work.enterprise.usage-growth", ["cpor": 1000, "dpor": 4000]),
    ("modern-work.enterprise.intermediate-certifications", ["all": 4]),
    ("modern-work.enterprise.advanced-certifications", ["all": 2]),
    ("security.standard.net-customer-adds", ["azure": 10, "microsoft-365": 10]),
    ("security.standard.deployments", ["azure": 6, "microsoft-365": 6]),
    ("security.standard.usage-growth", ["azure": 25_000, "microsoft-365": 2500]),
    ("security.standard.intermediate-certifications", ["all": 6]),
    ("business-applications.smb.net-customer-adds", ["all": 5]),
    ("business-applications.smb.deployments", ["all": 5]),
    ("business-applications.smb.usage-growth", ["all": 30]),
    ("business-applications.smb.intermediate-certifications", ["all": 5]),
    ("business-applications.smb.advanced-certifications", ["all": 2]),
    ("business-applications.enterprise.net-customer-adds", ["all": 5]),
    ("business-applications.enterprise.deployments", ["all": 5]),
    ("business-applications.enterprise.usage-growth", ["all": 30]),
    ("business-applications.enterprise.intermediate-certifications", ["all": 20]),
    ("business-applications.enterprise.advanced-certifications", ["all": 7]),
  ])
  func `targets are the quantities that earn full points`(path: String, targets: [String: Int]) {
    let metric = metrics(path).first { path.hasSuffix(".\($0.id)") }
    let found = metric?.components.map { ($0.id, $0.target) } ?? []
    #expect(
      Dictionary(uniqueKeysWithValues: found) as [String: Quantity?]
        == targets.mapValues { Quantity($0) })
  }

  private func metrics(_ path: String) -> [MetricRule] {
    let names = path.split(separator: ".")
    let area = Rulebook.insights.areas.first { $0.id == names[0] }
    return area?.tracks.first { $0.id == names[1] }?.metrics ?? []
  }
}
