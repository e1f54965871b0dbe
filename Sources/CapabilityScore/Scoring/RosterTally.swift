/// What people contribute, added up: how many fulfil each skill measure, and how many hold each
/// prerequisite, on the six days of the window.
public struct RosterTally: Sendable, Equatable {
  /// `[measure × 6 + month]`
  var fulfilled: [Int]
  /// `[certification × 6 + month]`
  var holders: [Int]

  init(rulebook: Rulebook) {
    fulfilled = [Int](repeating: 0, count: rulebook.measures.count * Scorecard.windowLength)
    holders = [Int](repeating: 0, count: rulebook.certifications.count * Scorecard.windowLength)
  }

  /// All counts in one run of numbers, to be kept; ``init(_:numbers:)`` reads them again.
  public var numbers: [Int64] { (fulfilled + holders).map(Int64.init) }

  /// - Parameters:
  ///   - scorer: The one that took the tally, or one of the same rules.
  ///   - numbers: Its ``numbers``; nil comes of others.
  public init?(_ scorer: Scorer, numbers: some Collection<Int64>) {
    self.init(rulebook: scorer.rulebook)
    guard numbers.count == fulfilled.count + holders.count else { return nil }
    fulfilled = numbers.prefix(fulfilled.count).map(Int.init(truncatingIfNeeded:))
    holders = numbers.dropFirst(fulfilled.count).map(Int.init(truncatingIfNeeded:))
  }

  func fulfilled(measure: Int, month: Int) -> Int {
    fulfilled[measure * Scorecard.windowLength + month]
  }

  func holders(certification: Int, month: Int) -> Int {
    holders[certification * Scorecard.windowLength + month]
  }
}

/// Evaluates people one by one: the one place where certifications are tested against the rules.
struct IndividualEvaluator {
  let rulebook: Rulebook
  let matcher: CertificationMatcher
  /// The day certifications count on, for each month of the window.
  let days: [Day]
  private let skills: [(measure: Int, rule: SkillRule)]

  init(rulebook: Rulebook, asOf: Day) {
    self.rulebook = rulebook
    matcher = CertificationMatcher(rulebook: rulebook)
    days = (0..<Scorecard.windowLength).map { month in
      month == 0 ? asOf : asOf.month.advanced(by: -month).lastDay
    }
    skills = rulebook.measures.enumerated().compactMap { number, measure in
      measure.skills.map { (number, $0) }
    }
  }

  /// Adds (sign 1) or takes away (sign −1) what a person contributes.
  func add(_ individual: Individual, sign: Int, to tally: inout RosterTally) {
    add(individual.holdings.map { ($0, certification(of: $0)) }, sign: sign, to: &tally)
  }

  /// Adds what many people contribute.
  func add(_ roster: [Individual], to tally: inout RosterTally) {
    var matches = MatchedTitles(self)
    for individual in roster {
      add(matches.matched(individual.holdings), sign: 1, to: &tally)
    }
  }

  private func add(_ holdings: [(Holding, Int?)], sign: Int, to tally: inout RosterTally) {
    // Few months bring a change: what a person fulfils is looked up again only then.
    var last: [Int] = []
    var fulfilled: [Int] = []
    for (month, day) in days.enumerated() {
      let held = held(holdings, on: day)
      if held.isEmpty { continue }
      if held != last {
        last = held
        fulfilled = skills.filter { isFulfilled($0.rule, by: held) }.map(\.measure)
      }
      for number in held { tally.holders[number * Scorecard.windowLength + month] += sign }
      for measure in fulfilled {
        tally.fulfilled[measure * Scorecard.windowLength + month] += sign
      }
    }
  }

  /// The certifications that count on a day, each number once: nobody has many.
  func held(_ holdings: some Sequence<(Holding, Int?)>, on day: Day) -> [Int] {
    var held: [Int] = []
    for case (let holding, let number?) in holdings
    where !held.contains(number) && counts(holding, number, on: day) {
      held.append(number)
    }
    return held
  }

  func certification(of holding: Holding) -> Int? {
    matcher.certification(holding.title, isCertification: holding.isCertification)
  }

  /// Whether a holding counts on a day, the certification being eligible still.
  func counts(_ holding: Holding, _ certification: Int, on day: Day) -> Bool {
    holding.isValid(on: day)
      && rulebook.certifications[certification].eligibleThrough.map { $0 >= day } ?? true
  }

  func isFulfilled(_ rule: SkillRule, by held: [Int]) -> Bool {
    rule.allOf.allSatisfy(held.contains)
      && (rule.anyOf.isEmpty || rule.anyOf.contains(where: held.contains))
  }
}

/// The certifications of the holdings of many people: a title is matched once, however many hold it.
struct MatchedTitles {
  private struct Title: Hashable {
    var text: String
    var isCertification: Bool
  }

  private let people: IndividualEvaluator
  private var numbers: [Title: Int?] = [:]

  init(_ people: IndividualEvaluator) { self.people = people }

  /// Each holding with its certification's number, nil where it is none that rules name.
  mutating func matched(_ holdings: [Holding]) -> [(Holding, Int?)] {
    holdings.map { holding in
      let title = Title(text: holding.title, isCertification: holding.isCertification)
      if let number = numbers[title] { return (holding, number) }
      let number = people.certification(of: holding)
      numbers.updateValue(number, forKey: title)
      return (holding, number)
    }
  }
}
