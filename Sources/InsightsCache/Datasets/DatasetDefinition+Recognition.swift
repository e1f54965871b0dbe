extension DatasetDefinition {
  /// The dataset that a header line belongs to; of several the one with the most matching columns.
  ///
  /// - Throws: ``ExportFileError/unknownColumns(closest:missing:)`` where none has all it needs.
  static func recognise(_ header: ExportHeader) throws(ExportFileError) -> ColumnMap {
    var best: (definition: DatasetDefinition, matching: Int)?
    for definition in all where definition.missing(in: header).isEmpty {
      let matching = definition.matching(in: header)
      if matching > best?.matching ?? 0 { best = (definition, matching) }
    }
    if let best { return ColumnMap(best.definition, header) }
    throw closestMatch(header)
  }

  /// The dataset with the largest share of its needed columns; of equals the one that lacks fewest.
  private static func closestMatch(_ header: ExportHeader) -> ExportFileError {
    var closest: (definition: DatasetDefinition, missing: [Column])?
    var best = (share: -1.0, lacking: 0)
    for definition in all {
      let missing = definition.missing(in: header)
      let share = 1 - Double(missing.count) / Double(definition.needed.count)
      if (share, -missing.count) > (best.share, -best.lacking) {
        best = (share, missing.count)
        closest = (definition, missing)
      }
    }
    return .unknownColumns(
      closest: closest?.definition.dataset ?? .profile, missing: closest?.missing.map(\.label) ?? []
    )
  }

  private func missing(in header: ExportHeader) -> [Column] {
    needed.filter { header.position(of: $0) == nil }
  }

  private func matching(in header: ExportHeader) -> Int {
    (needed + optional).count { header.position(of: $0) != nil }
  }
}
