import Foundation

/// The header line of an export: where its columns are.
struct ExportHeader: Sendable {
  /// As written.
  let names: [String]
  private var positions: [String: Int] = [:]

  /// - Parameter names: Of two equal ones the first counts.
  init(_ names: [String]) {
    self.names = names.map { $0.trimmingCharacters(in: .whitespaces) }
    for (position, name) in names.enumerated() {
      let folded = ExportHeader.fold(name)
      if positions[folded] == nil { positions[folded] = position }
    }
  }

  func position(of column: Column) -> Int? {
    column.names.lazy.compactMap { positions[ExportHeader.fold($0)] }.first
  }

  private static func fold(_ name: String) -> String {
    name.trimmingCharacters(in: .whitespaces).lowercased()
  }
}

/// A dataset with the places of its columns in one file.
struct ColumnMap: Sendable {
  let definition: DatasetDefinition
  let columnCount: Int
  private var positions: [ColumnRole: Int] = [:]
  private var labels: [ColumnRole: String] = [:]

  init(_ definition: DatasetDefinition, _ header: ExportHeader) {
    self.definition = definition
    columnCount = header.names.count
    for column in definition.needed + definition.optional {
      guard let role = column.role, let position = header.position(of: column) else { continue }
      positions[role] = position
      labels[role] = header.names[position]
    }
  }

  /// The place of a column, nil where the file has none.
  subscript(role: ColumnRole) -> Int? { positions[role] }

  /// The column's name in the file, as a reject's reason gives it.
  func label(_ role: ColumnRole) -> String { labels[role] ?? "" }
}
