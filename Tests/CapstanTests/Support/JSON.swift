import Foundation

/// A JSON value.
enum JSON: Codable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(text: String) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let array = try? value.decode([JSON].self) {
      self = .array(array)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let bool): try container.encode(bool)
    case .number(let number): try container.encode(number)
    case .string(let string): try container.encode(string)
    case .array(let items): try container.encode(items)
    case .object(let members): try container.encode(members)
    }
  }

  /// A member; null where there is none.
  subscript(key: String) -> JSON {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  var items: [JSON] { if case .array(let items) = self { items } else { [] } }
  var string: String? { if case .string(let string) = self { string } else { nil } }
  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
  var id: String? { self["id"].string }
}

extension JSON {
  /// Where another value is not as this one, which is the answer: numbers to 1e-6, things with an id
  /// by it; keys of its own are ignored, and so are the rulebook, the areas' names and the row
  /// `paid-available-units`.
  func differences(from actual: JSON, at path: String = "") -> [String] {
    switch (self, actual) {
    case (.number(let wanted), .number(let found)) where abs(wanted - found) <= 1e-6: return []
    case (.object(let wanted), .object(let found)):
      return wanted.keys.sorted().flatMap { key -> [String] in
        if key == "rulebook" || (key == "name" && path.hasSuffix("]")) { return [] }
        return wanted[key, default: .null]
          .differences(from: found[key] ?? .string("missing"), at: "\(path).\(key)")
      }
    case (.array(let wanted), .array(let found)):
      guard wanted.allSatisfy({ $0.id != nil }), !wanted.isEmpty else {
        if wanted.count != found.count { return ["\(path): \(found.count) items"] }
        return zip(wanted, found).enumerated()
          .flatMap { $1.0.differences(from: $1.1, at: "\(path)[\($0)]") }
      }
      return wanted.filter { $0.id != "paid-available-units" }.flatMap { item -> [String] in
        let id = item.id ?? ""
        guard let match = found.first(where: { $0.id == id }) else { return ["\(path): no \(id)"] }
        return item.differences(from: match, at: "\(path)[\(id)]")
      }
    default: return self == actual ? [] : ["\(path): \(actual), not \(self)"]
    }
  }
}
