/// A person of the partner organisation and what they have taken.
struct Individual {
  let firstName: String
  let lastName: String
  let email: String
  let corporateEmail: String
  let mcpID: String
  let location: Partner.Location
  let completions: [Completion]
}

extension Individual {
  init(number: Int, role: Role, options: SampleExports.Options) {
    var dice = Dice(seed: options.seed ^ 0x5045_4F50_4C45, stream: UInt64(number))
    firstName = dice.pick(Individual.firstNames)
    lastName = dice.pick(Individual.lastNames)
    let mailName = "\(Individual.mailNames[firstName] ?? firstName).\(number + 1)".lowercased()
    // Most are known by the corporate address, some by another one, a few by their MCP id only.
    let address = dice.draw(from: Individual.addresses)
    corporateEmail = address == .corporate ? "\(mailName)@\(Partner.mailDomain)" : ""
    email = address == .none ? "" : "\(mailName)@mail.example"
    mcpID = address == .none || dice.happens(300) ? "MCP\(700_000 + number)" : ""
    location = dice.pick(Partner.locations)

    var completions: [Completion] = []
    let further = role.further.filter { _ in dice.happens(Levers.furtherCertifications) }
    for certification in role.core + further {
      completions.append(Completion(of: certification, asOf: options.asOf, &dice))
      if let exam = certification.exam, dice.happens(Levers.exams) {
        completions.append(Completion(exam: exam, asOf: options.asOf, &dice))
      }
    }
    self.completions = completions
  }

  private enum Address { case corporate, other, none }

  private static let addresses: [(Address, share: Int)] = [
    (.corporate, share: 90), (.other, share: 7), (.none, share: 3),
  ]
  private static let firstNames = [
    "Ana", "Bo", "Chidi", "Daphne", "Emre", "Femke", "Gus", "Hana", "Ivo", "Jun", "Kim", "Lotte",
    "Mia", "Nils", "Ola", "Pia", "Quirijn", "Rosa", "Søren", "Tova", "Uma", "Vera", "Zoë",
  ]
  /// Addresses are plain ASCII.
  private static let mailNames = ["Søren": "soren", "Zoë": "zoe"]
  private static let lastNames = [
    "Arends", "Berg", "Costa", "Dahl", "Engström", "Ferreira", "Grau", "Holt", "Ito", "Jensen",
    "Kowal", "Lund", "Møller", "Nash", "Okafor", "Papadaki", "Quist", "Ruiz", "Şahin", "Tan",
    "van der Meer", "Weiß", "Yıldız",
  ]
}
