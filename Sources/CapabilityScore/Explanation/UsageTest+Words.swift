extension UsageTest {
  var bounds: Bounds? {
    switch self {
    case .total(_, let bounds), .anyWorkload(_, let bounds): bounds
    case .share: nil
    }
  }

  var amount: Amount? {
    switch self {
    case .total(let amount, _), .anyWorkload(let amount, _): amount
    case .share: nil
    }
  }

  /// The unit of the value it looks at.
  public var unit: Unit {
    switch self {
    case .total(let amount, _), .anyWorkload(let amount, _): amount.unit
    case .share(let part, _, _, _): part.unit
    }
  }

  var valueName: String {
    switch self {
    case .total(let amount, _): amount.name
    case .anyWorkload(let amount, _): "\(amount.name) of a workload"
    case .share(let part, let whole, _, _): "\(part.name) of \(whole.name)"
    }
  }

  /// What is required, in words.
  public var words: String {
    switch self {
    case .total(let amount, let bounds), .anyWorkload(let amount, let bounds):
      bounds.words(amount.unit)
    case .share(_, _, let percent, let isInclusive):
      "\(isInclusive ? "at least" : "more than") \(percent) %"
    }
  }

  /// How much more of the part a share needs.
  func missingPart(part: Int64, whole: Int64) -> Int64 {
    guard case .share(_, _, let percent, let isInclusive) = self, whole > 0 else { return 0 }
    let product = percent &* whole
    let needed = isInclusive ? (product &+ 99) / 100 : product / 100 &+ 1
    return max(0, needed &- part)
  }
}

extension Bounds {
  /// How far a value is from the nearer end; nil where it is inside.
  func shortfall(of value: Int64) -> Int64? {
    if value < least { return least &- value }
    if value > greatest { return value &- greatest }
    return nil
  }
}

extension UsageRule.Counted {
  func unitWords(_ value: Int64) -> String {
    if case .total(let amount) = self { amount.unit.words(value) } else { String(value) }
  }
}

extension Contributor.Change {
  init(_ counted: (now: Int64, then: Int64)) {
    let (now, then) = (counted.now != 0, counted.then != 0)
    self = now ? (then ? .kept : .added) : then ? .lost : .notCounted
  }

  /// Within a sentence, for people: `not counted`.
  public var words: String {
    switch self {
    case .added: "added"
    case .lost: "lost"
    case .kept: "kept"
    case .notCounted: "not counted"
    }
  }
}
