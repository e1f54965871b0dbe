/// The company that owns a tenant; it may own several. All but the plain name are fields of a row.
struct Customer {
  let plainName: String
  let name: [UInt8]
  let tpid: Int
  let market: [UInt8]
  let segment: String
  let industry: String
  let vertical: String

  init(number: Int, seed: UInt64) {
    // Apart from the dice of the tenant with the same number.
    var dice = Dice(seed: ~seed, stream: UInt64(number))
    let market = dice.draw(from: Market.all)
    plainName = market.companyName(&dice)
    name = Array("\(csv: plainName)".utf8)
    tpid = dice.within(10_000_000...99_999_999)
    self.market = Array("\(csv: market.name)".utf8)
    segment = dice.draw(from: Customer.segments)
    industry = dice.pick(Customer.industries)
    vertical = "\(industry) - other"
  }

  private static let segments: [(String, share: Int)] = [
    ("SMB", share: 70), ("Corporate", share: 20), ("Enterprise", share: 10),
  ]
  private static let industries = [
    "Retail", "Manufacturing", "Public sector", "Education", "Health", "Logistics",
    "Professional services", "Energy",
  ]
}
