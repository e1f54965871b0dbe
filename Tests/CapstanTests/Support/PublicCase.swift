import Foundation
import Testing

/// A folder of exports with the answers of every command (cases/tiny/README.md, at the end).
struct PublicCase: Decodable, Sendable, CustomTestStringConvertible {
  var name: String
  var asOf: String
  var imports: [String]
  var scenarios: [String]
  var badFiles: [String]
  var rejectedRows: Int
  var skippedRows: Int

  static let all: [PublicCase] = {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return folders.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(root)/\(name)/case.json")
        .flatMap { try? JSONDecoder().decode(PublicCase.self, from: $0) }
    }
  }()

  static let tiny = named("tiny")
  static let medium = named("medium")

  var testDescription: String { name }
  var folder: String { PublicCase.root + "/" + name }
  /// The folders to import, in this order.
  var exports: [String] { imports.map { "\(folder)/\($0)" } }

  func answer(_ name: String) throws -> JSON {
    try JSON(text: String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
  }

  private static func named(_ name: String) -> PublicCase {
    guard let found = all.first(where: { $0.name == name }) else {
      preconditionFailure("The case '\(name)' cannot be read in \(root).")
    }
    return found
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/cases").path
}
