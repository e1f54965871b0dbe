/// The numbers that shape the picture. Shares are per mille unless a name says otherwise, money is
/// in cents, and a size is that of the newest month: the months before it follow from the trend.
enum Levers {
  // MARK: Tenants

  /// Tenants that are won, and lost, in a year.
  static let wonInAYear = 45
  static let lostInAYear = 30
  /// Tenants that belong to the customer before them.
  static let furtherTenants = 60
  /// Growth in a month, of which each tenant gets one range.
  static let trends: [(ClosedRange<Int>, share: Int)] = [
    (8...24, share: 48), (-2...7, share: 32), (-18 ... -3, share: 20),
  ]

  // MARK: Products

  static let azure = Uptake(share: 450, takenUpInAYear: 20, givenUpInAYear: 20, trend: 1)
  static let azureSecurity = Uptake(
    share: 480, takenUpInAYear: 20, givenUpInAYear: 40, trend: -4)
  static let modernWork = Uptake(share: 680, takenUpInAYear: 20, givenUpInAYear: 20, trend: -4)
  static let defender = Uptake(share: 130, takenUpInAYear: 20, givenUpInAYear: 20, trend: -4)
  static let enterpriseMobility = Uptake(
    share: 250, takenUpInAYear: 20, givenUpInAYear: 20, trend: -4)
  static let revenue = Uptake(share: 200, takenUpInAYear: 20, givenUpInAYear: 20, trend: -3)
  static let businessUsage = Uptake(share: 170, takenUpInAYear: 20, givenUpInAYear: 30, trend: -4)
  /// Tenants whose Microsoft 365 usage is claimed.
  static let claimed = 400

  // MARK: Rows

  /// The same usage under a second association.
  static let sharedUsage = 120
  /// Usage in two, and in three, subscriptions.
  static let subscriptions: [(Int, share: Int)] = [(1, share: 80), (2, share: 16), (3, share: 4)]
  /// Usage with flagged rows beside the others, and with flagged rows only.
  static let duplicates: [(Duplicates, share: Int)] = [
    (.none, share: 960), (.beside, share: 30), (.only, share: 10),
  ]
  /// Months with a credit, of a twentieth of the amount.
  static let credits = 8
  static let oddRowsPerBrokenRow = 3

  // MARK: Azure

  /// Tenants around the 1,000 USD a month that make a customer add.
  static let azureNearThreshold = 350
  static let azureThreshold = 1_000_00
  static let azureSmallest = 120_00
  static let azureDoublings = 8
  /// A service in the security groups: around 100 or 1,000 USD a month, or anything above 20.
  static let securityNearThreshold: [(Int?, share: Int)] = [
    (100_00, share: 35), (1_000_00, share: 25), (nil, share: 40),
  ]
  static let securitySmallest = 20_00
  static let securityDoublings = 7
  static let azureWobble = 60
  /// January to December.
  static let azureSeason = [
    985, 990, 1010, 1005, 1000, 1000, 980, 970, 1000, 1010, 1030, 1020,
  ]

  // MARK: Seats

  /// Around the gates: 10/11, 25/26, 300/301; or anything in between, or above.
  static let seats: [(ClosedRange<Int>, share: Int)] = [
    (7...15, share: 22), (20...30, share: 16), (16...280, share: 40), (270...330, share: 10),
    (331...1400, share: 10),
  ]
  /// Seats change more slowly than consumption, by this share of the tenant's trend.
  static let seatTrend = 450
  /// Active users among the seats: around the 15 % and 40 % of deployments, or anywhere.
  static let activity: [(ClosedRange<Int>, share: Int)] = [
    (110...190, share: 15), (350...460, share: 30), (200...860, share: 55),
  ]
  /// How that share changes in a month.
  static let activityTrends = -4...8
  static let activityWobble = 25
  static let activitySeason = [
    1000, 1010, 1010, 1000, 1000, 1000, 950, 930, 1000, 1010, 1010, 960,
  ]
  /// Claims whose association began within the newest twelve months, or that tell no date.
  static let recentClaims = 300
  static let claimsWithoutDate = 120
  /// Claims of which OfficeUsage has figures too.
  static let claimsSeenTwice = 350

  // MARK: Business applications

  /// Around the 250, 1,500 and 5,000 USD of the metrics, or anything else.
  static let revenueNear: [(Int?, share: Int)] = [
    (250_00, share: 30), (1_500_00, share: 20), (5_000_00, share: 3), (nil, share: 47),
  ]
  static let revenueSmallest = 80_00
  static let revenueDoublings = 5
  static let revenueWobble = 20
  /// Monthly consumption value around 5,000 and 10,000, or anything else.
  static let consumptionNear: [(Int?, share: Int)] = [
    (5_000, share: 35), (10_000, share: 20), (nil, share: 45),
  ]
  static let consumptionSmallest = 800
  static let consumptionDoublings = 5
  static let consumptionWobble = 30

  /// What "around" means.
  static let nearness = 700...1350

  // MARK: People

  static let peopleAtLeast = 12
  /// Certifications beside those of one's role.
  static let furtherCertifications = 300
  static let standings: [(Standing, share: Int)] = [
    (.valid, share: 74), (.expiringSoon, share: 12), (.expired, share: 9), (.inactive, share: 5),
  ]
  /// Certifications written under the name they had before, and with no brand before the name.
  static let oldNames = 350
  static let bareNames = 300
  /// Certifications of which the exam is listed too.
  static let exams = 250
}
