extension StyleNotation.Fault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty: "the style is empty; write a colour such as \"green\" or \"#98c379\""
    case .unknownWord(let word):
      "\"\(word)\" is no attribute, no palette entry and no colour; write a name from [palette], "
        + "#rrggbb, 0–255, a colour such as bright-blue, or default"
    case .indexOutOfRange(let word): "colour \(word) does not exist; numbers go from 0 to 255"
    case .malformedHex(let word): "\"\(word)\" is no colour; write # and six hexadecimal digits"
    case .secondForeground(let word):
      "\"\(word)\" would be a second colour; the ground comes after the word on"
    case .missingSign: "a colour is missing after the word sign"
    case .missingBackground: "a colour is missing after the word on"
    case .textAfterBackground(let word):
      "\"\(word)\" comes after the ground; attributes and colour go first"
    }
  }
}
