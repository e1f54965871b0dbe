/// One row of a series: what one subscription adds to a month.
struct Line {
  let value: Int
  let active: Int
  let subscription: Int
  /// An index into the partner's locations.
  let location: Int
  let isDuplicate: Bool
}

extension Series {
  /// Calls `body` for each row that the month has.
  func forEachLine(_ month: Int, in window: Window, _ body: (Line) -> Void) {
    let value = course.value(month, in: window)
    let active = activeUsers(among: value, month, in: window)
    switch duplicates {
    case .none: forEachSubscription(value, active, body)
    case .beside:
      forEachSubscription(value, active, body)
      body(repeated(value, active, location: 1))
    case .only:
      body(repeated(value, active, location: 0))
      // The largest sum stands; a smaller one must not add to it.
      body(repeated(value * 9 / 10, active * 9 / 10, location: 2))
    }
    if hasCredit(month, in: window) {
      body(
        Line(value: -value / 20, active: 0, subscription: 0, location: 0, isDuplicate: false))
    }
  }

  func activeUsers(among seats: Int, _ month: Int, in window: Window) -> Int {
    guard let activity else { return 0 }
    return seats * min(max(activity.value(month, in: window), 0), 1000) / 1000
  }

  private func forEachSubscription(_ value: Int, _ active: Int, _ body: (Line) -> Void) {
    var restOfValue = value
    var restOfActive = active
    for subscription in 0..<subscriptions {
      let isLast = subscription == subscriptions - 1
      let value = isLast ? restOfValue : restOfValue * 3 / 5
      let active = isLast ? restOfActive : restOfActive * 3 / 5
      body(
        Line(
          value: value, active: active, subscription: subscription, location: 0,
          isDuplicate: false))
      restOfValue -= value
      restOfActive -= active
    }
  }

  private func repeated(_ value: Int, _ active: Int, location: Int) -> Line {
    Line(value: value, active: active, subscription: 0, location: location, isDuplicate: true)
  }

  private func hasCredit(_ month: Int, in window: Window) -> Bool {
    guard credits > 0, duplicates != .only else { return false }
    var dice = Dice(seed: ~course.seed, stream: UInt64(window.monthsAgo(month)))
    return dice.happens(credits)
  }
}
