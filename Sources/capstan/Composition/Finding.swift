/// What one check of the doctor found.
struct Finding {
  enum Verdict: String {
    case fine, note, problem

    var sign: String {
      switch self {
      case .fine: "✓"
      case .note: "·"
      case .problem: "✗"
      }
    }
  }

  var check: String
  var verdict: Verdict
  var words: String
  /// What to do; nil where nothing is to be done.
  var advice: String?

  static func fine(_ check: String, _ words: String) -> Finding {
    Finding(check: check, verdict: .fine, words: words)
  }

  /// Worth knowing, and no problem.
  static func note(_ check: String, _ words: String, _ advice: String? = nil) -> Finding {
    Finding(check: check, verdict: .note, words: words, advice: advice)
  }

  static func problem(_ check: String, _ words: String, _ advice: String? = nil) -> Finding {
    Finding(check: check, verdict: .problem, words: words, advice: advice)
  }
}
