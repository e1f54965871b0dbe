/// The abbreviations of the field, for the help.
enum Glossary {
  /// Those that have every word, in their term or its meaning.
  static func entries(with words: [String]) -> [(term: String, meaning: String)] {
    entries.filter { entry in
      let text = "\(entry.term) \(entry.meaning)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  private static let entries = [
    (term: "ACR", meaning: "Azure consumed revenue, USD per month"),
    (term: "PAU", meaning: "Paid available units: paid seats"),
    (term: "MAU", meaning: "Monthly active users"),
    (term: "MCV", meaning: "Monthly consumption value: units times the rate card"),
    (term: "CSP", meaning: "Cloud solution provider"),
    (term: "CPOR", meaning: "Claiming partner of record"),
    (term: "DPOR", meaning: "Digital partner of record"),
    (term: "PAL", meaning: "Partner admin link"),
    (term: "TTM", meaning: "The last twelve months"),
  ]
}
