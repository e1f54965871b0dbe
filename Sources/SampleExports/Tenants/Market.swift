/// A country, and how its companies are called. All names are made up.
struct Market {
  let name: String
  private let stems: [String]
  private let trades: [String]
  private let forms: [String]
  private let gap: String

  private init(
    _ name: String, stems: [String] = Market.stems, trades: [String] = Market.trades,
    forms: [String], gap: String = " "
  ) {
    self.name = name
    self.stems = stems
    self.trades = trades
    self.forms = forms
    self.gap = gap
  }

  func companyName(_ dice: inout Dice) -> String {
    // One in fifty has a name that no careless reader of CSV gets right.
    if dice.happens(20) { return dice.pick(Market.awkwardNames)(dice.pick(Market.stems)) }
    let latin = stems == Market.stems
    let stem = dice.pick(stems) + (latin ? dice.pick(Market.endings) : "")
    let form = dice.pick(forms)
    return form.isEmpty
      ? stem + gap + dice.pick(trades)
      : stem + gap + dice.pick(trades) + gap + form
  }

  static let all: [(Market, share: Int)] = [
    (Market("Netherlands", forms: ["B.V.", "N.V.", ""]), share: 22),
    (Market("Germany", stems: german, forms: ["GmbH", "AG", "& Söhne KG"]), share: 15),
    (Market("Denmark", stems: nordic, forms: ["A/S", "ApS"]), share: 12),
    (Market("Norway", stems: nordic, forms: ["AS", "ASA"]), share: 6),
    (Market("United Kingdom", forms: ["Ltd", "plc", "& Sons"]), share: 9),
    (Market("United States", forms: ["Inc.", "LLC", "Group, Inc."]), share: 9),
    (Market("France", stems: french, forms: ["SARL", "SA", "et Fils"]), share: 7),
    (Market("Czechia", stems: czech, forms: ["s.r.o.", "a.s."]), share: 3),
    (Market("Türkiye", stems: turkish, forms: ["A.Ş.", "Ltd. Şti."]), share: 3),
    (Market("Brazil", forms: ["Ltda.", "S.A."]), share: 3),
    (
      Market("Greece", stems: greek, trades: greekTrades, forms: ["Α.Ε.", "Ε.Π.Ε."]),
      share: 2
    ),
    (Market("Israel", stems: hebrew, trades: hebrewTrades, forms: ["בע״מ"]), share: 2),
    (
      Market("Japan", stems: japanese, trades: japaneseTrades, forms: ["株式会社", ""], gap: ""),
      share: 4
    ),
    (
      Market(
        "Korea, Republic of", stems: korean, trades: koreanTrades, forms: ["주식회사"]),
      share: 3
    ),
  ]

  private static let awkwardNames: [@Sendable (String) -> String] = [
    { "\"\($0)\", Media & Print" },
    { "\($0), Thorpe, Wick and Partners" },
    { "The \"\($0)\" Company" },
    { "\($0)’s Café – Ünlü 🐎" },
    { "O'\($0) & D'Arrow, Ltd." },
  ]

  private static let stems = [
    "Alder", "Birken", "Corvin", "Dunmere", "Elm", "Fenner", "Gars", "Holm", "Iver", "Kestrel",
    "Linden", "Mere", "Nether", "Oster", "Pell", "Quill", "Rowan", "Selby", "Thorn", "Umber",
    "Vester", "Wick", "Yarrow", "Zephyr",
  ]
  private static let endings = [
    "bridge", "combe", "dale", "field", "gate", "haven", "lund", "marsh", "moor", "ridge", "stead",
    "wold",
  ]
  private static let trades = [
    "Dental", "Energy", "Farms", "Foods", "Freight", "Housing", "Insurance", "Marine", "Mills",
    "Optics", "Paper", "Robotics", "Schools", "Textiles", "Timber", "Travel",
  ]
  private static let german = ["Müllersbach", "Grünfels", "Weißenau", "Königsmoor", "Bärental"]
  private static let nordic = ["Åkerlund", "Østerås", "Bjørnsund", "Sæterdal", "Ængholm"]
  private static let french = ["Évremont", "Châtelay", "Fontbrune", "L'Orméval", "Garçonnet"]
  private static let czech = ["Žďárek", "Kůňov", "Řepnice", "Šumavan", "Čermákov"]
  private static let turkish = ["Işıkdağ", "Çınarlı", "Güneşova", "Yıldızköy"]
  private static let greek = ["Αυγερινή", "Θαλασσινή", "Ελαιώνας", "Ανεμόεσσα"]
  private static let greekTrades = ["Τρόφιμα", "Μεταφορές", "Υφάσματα", "Ενέργεια"]
  private static let hebrew = ["אורן", "גלים", "שקמה", "רימון"]
  private static let hebrewTrades = ["תעשיות", "מערכות", "מזון", "הובלות"]
  private static let japanese = ["青波", "北星台", "桜木原", "白嶺", "みなと丘"]
  private static let japaneseTrades = ["商事", "製作所", "物流", "食品", "光学"]
  private static let korean = ["솔바람", "새벽강", "푸른뫼", "은하들"]
  private static let koreanTrades = ["물산", "전자", "식품", "해운"]
}
