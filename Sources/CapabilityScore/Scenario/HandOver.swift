/// What changed hands in a component: who counts now that did not, and who counts no more (§11).
public struct HandOver: Sendable, Equatable {
  /// Tenants, pairs, workloads or people by their number in the edited portfolio, in order.
  public var gained: [Subject]
  public var lost: [Subject]

  public init(gained: [Subject] = [], lost: [Subject] = []) {
    self.gained = gained
    self.lost = lost
  }

  public var isEmpty: Bool { gained.isEmpty && lost.isEmpty }
}

/// Names a component by the ids of a rulebook.
public struct ComponentID: Hashable, Sendable {
  public var area: String
  public var track: String
  public var metric: String
  public var component: String

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
