/// The answer to a test harness that asks whether all it sent has been handled and shown.
struct TestSignal {
  static let question = Event.reply("[7770~")
  private var asked = 0
  private var answered = 0

  mutating func ask() { asked += 1 }

  /// The answer to all questions so far; nil if there are none.
  mutating func answer() -> String? {
    guard asked > answered else { return nil }
    answered = asked
    return "\u{1B}]7770;\(asked)\u{7}"
  }
}
