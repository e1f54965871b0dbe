import CapabilityScore

extension Tenant {
  /// Seats and active users of Microsoft 365, as OfficeUsage has them.
  var office: [Series] { officeWorkloads + defender + claimsSeenTwice }

  /// Claimed usage, as CPORUsage has it.
  var claims: [Series] {
    var dice = dice(for: .claims)
    let office = officeWorkloads
    guard dice.happens(Levers.claimed), let main = office.first else { return [] }
    let (since, associated) = association(within: main.months, &dice)
    // Not the usage that is there under a second association: it would be claimed twice.
    return office.filter { $0.association == main.association }.enumerated().map { place, series in
      var claim = series.shared(with: .cpor).since(since)
      // The first workload is always claimed, others perhaps.
      claim.associated = place == 0 || dice.happens(700) ? associated : nil
      return claim
    }
  }

  /// Seats of Enterprise Mobility + Security: one entry for each subscription, with its three
  /// workloads.
  var enterpriseMobility: [MobilitySuite] {
    var dice = dice(for: .enterpriseMobility)
    guard
      let months = months(of: Levers.enterpriseMobility, &dice)
    else { return [] }
    let association = dice.draw(from: Tenant.mobilityAssociations)
    let seats = dice.within(dice.draw(from: Levers.seats))
    func workload(_ name: String, _ popularity: Int) -> Series? {
      let series = self.seats(
        of: name, seats, as: association, in: months,
        trend: trend + Levers.enterpriseMobility.trend, &dice)
      return dice.happens(popularity) ? series : nil
    }
    let suite = MobilitySuite(
      intune: workload("Intune", 900), entra: workload("AADP", 700), azip: workload("AZIP", 350),
      association: association, months: months, seed: dice.next())
    return [suite]
  }

  private var officeWorkloads: [Series] {
    var dice = dice(for: .modernWork)
    guard let months = months(of: Levers.modernWork, &dice) else { return [] }
    let association = dice.draw(from: Tenant.officeAssociations)
    let seats = dice.within(dice.draw(from: Levers.seats))
    return OfficeWorkload.all.flatMap { workload -> [Series] in
      guard dice.happens(workload.popularity) else { return [] }
      // Some workloads have fewer seats than the tenant's subscription.
      let share = dice.happens(600) ? 1000 : dice.within(300...1000)
      let series = self.seats(
        of: dice.pick(workload.names), seats * share / 1000, as: association, in: months,
        trend: trend + Levers.modernWork.trend, &dice)
      return series.perhapsShared(with: Tenant.officeAssociations, &dice)
    }
  }

  /// The Defender workloads of the Security area, which OfficeUsage has too.
  private var defender: [Series] {
    var dice = dice(for: .defender)
    guard let months = months(of: Levers.defender, &dice) else { return [] }
    let seats = dice.within(dice.draw(from: Levers.seats))
    return OfficeWorkload.defender.compactMap { workload in
      guard dice.happens(workload.popularity) else { return nil }
      return self.seats(
        of: workload.names[0], seats, as: .cpor, in: months,
        trend: trend + Levers.defender.trend, &dice)
    }
  }

  /// OfficeUsage knows of some claims, with figures of its own; those of the claim stand.
  private var claimsSeenTwice: [Series] {
    var dice = dice(for: .claimsSeenTwice)
    guard dice.happens(Levers.claimsSeenTwice) else { return [] }
    return claims.map { $0.active(perMilleOfBefore: 930) }
  }

  private func seats(
    of workload: String, _ seats: Int, as association: Association, in months: Range<Int>,
    trend: Int, _ dice: inout Dice
  ) -> Series {
    let seed = dice.next()
    let course = Course(
      months: months, size: seats, trend: trend * Levers.seatTrend / 1000,
      season: Course.evenSeason, wobble: 0, seed: seed)
    var series = Series(workload: workload, association: association, course: course)
    series.activity = Course(
      months: months, size: dice.within(dice.draw(from: Levers.activity)),
      trend: dice.within(Levers.activityTrends), season: Levers.activitySeason,
      wobble: Levers.activityWobble, seed: seed)
    series.subscriptions = dice.draw(from: Levers.subscriptions)
    series.duplicates = dice.draw(from: Levers.duplicates)
    return series
  }

  /// From which month a claim holds, and the day of association that the export gives.
  private func association(
    within months: Range<Int>, _ dice: inout Dice
  ) -> (since: Int, day: Day?) {
    let since =
      dice.happens(Levers.recentClaims)
      ? max(months.lowerBound, months.upperBound - dice.within(1...12)) : months.lowerBound
    let month = window.month(since)
    let day = Day(year: month.year, month: month.month, day: dice.within(1...28))
    return (since, dice.happens(Levers.claimsWithoutDate) ? nil : day)
  }

  private static let officeAssociations: [(Association, share: Int)] = [
    (.cspTier1, share: 45), (.cspTier2, share: 20), (.csp, share: 5), (.dpor, share: 30),
  ]
  private static let mobilityAssociations: [(Association, share: Int)] = [
    (.cpor, share: 60), (.cspTier1, share: 25), (.dpor, share: 15),
  ]
}

extension Series {
  /// The series without what was before a month.
  fileprivate func since(_ month: Int) -> Series {
    var series = self
    series.course.months = month..<months.upperBound
    return series
  }

  fileprivate func active(perMilleOfBefore share: Int) -> Series {
    var series = self
    series.activity?.size = (activity?.size ?? 0) * share / 1000
    return series
  }
}
