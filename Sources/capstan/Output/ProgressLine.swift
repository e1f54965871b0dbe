import CapabilityScore
import Glibc
import InsightsCache

/// One line on a terminal that tells how far an import is; nothing where there is no terminal.
struct ProgressLine {
  let isShown: Bool
  private let pace = ImportPace()

  init(isShown: Bool) { self.isShown = isShown && isatty(2) == 1 }

  func show(_ step: ImportProgress) {
    guard isShown else { return }
    let full = Int(pace.share(step) * Double(ProgressLine.width))
    let bar =
      String(repeating: "#", count: full)
      + String(repeating: ".", count: ProgressLine.width - full)
    write("\r\u{1B}[K[\(bar)] \(Output.clean(pace.words(step)))")
  }

  func clear() {
    if isShown { write("\r\u{1B}[K") }
  }

  private static let width = 20

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
  }
}

/// How far an import is, how fast, and how long it will take, from when it began.
struct ImportPace {
  private let start = ContinuousClock.now

  /// 0 to 1.
  func share(_ step: ImportProgress) -> Double {
    step.totalSize > 0 ? min(1, Double(step.totalRead) / Double(step.totalSize)) : 1
  }

  /// `43 %  AzureUsage.csv  1,200,000 rows  850,000 rows/s  12 s left`.
  func words(_ step: ImportProgress) -> String {
    let share = share(step)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    var parts = [
      "\(Int(share * 100)) %", step.file, "\(NumberWords.grouped(Int64(step.rows))) rows",
    ]
    // The first moments say nothing about the rest.
    if seconds > 0.5, share > 0 {
      parts.append("\(NumberWords.grouped(Int64(Double(step.rows) / seconds))) rows/s")
      parts.append("\(ImportPace.time(seconds / share - seconds)) left")
    }
    return parts.joined(separator: "  ")
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }
}
