/// A Microsoft 365 workload with the names that exports give it.
struct OfficeWorkload {
  let names: [String]
  /// The tenants with Microsoft 365 that use it, per mille.
  let popularity: Int

  private init(_ names: String..., popularity: Int) {
    self.names = names
    self.popularity = popularity
  }

  static let all = [
    OfficeWorkload("EXO", "EXO", "Exchange Online", popularity: 800),
    OfficeWorkload("Teams", popularity: 550),
    OfficeWorkload("SPO", "SPO", "SharePoint Online", popularity: 380),
    OfficeWorkload("ProPlus", "ProPlus", "Microsoft 365 Apps", popularity: 350),
    OfficeWorkload("Teams Meetings", popularity: 130),
    OfficeWorkload("TeamsPhonecalling1p/3p", "Teams Phone", popularity: 80),
    OfficeWorkload("Teams Platform", popularity: 60),
    OfficeWorkload("Yammer", popularity: 60),
  ]

  static let defender = [
    OfficeWorkload("Microsoft Defender for Office 365", popularity: 700),
    OfficeWorkload("Microsoft Defender for Endpoints", popularity: 450),
    OfficeWorkload("Microsoft Defender for Identity", popularity: 200),
  ]
}
