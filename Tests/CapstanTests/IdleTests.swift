import Foundation
import Testing

/// Idle means idle.
@Suite struct IdleTests {
  @Test(arguments: [false, true])
  func `without keys it writes nothing and does not wake up`(_ isEditing: Bool) throws {
    let place = try Workplace().importing(.tiny)
    let screen = try place.dashboard()
    screen.send(isEditing ? "o\r/elm\r\rOe" : "4j\r")
    try screen.settle()
    // What it began in the background may take longer than its frames, on a slow disk above all.
    var woken = -1
    for _ in 0..<10 where woken != 0 {
      while screen.pump(milliseconds: 200) {}
      let before = try switches(of: screen.pid)
      #expect(!screen.pump(milliseconds: 3000))
      woken = try switches(of: screen.pid) - before
    }
    #expect(woken == 0, "\(woken) context switches in 3 s")
  }

  /// The times that any thread went to sleep or was put to sleep.
  private func switches(of pid: pid_t) throws -> Int {
    let tasks = "/proc/\(pid)/task"
    return try FileManager.default.contentsOfDirectory(atPath: tasks).reduce(0) { sum, task in
      let status = try String(contentsOfFile: "\(tasks)/\(task)/status", encoding: .utf8)
      return sum
        + status.split(separator: "\n").filter { $0.contains("ctxt_switches") }
        .compactMap { $0.split(separator: "\t").last.flatMap { Int($0) } }.reduce(0, +)
    }
  }
}
