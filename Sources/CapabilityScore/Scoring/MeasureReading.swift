/// What points need of a measure, resolved once: scoring reads it for every component and month.
struct MeasureReading: Sendable {
  enum Source: Sendable {
    case people([SkillRule.Prerequisite])
    case workloads
    /// Tenants, pairs or totals: what tallies hold.
    case tenants
  }

  let source: Source
  let comparison: Measure.Comparison
  let isFractional: Bool

  init(_ measure: Measure) {
    comparison = measure.comparison
    isFractional = measure.unit.isFractional
    switch measure.counting {
    case .skills(let rule): source = .people(rule.prerequisites)
    case .usage(let rule):
      if case .workloads = rule.counted { source = .workloads } else { source = .tenants }
    }
  }
}
