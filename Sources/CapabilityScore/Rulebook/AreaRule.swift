/// A solution area: what one designation is scored by.
public struct AreaRule: Sendable, Equatable {
  public var id: String
  public var name: String
  /// For tabs.
  public var shortName: String
  public var selection: TrackSelection
  public var tracks: [TrackRule]

  public init(
    id: String, name: String, shortName: String, selection: TrackSelection, tracks: [TrackRule]
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName
    self.selection = selection
    self.tracks = tracks
  }
}

/// Which track stands for the area (scoring.md §2).
public enum TrackSelection: Sendable, Equatable {
  case only
  /// The higher total; a tie goes to the qualified one, then to the first.
  case best
  case classified(Classification)
}

/// The partner's own track follows from a count (scoring.md §6).
public struct Classification: Sendable, Equatable {
  /// A number in ``Rulebook/measures``.
  public var measure: Int
  public var atLeast: Int64
  /// Numbers of tracks.
  public var reached: Int
  public var otherwise: Int

  public init(measure: Int, atLeast: Int64, reached: Int, otherwise: Int) {
    self.measure = measure
    self.atLeast = atLeast
    self.reached = reached
    self.otherwise = otherwise
  }
}

public struct TrackRule: Sendable, Equatable {
  public var id: String
  public var name: String
  public var metrics: [MetricRule]

  public init(id: String, name: String, metrics: [MetricRule]) {
    self.id = id
    self.name = name
    self.metrics = metrics
  }
}

public enum MetricCategory: String, Sendable, CaseIterable {
  case performance
  case skilling
  case customerSuccess = "customer-success"
}

public struct MetricRule: Sendable, Equatable {
  public var id: String
  public var name: String
  public var category: MetricCategory
  public var maxPoints: Int
  public var combining: Combining
  public var components: [ComponentRule]

  public init(
    id: String, name: String, category: MetricCategory, maxPoints: Int, combining: Combining,
    components: [ComponentRule]
  ) {
    self.id = id
    self.name = name
    self.category = category
    self.maxPoints = maxPoints
    self.combining = combining
    self.components = components
  }

  /// A row that only tells a count, like the paid available units: it takes no part in qualifying.
  public var isInformation: Bool { maxPoints == 0 }

  public enum Combining: String, Sendable, CaseIterable { case sum, best }
}

public struct ComponentRule: Sendable, Equatable {
  public var id: String
  /// A number in ``Rulebook/measures``.
  public var measure: Int
  /// The quantity that earns the metric's points, exact; nil where nothing is earned.
  public var target: Quantity?

  public init(id: String, measure: Int, target: Quantity?) {
    self.id = id
    self.measure = measure
    self.target = target
  }
}
