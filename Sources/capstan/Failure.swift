import InsightsCache
import RuleFiles

/// Why a command ends without its result: words for people, and the exit code of `sysexits.h`.
struct Failure: Error {
  var code: Int32
  /// What, where and what to do, in one line.
  var words: String

  init(_ code: Code, _ words: String) {
    self.code = code.rawValue
    self.words = words
  }

  init(_ error: InsightsStoreError) {
    code = error.exitCode
    words = error.description
  }

  init(_ error: TOMLFileError) {
    code = Code.configuration.rawValue
    words = error.description
  }

  enum Code: Int32 {
    case usage = 64
    case data = 65
    case noInput = 66
    case unavailable = 69
    case `internal` = 70
    case cannotCreate = 73
    case io = 74
    case configuration = 78
  }
}
