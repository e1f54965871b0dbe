import Glibc

/// How often a test with made-up input is run.
enum FuzzRuns {
  /// The usual number, or as many times more as `CAPSTAN_FUZZ` says (`make fuzz`).
  static func count(_ usual: Int) -> Range<Int> {
    let factor = getenv("CAPSTAN_FUZZ").flatMap { Int(String(cString: $0)) } ?? 1
    return 0..<usual * max(1, factor)
  }
}
