import Foundation
import Synchronization
import Testing

@testable import capstan

/// Running edits are kept at once where they can be, and hold nobody up where they cannot.
@Suite struct JournalWriterTests {
  private final class Log: Sendable {
    let lines = Mutex<[String]>([])
    func add(_ line: String) { lines.withLock { $0.append(line) } }
  }

  @Test func `what is free is written before it is shown, and what went wrong is told`() {
    let (writer, log) = (JournalWriter(), Log())
    for number in 0..<50 {
      let problem = writer.keep {
        log.add("\(number)")
        return number % 10 == 3 ? "problem \(number)" : nil
      }
      #expect(log.lines.withLock { $0.count } == number + 1)
      #expect(problem == (number % 10 == 3 ? "problem \(number)" : nil))
    }
  }

  @Test func `of edits that have to wait the newest is kept, and the end waits for it`() {
    let (writer, log, gate) = (JournalWriter(), Log(), DispatchSemaphore(value: 0))
    #expect(
      writer.keep {
        gate.wait()
        log.add("first")
        return "the disk is full"
      } == nil)
    for number in 0..<5 {
      #expect(
        writer.keep {
          log.add("\(number)")
          return nil
        } == nil)
    }
    #expect(log.lines.withLock { $0 }.isEmpty)
    gate.signal()
    writer.finish()
    #expect(log.lines.withLock { $0 } == ["first", "4"])
    #expect(writer.keep { nil } == "the disk is full")
  }
}
