/// A Dynamics 365 or Power Platform workload.
struct BusinessWorkload {
  let name: String
  /// The tenants with business applications that use it, per mille.
  let popularity: Int
  /// Units to a monthly consumption value of 1,000.
  let unitsPerThousand: Int
  let associations: [(Association, share: Int)]
  /// Profiles count, not users.
  var countsCapacity = false

  private static func dynamics(
    _ name: String, _ popularity: Int, unitsPerThousand: Int = 0
  ) -> BusinessWorkload {
    BusinessWorkload(
      name: name, popularity: popularity,
      unitsPerThousand: unitsPerThousand, associations: [(.cporOSU, share: 65), (.dpor, share: 35)])
  }

  private static func powerPlatform(
    _ name: String, _ popularity: Int, unitsPerThousand: Int = 0
  ) -> BusinessWorkload {
    BusinessWorkload(
      name: name, popularity: popularity,
      unitsPerThousand: unitsPerThousand, associations: [(.pal, share: 100)])
  }

  static let revenue = [
    dynamics("Business Central", 420), dynamics("Sales", 240), dynamics("Customer Service", 160),
    dynamics("Finance", 120), dynamics("Supply Chain", 90), dynamics("Field Service", 60),
    dynamics("Project Operations", 50), dynamics("HR", 40), dynamics("Commerce", 30),
    dynamics("CE Bundle", 30), dynamics("F&O Bundle", 20), dynamics("Customer Insights", 40),
    powerPlatform("Power BI", 240), powerPlatform("Power Apps", 210),
    powerPlatform("Power Automate", 130), powerPlatform("Power Pages", 30),
  ]

  static let usage = [
    dynamics("Business Central", 350, unitsPerThousand: 1),
    dynamics("Common data service (Customer Engagement)", 280, unitsPerThousand: 5),
    dynamics("Finance and Operations", 150, unitsPerThousand: 10),
    dynamics("Core HR", 60, unitsPerThousand: 1), dynamics("Retail", 40, unitsPerThousand: 10),
    dynamics("Guides", 30, unitsPerThousand: 1),
    dynamics("Remote Assist", 30, unitsPerThousand: 1),
    powerPlatform("Power App", 320, unitsPerThousand: 5),
    powerPlatform("Power Automate", 220, unitsPerThousand: 5),
    powerPlatform("Power BI", 340, unitsPerThousand: 5),
    powerPlatform("Portals", 50, unitsPerThousand: 5),
    BusinessWorkload(
      name: "Customer Insights", popularity: 50, unitsPerThousand: 5000,
      associations: [(.pal, share: 100)], countsCapacity: true),
  ]
}
