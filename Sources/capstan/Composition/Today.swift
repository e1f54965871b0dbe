import CapabilityScore
import Glibc

extension Day {
  /// The day on this machine's calendar.
  static var today: Day {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day(daysSince1970: Int32(now / 86_400))
  }
}
