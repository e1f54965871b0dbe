import CapabilityScore
import Foundation
import InsightsCache
import SampleExports

/// The cache of the made-up partner that shows the program.
struct DemoCache {
  let partner: PartnerData

  var path: String { partner.cachePath }

  private static let tenants = 500
  private static let months = 30

  /// The month the demo data should end with.
  private var lastMonth: Month { Day.today.month.advanced(by: -1) }

  /// Whether it is there and goes up to last month.
  var isCurrent: Bool {
    guard let store = try? OpenStores.store(at: path, .readOnly),
      let newest = try? store.lastMonth(before: Day.today)
    else { return false }
    return newest == lastMonth
  }

  /// Writes made-up exports to a folder of their own, imports them and removes them.
  func make() throws(Failure) {
    let folder = FileManager.default.temporaryDirectory.path + "/capstan-demo-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try ExportFolder(path: folder).write(
      SampleExports(
        SampleExports.Options(
          tenants: DemoCache.tenants, months: DemoCache.months, lastMonth: lastMonth,
          asOf: Day.today)))
    do {
      let store = try OpenStores.store(at: path, .readWrite)
      _ = try store.importExports(at: [folder], vocabulary: partner.rulebook.vocabulary)
      partner.keepScore(store)
    } catch {
      throw Failure(error)
    }
  }
}
