import CapabilityScore

/// A certification, or an exam, that an individual has taken: one row.
struct Completion {
  enum Kind: String {
    case certification = "Certification"
    case exam = "Exam"
  }

  let title: String
  let kind: Kind
  let day: Day
  let expiration: Day?
  let status: String
  /// The id of the training activity.
  let activity: Int
}

extension Completion {
  /// A certification that was taken, and stands, as the dice fall.
  init(of certification: Certification, asOf: Day, _ dice: inout Dice) {
    let standing = dice.draw(from: Levers.standings)
    title = certification.title(&dice)
    kind = .certification
    day = asOf.advanced(by: -dice.within(380...1300))
    expiration =
      certification.expires ? asOf.advanced(by: Completion.daysLeft(standing, &dice)) : nil
    status =
      switch standing {
      case .inactive: "Inactive"
      case .expired: "Expired"
      case .valid, .expiringSoon: dice.happens(800) ? "Active" : ""
      }
    activity = dice.within(10_000...99_999)
  }

  /// The exam that led to a certification.
  init(exam title: String, asOf: Day, _ dice: inout Dice) {
    self.title = title
    kind = .exam
    day = asOf.advanced(by: -dice.within(380...1300))
    expiration = nil
    status = ""
    activity = dice.within(10_000...99_999)
  }

  private static func daysLeft(_ standing: Standing, _ dice: inout Dice) -> Int {
    switch standing {
    case .valid, .inactive: dice.within(91...365)
    case .expiringSoon: dice.within(3...90)
    case .expired: -dice.within(2...200)
    }
  }
}
