/// A person of the partner organisation, with what they hold (scoring.md §1, §8).
public struct Individual: Hashable, Sendable {
  /// Corporate e-mail, else e-mail, else MCP id; in lower case.
  public var id: String
  public var givenName: String
  public var familyName: String
  public var holdings: [Holding]

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
  public var title: String
  /// False for exams and assessments: they count only where a rulebook names them.
  public var isCertification: Bool
  public var completed: Day
  public var expires: Day?
  /// The export's status is `Active` or blank.
  public var isActive: Bool

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
