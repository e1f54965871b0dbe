extension Tenant {
  /// Azure consumption, in cents.
  var azure: [Series] { azureServices + securityServices }

  private var azureServices: [Series] {
    var dice = dice(for: .azure)
    guard let months = months(of: Levers.azure, &dice) else { return [] }
    let association = dice.draw(from: Tenant.azureAssociations)
    let total =
      dice.happens(Levers.azureNearThreshold)
      ? dice.near(Levers.azureThreshold)
      : dice.size(from: Levers.azureSmallest, doublings: Levers.azureDoublings)
    var weighted: [(name: String, weight: Int)] = []
    for service in AzureService.all where dice.happens(service.popularity) {
      weighted.append((service.name, service.weight * dice.within(50...150)))
    }
    let weights = weighted.reduce(0) { $0 + $1.weight }
    return weighted.flatMap { name, weight in
      consumption(
        of: name, cents: total * weight / weights, as: association, in: months,
        trend: trend + Levers.azure.trend, &dice)
    }
  }

  private var securityServices: [Series] {
    var dice = dice(for: .azureSecurity)
    guard !azureServices.isEmpty,
      let months = months(of: Levers.azureSecurity, &dice)
    else { return [] }
    var series: [Series] = []
    for service in AzureService.security where dice.happens(service.popularity) {
      let cents =
        dice.draw(from: Levers.securityNearThreshold).map { dice.near($0) }
        ?? dice.size(from: Levers.securitySmallest, doublings: Levers.securityDoublings)
      series += consumption(
        of: service.name, cents: cents, as: .pal, in: months,
        trend: trend + Levers.azureSecurity.trend, &dice)
    }
    return series
  }

  /// One service, and now and then the same consumption under a second association.
  private func consumption(
    of service: String, cents: Int, as association: Association, in months: Range<Int>, trend: Int,
    _ dice: inout Dice
  ) -> [Series] {
    let course = Course(
      months: months, size: cents, trend: trend, season: Levers.azureSeason,
      wobble: Levers.azureWobble, seed: dice.next())
    var series = Series(workload: service, association: association, course: course)
    series.subscriptions = dice.draw(from: Levers.subscriptions)
    series.duplicates = dice.draw(from: Levers.duplicates)
    series.credits = Levers.credits
    return series.perhapsShared(with: Tenant.azureAssociations, &dice)
  }

  private static let azureAssociations: [(Association, share: Int)] = [
    (.cspTier1, share: 42), (.cspTier2, share: 18), (.csp, share: 5), (.dpor, share: 12),
    (.pal, share: 23),
  ]
}

extension Series {
  /// The series, and perhaps its usage once more under another of the associations.
  func perhapsShared(
    with associations: [(Association, share: Int)], _ dice: inout Dice
  ) -> [Series] {
    let other = dice.draw(from: associations)
    return dice.happens(Levers.sharedUsage) && other != association
      ? [self, shared(with: other)] : [self]
  }
}

extension Dice {
  /// A size around a threshold: many tenants just miss it, or just reach it.
  mutating func near(_ threshold: Int) -> Int { threshold * within(Levers.nearness) / 1000 }
}
