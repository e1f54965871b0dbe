import Foundation

/// A folder of exports with what an import of them must find.
struct PublicCase: Decodable, CustomStringConvertible {
  var name: String
  var imports: [String]
  var badFiles: [String]
  var rejectedRows: Int
  var skippedRows: Int

  static let medium = PublicCase.load("medium")
  static let all = ["tiny", "medium", "malformed", "scenarios"].map(load)

  var description: String { name }
  var exports: String { PublicCase.folder + "/\(name)/\(imports.first ?? "")" }

  private static var folder: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/cases").path
  }

  private static func load(_ name: String) -> PublicCase {
    do {
      let path = URL(fileURLWithPath: folder + "/\(name)/case.json")
      return try JSONDecoder().decode(PublicCase.self, from: Data(contentsOf: path))
    } catch {
      preconditionFailure("The case '\(name)' cannot be read: \(error)")
    }
  }
}
