extension Tenant {
  /// Dynamics 365 and Power Platform revenue, in cents.
  var revenue: [Series] {
    var dice = dice(for: .revenue)
    guard let months = months(of: Levers.revenue, &dice) else { return [] }
    let association = dice.draw(from: Tenant.revenueAssociations)
    return BusinessWorkload.revenue.flatMap { workload -> [Series] in
      guard dice.happens(workload.popularity) else { return [] }
      let cents =
        dice.draw(from: Levers.revenueNear).map { dice.near($0) }
        ?? dice.size(from: Levers.revenueSmallest, doublings: Levers.revenueDoublings)
      let course = Course(
        months: months, size: cents, trend: trend + Levers.revenue.trend, season: Course.evenSeason,
        wobble: Levers.revenueWobble, seed: dice.next())
      var series = Series(workload: workload.name, association: association, course: course)
      series.subscriptions = dice.draw(from: Levers.subscriptions)
      series.credits = Levers.credits
      return series.perhapsShared(with: Tenant.revenueAssociations, &dice)
    }
  }

  /// Users of Dynamics 365 and Power Platform, or profiles where capacity is what counts.
  var businessUsage: [Series] {
    var dice = dice(for: .businessUsage)
    guard let months = months(of: Levers.businessUsage, &dice) else {
      return []
    }
    return BusinessWorkload.usage.flatMap { workload -> [Series] in
      guard dice.happens(workload.popularity) else { return [] }
      let consumption =
        dice.draw(from: Levers.consumptionNear).map { dice.near($0) }
        ?? dice.size(from: Levers.consumptionSmallest, doublings: Levers.consumptionDoublings)
      let course = Course(
        months: months, size: max(consumption * workload.unitsPerThousand / 1000, 1),
        trend: trend + Levers.businessUsage.trend, season: Course.evenSeason,
        wobble: Levers.consumptionWobble, seed: dice.next())
      let associations = workload.associations
      var series = Series(
        workload: workload.name, association: dice.draw(from: associations), course: course)
      if workload.countsCapacity {
        series.activity = Course(
          months: months, size: 3, trend: 0, season: Course.evenSeason, wobble: 0, seed: 0)
      }
      return series.perhapsShared(with: associations, &dice)
    }
  }

  private static let revenueAssociations: [(Association, share: Int)] = [
    (.cspTier1, share: 34), (.cspTier2, share: 12), (.dpor, share: 18), (.cporRevRec, share: 20),
    (.cporOSA, share: 12), (.cporRevRecPerformance, share: 4),
  ]
}
