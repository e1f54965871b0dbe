/// What changed hands in a component: who counts now that did not, and who counts no more (§11).
public struct HandOver: Sendable, Equatable {
  /// Tenants, pairs, workloads or people by their number in the edited portfolio, in order.
  public var gained: [Subject]
  /// Who counted before and counts no more, numbered and ordered alike.
  public var lost: [Subject]

  /// Both lists must be sorted.
  public init(gained: [Subject] = [], lost: [Subject] = []) {
    self.gained = gained
    self.lost = lost
  }

  /// Whether nothing changed hands; a sum may have changed all the same.
  public var isEmpty: Bool { gained.isEmpty && lost.isEmpty }
}

/// Names a component by the ids of a rulebook.
public struct ComponentID: Hashable, Sendable {
  /// The id of an ``AreaRule``.
  public var area: String
  /// The id of a ``TrackRule`` in that area.
  public var track: String
  /// The id of a ``MetricRule`` in that track.
  public var metric: String
  /// The id of a ``ComponentRule`` in that metric.
  public var component: String

  /// Nothing is looked up: a rulebook may have no such component.
  public init(area: String, track: String, metric: String, component: String) {
    self.area = area
    self.track = track
    self.metric = metric
    self.component = component
  }
}

extension Rulebook {
  /// The measure of every component.
  var measuresByComponent: [ComponentID: Int] {
    var measures: [ComponentID: Int] = [:]
    for area in areas {
      for track in area.tracks {
        for metric in track.metrics {
          for component in metric.components {
            let id = ComponentID(
              area: area.id, track: track.id, metric: metric.id, component: component.id)
            measures[id] = component.measure
          }
        }
      }
    }
    return measures
  }
}

extension Subject: Comparable {
  /// Tenants before pairs, workloads and people; each kind by its numbers.
  public static func < (left: Subject, right: Subject) -> Bool { left.order < right.order }

  private var order: (Int, Int, Int) {
    switch self {
    case .tenant(let tenant): (0, tenant, 0)
    case .pair(let tenant, let workload): (1, tenant, workload)
    case .workload(let workload): (2, workload, 0)
    case .individual(let number): (3, number, 0)
    }
  }
}
