/// One ASCII sign for one that the terminal cannot show.
enum AsciiFallback {
  static func scalar(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x20..<0x7F: scalar
    case 0xA0: " "
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2550, 0x2010...0x2015, 0x2212: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x2551: "|"
    case 0x250C...0x254B, 0x2552...0x2570: "+"
    case 0x2580...0x2590, 0x2592, 0x2593: "#"
    case 0x2591: "."
    case 0x2190, 0x2039: "<"
    case 0x2192, 0x25B6, 0x25B8, 0x203A: ">"
    case 0x2191, 0x25B2: "^"
    case 0x2193, 0x25BC: "v"
    case 0x2018, 0x2019: "'"
    case 0x201C, 0x201D: "\""
    case 0xB7, 0x2022, 0x25CF: "*"
    case 0x2026: "~"
    case 0x2713, 0x2714: "+"
    case 0x2717, 0x2718, 0xD7: "x"
    default: letter(scalar) ?? "?"
    }
  }

  /// The base letter of é, Å and their like.
  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    families.first { $0.accented.contains(scalar) }?.base
  }

  private static let families: [(base: Unicode.Scalar, accented: String.UnicodeScalarView)] = [
    ("A", "ÀÁÂÃÄÅĀĂĄ".unicodeScalars), ("a", "àáâãäåāăą".unicodeScalars),
    ("C", "ÇĆČ".unicodeScalars), ("c", "çćč".unicodeScalars),
    ("D", "ĎĐ".unicodeScalars), ("d", "ďđ".unicodeScalars),
    ("E", "ÈÉÊËĒĖĘĚ".unicodeScalars), ("e", "èéêëēėęě".unicodeScalars),
    ("G", "Ğ".unicodeScalars), ("g", "ğ".unicodeScalars),
    ("I", "ÌÍÎÏĪĮİ".unicodeScalars), ("i", "ìíîïīįı".unicodeScalars),
    ("L", "ĽŁ".unicodeScalars), ("l", "ľł".unicodeScalars),
    ("N", "ÑŃŇ".unicodeScalars), ("n", "ñńň".unicodeScalars),
    ("O", "ÒÓÔÕÖØŌŐ".unicodeScalars), ("o", "òóôõöøōő".unicodeScalars),
    ("R", "Ř".unicodeScalars), ("r", "ř".unicodeScalars),
    ("S", "ŚŞŠ".unicodeScalars), ("s", "śşšß".unicodeScalars),
    ("T", "ŢŤ".unicodeScalars), ("t", "ţť".unicodeScalars),
    ("U", "ÙÚÛÜŪŮŰ".unicodeScalars), ("u", "ùúûüūůű".unicodeScalars),
    ("Y", "ÝŸ".unicodeScalars), ("y", "ýÿ".unicodeScalars),
    ("Z", "ŹŻŽ".unicodeScalars), ("z", "źżž".unicodeScalars),
  ]
}
