import Testing

@testable import CapabilityScore

/// Scoring.md §4.
@Suite struct ModernWorkScoringTests {
  @Test func `one tenant may pass both gates`() {
    let score = SamplePartner(
      tenant("Elm", uses("EXO", "cpor", pau: [0: 11]), uses("Teams", "cpor", pau: [0: 301]))
    ).score()
    #expect(score.current("modern-work.smb.net-customer-adds") == 1)
    #expect(score.current("modern-work.enterprise.net-customer-adds") == 1)
  }

  @Test func `the gate is passed by one workload, not by their sum`() {
    let score = SamplePartner(
      tenant("Elm", uses("EXO", "csp", pau: [0: 10]), uses("Teams", "csp", pau: [0: 10]))
    ).score()
    #expect(score.current("modern-work.smb.net-customer-adds") == 0)
  }

  @Test(arguments: [
    "Intune", "Exchange Online", "Microsoft 365 Apps", "SharePoint", "Teams", "Teams Meetings",
    "Teams Phone", "TeamsPhonecalling1p/3p", "Teams Platform", "Yammer",
  ])
  func `the nine workloads count, by name or alias`(workload: String) {
    let score = SamplePartner(tenant("Elm", uses(workload, "csp", pau: [0: 50]))).score()
    #expect(score.current("modern-work.smb.net-customer-adds") == 1)
  }

  @Test(arguments: ["Azure Information Protection", "Visio", ""])
  func `other workloads do not`(workload: String) {
    let score = SamplePartner(tenant("Elm", uses(workload, "csp", pau: [0: 50]))).score()
    #expect(score.current("modern-work.smb.net-customer-adds") == 0)
  }

  @Test(arguments: [("smb", "dpor"), ("smb", "pal"), ("enterprise", "csp")])
  func `a track admits its own associations`(track: String, association: String) {
    let score = SamplePartner(
      tenant("Elm", uses("EXO", association, pau: [0: track == "smb" ? 50 : 500]))
    ).score()
    #expect(score.current("modern-work.\(track).net-customer-adds") == 0)
  }

  @Test func `the ratio is of all workloads of the association, however many seats they have`() {
    let elm = tenant(
      "Elm", uses("EXO", "csp", pau: [0: 11], mau: [0: 5]),
      uses("Teams", "csp", pau: [0: 10], mau: [0: 4]))
    let fen = tenant(
      "Fen", uses("EXO", "csp", pau: [0: 100], mau: [0: 40]), uses("Teams", "csp", pau: [0: 1]))
    #expect(SamplePartner(elm).score().current("modern-work.smb.deployments.csp") == 1)
    #expect(SamplePartner(fen).score().current("modern-work.smb.deployments.csp") == 0)
  }

  @Test func `each component looks at its own association only`() {
    let score = SamplePartner(
      tenant(
        "Elm", uses("EXO", "csp", pau: [0: 100], mau: [0: 40]),
        uses("Teams", "cpor", pau: [0: 100], mau: [0: 90]))
    ).score()
    #expect(score.current("modern-work.smb.deployments.csp") == 1)
    #expect(score.current("modern-work.smb.deployments.cpor") == 1)
    #expect(score.current("modern-work.smb.usage-growth.csp") == 40)
    #expect(score.current("modern-work.smb.usage-growth.cpor") == 90)
  }

  @Test func `users without seats are no deployment`() {
    let score = SamplePartner(tenant("Elm", uses("EXO", "csp", mau: [0: 40]))).score()
    #expect(score.current("modern-work.smb.deployments.csp") == 0)
    #expect(score.current("modern-work.smb.usage-growth.csp") == 0)
  }

  @Test func `usage grows by tenants that pass the gate, each period for itself`() {
    let score = SamplePartner(
      tenant("Elm", uses("EXO", "csp", pau: [0: 11, -12: 10], mau: [0: 9, -12: 8])),
      tenant("Fen", uses("EXO", "csp", pau: [0: 300, -12: 50], mau: [0: 70, -12: 30])),
      tenant("Gars", uses("EXO", "csp", pau: [0: 301, -12: 20], mau: [0: 99, -12: 5]))
    ).score()
    #expect(score.current("modern-work.smb.usage-growth.csp") == 79)
    #expect(score.baseline("modern-work.smb.usage-growth.csp") == 35)
    #expect(
      score.points("modern-work.smb.usage-growth")
        == Points(maximum: 30, quantity: 44, target: 2000))
  }

  /// Scoring.md §8: `DPOR 2,000 and CPOR 1,500: best of 15 and 45 → 30`.
  @Test func `enterprise usage growth takes the better association`() {
    let score = SamplePartner(
      tenant("Elm", uses("EXO", "dpor", pau: [0: 5000], mau: [0: 2000])),
      tenant("Fen", uses("EXO", "cpor", pau: [0: 5000], mau: [0: 1500]))
    ).score()
    #expect(score.component("modern-work.enterprise.usage-growth.dpor").points == Points(15))
    #expect(score.component("modern-work.enterprise.usage-growth.cpor").points == Points(30))
    #expect(score.points("modern-work.enterprise.usage-growth") == Points(30))
  }

  /// Scoring.md §8: `DPOR 4, CPOR 3: best of 10 and 15 → 15`.
  @Test func `enterprise deployments take the better association`() {
    let tenants = (1...7).map { number in
      tenant("T\(number)", uses("EXO", number > 3 ? "dpor" : "cpor", pau: [0: 400], mau: [0: 400]))
    }
    let score = SamplePartner(tenants).score()
    #expect(score.component("modern-work.enterprise.deployments.dpor").points == Points(10))
    #expect(score.component("modern-work.enterprise.deployments.cpor").points == Points(15))
    #expect(score.points("modern-work.enterprise.deployments") == Points(15))
  }

  /// Scoring.md §8: `CSP 1,000, CPOR 1,000: best of 15 and 60 → 30`.
  @Test func `SMB usage growth takes the better association`() {
    let score = SamplePartner(
      tenant("Elm", uses("EXO", "csp", pau: [0: 300], mau: [0: 1000])),
      tenant("Fen", uses("EXO", "cpor", pau: [0: 300], mau: [0: 1000]))
    ).score()
    #expect(score.component("modern-work.smb.usage-growth.csp").points == Points(15))
    #expect(score.points("modern-work.smb.usage-growth") == Points(30))
  }

  /// Scoring.md §12: it takes no part in "every metric > 0".
  @Test func `paid available units are worth nothing and ask for nothing`() {
    let track = Rulebook.insights.areas[3].tracks[0]
    #expect(track.metrics[0].id == "paid-available-units")
    #expect(track.metrics[0].category == .performance)
    #expect(track.metrics[0].components[0].target == nil)
    let score = SamplePartner(tenant("Elm", uses("EXO", "csp", pau: [0: 11, -12: 20]))).score()
    #expect(score.points("modern-work.smb.paid-available-units") == .zero)
    #expect(score.current("modern-work.smb.paid-available-units") == 1)
    #expect(score.baseline("modern-work.smb.paid-available-units") == 1)
  }

  @Test func `SMB stands for the area while both tracks have nothing`() {
    #expect(SamplePartner(tenant("Elm")).score().track("modern-work") == "smb")
  }

  @Test func `the higher track stands for the area`() {
    let score = SamplePartner(tenant("Elm", uses("EXO", "dpor", pau: [0: 500]))).score()
    #expect(score.track("modern-work") == "enterprise")
    #expect(score.area("modern-work").points == Points(4))
  }
}
