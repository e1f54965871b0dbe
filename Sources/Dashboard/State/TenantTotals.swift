public import CapabilityScore

/// What each tenant has of the fields that the list of tenants shows, in the last month: found out once
/// per load, because sorting and filtering the list ask for all of it.
public struct TenantTotals: Sendable {
  private struct Column: Sendable {
    private(set) var values: [Int64?]
    /// The same as they are shown.
    private(set) var texts: RowTexts
    private let unit: Unit

    init(_ values: [Int64?], _ unit: Unit) {
      self.values = values
      self.unit = unit
      var texts = TextColumn()
      for value in values { texts.append(value.map(unit.number) ?? "") }
      self.texts = RowTexts(texts: texts)
    }

    mutating func change(_ tenant: Int, to value: Int64?) {
      values[tenant] = value
      texts.changed[tenant] = value.map(unit.number) ?? ""
    }
  }

  private var columns: [Field: Column] = [:]

  private static let fields: [Field] = [.acr, .revenue, .pau, .mau]

  /// - Complexity: O(rows of the portfolio).
  public init(_ explainer: Explainer) {
    for field in TenantTotals.fields {
      columns[field] = Column(explainer.lastMonthTotals(field), field.unit)
    }
  }

  /// The same after the usage of some tenants changed.
  ///
  /// - Parameter explainer: Of what it is now, for the same months.
  /// - Complexity: O(usage of these tenants), and a copy of the numbers.
  public func changed(_ tenants: [Int], by explainer: Explainer) -> TenantTotals {
    var totals = self
    for field in TenantTotals.fields {
      guard var column = columns[field] else { continue }
      for tenant in tenants where tenant < column.values.count {
        column.change(tenant, to: explainer.lastMonthTotal(tenant, field))
      }
      totals.columns[field] = column
    }
    return totals
  }

  /// By tenant, nil where there is no usage; nil for fields that the list does not show.
  func values(_ field: Field) -> [Int64?]? { columns[field]?.values }

  func texts(_ field: Field) -> RowTexts? { columns[field]?.texts }
}
