/// Finds the certification of the rulebook that a training record stands for (scoring.md §8, §12).
public struct CertificationMatcher: Sendable {
  private let numbers: [FoldedName: Int]
  private let prefixes: [String]
  private let exams: [(text: String, certification: Int)]
  private let assessments: Set<Int>

  /// Matches by the titles, aliases, title prefixes and exam titles that the rulebook lists.
  public init(rulebook: Rulebook) {
    var numbers: [FoldedName: Int] = [:]
    for (number, rule) in rulebook.certifications.enumerated() {
      for title in [rule.title] + rule.aliases { numbers[FoldedName(title)] = number }
    }
    self.numbers = numbers
    prefixes = rulebook.titlePrefixes.map { FoldedName($0).text }
    exams = rulebook.certifications.enumerated().flatMap { number, rule in
      rule.examTitlesContaining.map { ($0.lowercased(), number) }
    }
    assessments = Set(
      rulebook.certifications.indices.filter { rulebook.certifications[$0].countsAssessments })
  }

  /// The number of the certification; nil for titles that no rule lists.
  public func certification(_ title: String, isCertification: Bool = true) -> Int? {
    let listed = number(ofTitle: title)
    if isCertification { return listed }
    if let listed, assessments.contains(listed) { return listed }
    let lowercased = title.lowercased()
    return exams.first { lowercased.contains($0.text) }?.certification
  }

  private func number(ofTitle title: String) -> Int? {
    if let number = numbers[FoldedName(title)] { return number }
    var folded = FoldedName(withoutExamNumber(title)).text
    while true {
      if let number = numbers[FoldedName(folded)] { return number }
      guard let prefix = prefixes.first(where: { !$0.isEmpty && folded.hasPrefix($0) }) else {
        return nil
      }
      folded.removeFirst(prefix.count)
    }
  }

  /// Drops `Exam XX-000:`, wherever a prefix before it ends.
  private func withoutExamNumber(_ title: String) -> String {
    let parts = title.split(separator: ":", omittingEmptySubsequences: false)
    let rest = parts.filter { part in
      let words = part.split(separator: " ")
      return !(words.count == 2 && words[0].lowercased() == "exam" && words[1].contains("-"))
    }
    return rest.joined(separator: ":")
  }
}
