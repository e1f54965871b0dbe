/// The partner's people.
struct Team {
  let count: Int
  private let options: SampleExports.Options

  init(_ options: SampleExports.Options) {
    self.options = options
    // The square root is exact: IEEE 754 leaves no choice.
    count = options.people ?? Levers.peopleAtLeast + Int(Double(options.tenants).squareRoot())
  }

  func individual(_ number: Int) -> Individual {
    Individual(number: number, role: Role.team[number % Role.team.count], options: options)
  }
}
