/// The rows of one file that wait to be handed on. Each cell ends in a comma, and the last comma of
/// a row becomes its line break: thus a row is bytes appended and nothing else.
struct RowBuffer {
  private(set) var tally = SampleExports.Tally()
  private var bytes: [UInt8] = []
  private var blemish: Blemish?
  private var blemishes: Blemishes
  private var breakingPoint = 0
  private let window: Window
  private let monthCells: [[UInt8]]

  private static let pieceSize = 64 << 10

  init(dataset: SampleExports.Dataset, window: Window, blemishes: Blemishes) {
    self.window = window
    self.blemishes = blemishes
    monthCells = (0..<window.count).map {
      Array(dataset.monthForm.text(of: window.month($0)).utf8)
    }
    bytes.reserveCapacity(2 * RowBuffer.pieceSize)
    bytes.append(contentsOf: dataset.header.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Hands on what has gathered, if that is worth it.
  mutating func drain<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    if bytes.count >= RowBuffer.pieceSize { try finish(to: sink) }
  }

  mutating func finish<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard !bytes.isEmpty else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  // MARK: Rows

  /// Appends the row that `cells` fills.
  mutating func row(_ cells: (inout RowBuffer) -> Void) {
    blemish = blemishes.next()
    cells(&self)
    if blemish == .tooFewFields { bytes.removeSubrange(breakingPoint...) }
    bytes[bytes.count - 1] = UInt8(ascii: "\n")
    tally.rows += 1
    if let blemish, blemish.isBroken { tally.broken += 1 }
    if blemish == .trial { tally.skipped += 1 }
  }

  /// Where a row with too few fields ends.
  mutating func mayEndHere() { breakingPoint = bytes.count }

  // MARK: Cells that nobody reads

  /// Cells as they stand, commas between them included.
  mutating func cells(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: ","))
  }

  mutating func cells(_ text: [UInt8]) {
    bytes.append(contentsOf: text)
    bytes.append(UInt8(ascii: ","))
  }

  mutating func number(_ number: Int) {
    appendDecimal(number)
    bytes.append(UInt8(ascii: ","))
  }

  mutating func guid(_ guid: GUID) {
    guid.append(to: &bytes)
    bytes.append(UInt8(ascii: ","))
  }

  /// A text for people, the place for everything that makes quotes necessary.
  mutating func remark(_ text: String) {
    guard blemish == .awkwardText else { return cells(text) }
    cells("\"\(text), \"\"sundry\"\"\nsee \"\"Agreement, §2\"\"\"")
  }

  // MARK: Cells that are read

  mutating func tenant(_ tenant: Tenant) {
    if blemish == .noTenant { cells("") } else { guid(tenant.id) }
    mayEndHere()
  }

  mutating func month(_ index: Int) {
    switch blemish {
    case .unreadableMonth: cells(blemishes.pick(RowBuffer.unreadableMonths))
    case .otherMonthForm:
      cells(blemishes.pick(MonthForm.allCases).text(of: window.month(index)))
    default: cells(monthCells[index])
    }
  }

  mutating func workload(_ name: String) {
    blemish == .unknownWorkload
      ? cells(blemishes.pick(RowBuffer.unknownWorkloads)) : self.name(name)
  }

  mutating func association(_ association: Association) {
    blemish == .unknownAssociation
      ? cells(blemishes.pick(RowBuffer.unknownAssociations)) : cells(association.rawValue)
  }

  mutating func metricType() { cells(blemish == .trial ? "Trial" : "Paid") }

  /// A name that is matched whatever its case and its spaces.
  mutating func name(_ name: String) {
    switch blemish {
    case .oddCase: cells(blemishes.pick([name.lowercased(), name.uppercased()]))
    case .doubleSpaces: cells(name.split(separator: " ").joined(separator: "  "))
    default: cells(name)
    }
  }

  /// An amount in US dollars.
  mutating func money(cents: Int) {
    switch blemish {
    case .unreadableNumber: cells(blemishes.pick(RowBuffer.unreadableNumbers))
    case .otherNumberForm: cells(RowBuffer.bookkeeping(cents: cents, blemishes.pick(["", "$"])))
    default:
      if cents < 0 { bytes.append(UInt8(ascii: "-")) }
      appendDecimal(abs(cents) / 100)
      bytes.append(UInt8(ascii: "."))
      appendTwoDigits(abs(cents) % 100)
      bytes.append(UInt8(ascii: ","))
    }
  }

  mutating func count(_ count: Int) {
    switch blemish {
    case .unreadableNumber: cells(blemishes.pick(RowBuffer.unreadableNumbers))
    case .fractionalCount: cells("\(count).5")
    case .otherNumberForm:
      cells(blemishes.pick(["\"\(RowBuffer.grouped(count))\"", "\(count).0"]))
    default: number(count)
    }
  }

  /// The day on which a certification was taken.
  mutating func completion(_ day: String) {
    blemish == .unreadableCompletion ? cells(blemishes.pick(["", "soon"])) : cells(day)
  }

  /// E-mail, corporate e-mail and MCP id are the identities of an individual; one of them will do.
  mutating func identity(_ identity: String) { cells(blemish == .noIdentity ? "" : identity) }

  // MARK: Digits

  private mutating func appendDecimal(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  private mutating func appendTwoDigits(_ number: Int) {
    bytes.append(UInt8(ascii: "0") + UInt8(number / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// `"$1,234.50"`, or `"(12.30)"` for a credit, in quotes because of the commas.
  private static func bookkeeping(cents: Int, _ sign: String) -> String {
    let fraction = abs(cents) % 100
    let amount = "\(sign)\(grouped(abs(cents) / 100)).\(fraction < 10 ? "0" : "")\(fraction)"
    return cents < 0 ? "\"(\(amount))\"" : "\"\(amount)\""
  }

  /// `1,234,567`.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  private static let unreadableMonths = ["FY24 Q2", "June", "", "31.12.2023", "2024-13-01"]
  private static let unreadableNumbers = ["12O", "#REF!", "many", "1.2.3", "USD", "?"]
  private static let unknownWorkloads = ["Project Larkspur", "Viva Tidepool", "Quill Ledger"]
  private static let unknownAssociations = ["Referral", "Co-sell", ""]
}
