/// One thing to do, with the edits that show what it would bring.
public struct PlanStep: Hashable, Sendable {
  /// Which way of earning points it is.
  public var kind: Kind
  /// The metric it is meant for, by number in the track.
  public var metric: Int
  /// The component, by number in the metric.
  public var component: Int
  /// The tenant, pair or person it concerns, by number in the edited portfolio; nil for new ones.
  public var subject: Subject?
  /// What to do, in words.
  public var title: String
  /// The what-if edits that show the step taken, in order (scoring.md §11).
  public var edits: [ScenarioEdit]
  /// How much it takes, see ``PlanEffort``.
  public var effort: Double
  /// What the track gains by this step alone, exact.
  public var gain: Points = .zero
  /// The track's points after this step and those before it in the plan, exact.
  public var total: Points = .zero

  /// The ways to earn points that a plan knows; raw values are those of its JSON and CSV.
  public enum Kind: String, Sendable, CaseIterable {
    /// A tenant or pair that does not count yet is raised to the threshold.
    case raise
    /// The same with one that counted a year ago, and is lost.
    case regain
    /// Existing usage counts once the partner is associated with it.
    case associate
    /// A customer that is not there yet.
    case newTenant = "new-tenant"
    /// A workload that nobody uses yet.
    case newWorkload = "new-workload"
    /// A total grows.
    case grow
    /// A person gains a certification.
    case certify
    /// A certification that opens a metric, and earns nothing itself.
    case prerequisite
  }
}
