/// A person of the partner organisation, with what they hold (scoring.md §1, §8).
public struct Individual: Hashable, Sendable {
  /// Corporate e-mail, else e-mail, else MCP id; in lower case.
  public var id: String
  /// The first name; empty where it is not known.
  public var givenName: String
  /// The last name; empty where it is not known.
  public var familyName: String
  /// The whole training record: also exams, and what has expired.
  public var holdings: [Holding]

  /// A person as the training report or a what-if edit names them.
  ///
  /// - Parameter id: In lower case; it is kept as given.
  public init(id: String, givenName: String, familyName: String, holdings: [Holding]) {
    self.id = id
    self.givenName = givenName
    self.familyName = familyName
    self.holdings = holdings
  }

  /// The full name, or the id where the export gives none.
  public var label: String {
    let name = [givenName, familyName].filter { !$0.isEmpty }.joined(separator: " ")
    return name.isEmpty ? id : name
  }
}

/// One row of a person's training record.
public struct Holding: Hashable, Sendable {
  /// As the export or the edit writes it; see ``CertificationMatcher`` for what it stands for.
  public var title: String
  /// False for exams and assessments: they count only where a rulebook names them.
  public var isCertification: Bool
  /// The first day on which it counts.
  public var completed: Day
  /// The last day on which it counts; nil where it does not expire.
  public var expires: Day?
  /// The export's status is `Active` or blank.
  public var isActive: Bool

  /// A row as imported, or as a certify edit adds it: active, and without an expiration.
  public init(title: String, isCertification: Bool, completed: Day, expires: Day?, isActive: Bool) {
    self.title = title
    self.isCertification = isCertification
    self.completed = completed
    self.expires = expires
    self.isActive = isActive
  }

  /// Whether the holding itself stands on a day; the certification must be eligible besides.
  public func isValid(on day: Day) -> Bool {
    completed <= day && isActive && expires.map { $0 >= day } ?? true
  }
}
