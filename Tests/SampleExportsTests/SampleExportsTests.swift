import CapabilityScore
import SampleExports
import Testing

private typealias Dataset = SampleExports.Dataset

struct SampleExportsTests {
  private let asOf: Day

  init() throws { asOf = try #require(Day(year: 2024, month: 7, day: 15)) }

  private func exports(
    tenants: Int = 60, months: Int = 30, seed: UInt64 = 1, dirtyShare: Double = 0,
    people: Int? = nil
  ) -> SampleExports {
    SampleExports(
      .init(
        tenants: tenants, months: months, lastMonth: Month(year: 2024, month: 6), asOf: asOf,
        seed: seed, dirtyShare: dirtyShare, people: people))
  }

  @Test(arguments: Dataset.allCases)
  private func `the same seed gives the same bytes`(dataset: Dataset) {
    let once = exports(dirtyShare: 0.03).bytes(dataset)
    let isSame = once == exports(dirtyShare: 0.03).bytes(dataset)
    #expect(isSame)
  }

  @Test(arguments: Dataset.allCases.filter { $0 != .profile })
  private func `another seed gives other bytes`(dataset: Dataset) {
    let isSame = exports(seed: 1).bytes(dataset) == exports(seed: 2).bytes(dataset)
    #expect(!isSame)
  }

  /// The checksum (FNV-1a) was taken on x86-64; every machine has to come to it. It changes with
  /// every lever.
  @Test func `the bytes do not depend on the machine`() {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for dataset in Dataset.allCases {
      for byte in exports(tenants: 12, dirtyShare: 0.05).bytes(dataset) {
        sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    #expect(sum == 8_429_848_595_344_780_116)
  }

  @Test(arguments: Dataset.allCases)
  private func `every row has the fields of the header`(dataset: Dataset) {
    let table = exports().table(dataset)
    #expect(table.header == dataset.columns)
    #expect(Set(table.rows.map(\.count)) == [dataset.columns.count])
  }

  @Test(arguments: Dataset.allCases)
  private func `the tally counts the rows`(dataset: Dataset) {
    var bytes: [UInt8] = []
    let tally = exports().write(dataset) { bytes += $0 }
    #expect(tally.rows == Table(bytes).rows.count)
    #expect(tally.rows > 0)
    #expect(tally.broken == 0 && tally.skipped == 0)
  }

  @Test func `a tenant has one name in all files`() {
    var names: [String: Set<String>] = [:]
    for dataset in Dataset.allCases {
      let table = exports().table(dataset)
      for (id, name) in zip(table.column("CustomerTenantId"), table.column("CustomerName")) {
        names[id, default: []].insert(name)
      }
    }
    #expect(names.count == 60)
    #expect(names.filter { $0.value.count > 1 }.isEmpty)
  }

  @Test func `usage covers every month up to the last one`() {
    let months = Set(exports().table(.officeUsage).column("Month"))
    let last = Month(year: 2024, month: 6)
    #expect(months == Set((0..<30).map { "\(last.advanced(by: -$0))-01" }))
  }

  @Test func `more tenants only add rows behind those that are there`() {
    let fewer = exports(tenants: 20).bytes(.azureUsage)
    let more = exports(tenants: 40).bytes(.azureUsage)
    #expect(more.count > fewer.count)
    let beginsAlike = more.starts(with: fewer)
    #expect(beginsAlike)
  }

  @Test(arguments: [1, 12, 30, 60])
  func `any number of months will do`(months: Int) {
    let table = exports(months: months).table(.cporUsage)
    #expect(Set(table.column("Date")).count == months)
  }

  @Test func `a file comes in pieces of about 64 KiB`() {
    var sizes: [Int] = []
    exports(tenants: 100).write(.azureUsage) { sizes.append($0.count) }
    #expect(sizes.count > 20)
    #expect(sizes.dropLast().allSatisfy { (64 << 10..<256 << 10).contains($0) })
  }

  @Test func `what the sink throws ends the writing`() {
    struct DiskFull: Error {}
    var pieces = 0
    #expect(throws: DiskFull.self) {
      try exports(tenants: 200).write(.azureUsage) { _ throws(DiskFull) in
        pieces += 1
        throw DiskFull()
      }
    }
    #expect(pieces == 1)
  }

  @Test func `the team grows with the root of the tenants unless its size is given`() {
    func people(_ exports: SampleExports) -> Int {
      let table = exports.table(.trainingCompletions)
      let columns = ["CorpEmail", "Email", "MCPID"].map(table.column)
      let identities = table.rows.indices.map { row in
        columns.map { $0[row] }.first { !$0.isEmpty }
      }
      return Set(identities).count
    }
    #expect(people(exports(tenants: 400)) == 32)
    #expect(people(exports(tenants: 400, people: 7)) == 7)
  }

  @Test func `the same usage appears under two associations`() {
    let table = exports().table(.azureUsage)
    var associations: [[String]: Set<String>] = [:]
    let keys = zip(
      zip(table.column("CustomerTenantId"), table.column("ServiceLevel2")),
      zip(table.column("Month"), table.column("PartnerAttributionType")))
    for (usage, (month, association)) in keys {
      associations[[usage.0, usage.1, month], default: []].insert(association)
    }
    #expect(Set(associations.values.map(\.count)) == [1, 2])
  }

  @Test func `credits and flagged rows are among the Azure usage`() {
    let table = exports().table(.azureUsage)
    #expect(table.column("ACR_USD").count { $0.hasPrefix("-") } > 0)
    #expect(Set(table.column("IsACRDuplicateAtPGALevel")) == ["0", "1"])
  }
}
