/// Something that takes effort and earns points.
protocol PlanBargain {
  var effort: Double { get }
  var points: Points { get }
}

extension Sequence where Element: PlanBargain {
  /// Those that no other beats, the least effort first: more effort always earns more.
  func unbeaten() -> [Element] {
    var best: [Element] = []
    for bargain in sorted(by: { ($0.effort, $1.points) < ($1.effort, $0.points) })
    where best.last.map({ $0.points < bargain.points }) ?? true {
      best.append(bargain)
    }
    return best
  }
}
