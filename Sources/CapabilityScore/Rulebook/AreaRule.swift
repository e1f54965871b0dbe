/// A solution area: what one designation is scored by.
public struct AreaRule: Sendable, Equatable {
  /// As commands name it, e.g. `modern-work`; rulebooks are compared by it.
  public var id: String
  /// As people read it, e.g. `Modern Work`.
  public var name: String
  /// For tabs.
  public var shortName: String
  /// Which of the tracks is the partner's (scoring.md §2).
  public var selection: TrackSelection
  /// At least one; track numbers everywhere are places in this list.
  public var tracks: [TrackRule]

  /// Every number in `selection` must be one of `tracks`; ``TrackSelection/only`` goes with one.
  public init(
    id: String, name: String, shortName: String, selection: TrackSelection, tracks: [TrackRule]
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName
    self.selection = selection
    self.tracks = tracks
  }

  /// The numbers of the measures that its points and its choice of a track come from.
  var measures: [Int] {
    let counted = tracks.flatMap { $0.metrics.flatMap { $0.components.map(\.measure) } }
    if case .classified(let rule) = selection { return counted + [rule.measure] }
    return counted
  }
}

/// Which track stands for the area (scoring.md §2).
public enum TrackSelection: Sendable, Equatable {
  /// There is one track.
  case only
  /// The higher total; a tie goes to the qualified one, then to the first.
  case best
  /// A count says which track it is.
  case classified(Classification)
}

/// The partner's own track follows from a count (scoring.md §6).
public struct Classification: Sendable, Equatable {
  /// A number in ``Rulebook/measures``.
  public var measure: Int
  /// From this count on the track is ``reached``; in the measure's unit, above 0.
  public var atLeast: Int64
  /// The number of the track that at least ``atLeast`` lead to.
  public var reached: Int
  /// The number of the track that a smaller count leads to.
  public var otherwise: Int

  /// Both tracks are numbers in ``AreaRule/tracks`` of the area that is classified so.
  public init(measure: Int, atLeast: Int64, reached: Int, otherwise: Int) {
    self.measure = measure
    self.atLeast = atLeast
    self.reached = reached
    self.otherwise = otherwise
  }
}

/// A way to earn an area's points: metrics that add up to 100 points (scoring.md §2).
public struct TrackRule: Sendable, Equatable {
  /// Unique in its area, e.g. `enterprise`.
  public var id: String
  /// As people read it, e.g. `Enterprise`.
  public var name: String
  /// In the order they are shown, rows without points among them.
  public var metrics: [MetricRule]

  /// The `maxPoints` of the metrics must add up to 100: files with another sum are refused.
  public init(id: String, name: String, metrics: [MetricRule]) {
    self.id = id
    self.name = name
    self.metrics = metrics
  }
}

/// The group a metric is shown in, by its name in rulebook files; points do not depend on it.
public enum MetricCategory: String, Sendable, CaseIterable {
  /// Customers won.
  case performance
  /// People certified.
  case skilling
  /// What customers use.
  case customerSuccess = "customer-success"
}

/// Something that earns a track points, by one component or several (scoring.md §2).
public struct MetricRule: Sendable, Equatable {
  /// Unique in its track, e.g. `net-customer-adds`.
  public var id: String
  /// As people read it, e.g. `Net customer adds`.
  public var name: String
  /// Performance, skilling or customer success, as the program groups it (scoring.md §3).
  public var category: MetricCategory
  /// What it earns at most, 0 to 100 points; 0 makes it a row that only informs.
  public var maxPoints: Int
  /// How the components' points make the metric's; either will do for one component.
  public var combining: Combining
  /// At least one, in the order they are shown.
  public var components: [ComponentRule]

  /// Components need a target wherever `maxPoints` is above 0: without one they earn nothing.
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

  /// `sum` adds the components' points, up to the metric's maximum; `best` takes the highest.
  public enum Combining: String, Sendable, CaseIterable { case sum, best }
}

/// A count and the quantity of it that earns a metric's full points (scoring.md §2).
public struct ComponentRule: Sendable, Equatable {
  /// Unique in its metric, e.g. `cpor`; by custom `all` where there is only one.
  public var id: String
  /// What it is called where there is little room.
  public var shortName: String
  /// A number in ``Rulebook/measures``.
  public var measure: Int
  /// The quantity that earns the metric's points, exact; nil where nothing is earned.
  public var target: Quantity?

  /// `target` is 5 for 5 tenants, 20 for 20 % of growth, and 25,000 for 25,000 USD.
  public init(id: String, shortName: String? = nil, measure: Int, target: Quantity?) {
    self.id = id
    self.shortName = shortName ?? id
    self.measure = measure
    self.target = target
  }
}
