import Foundation
import Glibc
import Synchronization
import Testing

@testable import capstan

/// Running edits are kept at once where they can be; they and scenarios hold nobody up where they cannot.
@Suite struct ShelfWriterTests {
  private final class Log: Sendable {
    let lines = Mutex<[String]>([])
    func add(_ line: String) { lines.withLock { $0.append(line) } }
  }

  private let full = Failure(.io, "the disk is full")
  private let busy = Failure(.unavailable, "another process writes")

  @Test func `what is free is written before it is shown, and what went wrong is told`() {
    let (writer, log) = (ShelfWriter(), Log())
    for number in 0..<50 {
      let problem = writer.keep { () throws(Failure) in
        log.add("\(number)")
        if number % 10 == 3 { throw full }
      }
      #expect(log.lines.withLock { $0.count } == number + 1)
      #expect(problem?.words == (number % 10 == 3 ? full.words : nil))
    }
  }

  @Test func `of edits that have to wait the newest is kept, and the end waits for it`() {
    let (writer, log, gate) = (ShelfWriter(), Log(), DispatchSemaphore(value: 0))
    let first = writer.keep { () throws(Failure) in
      gate.wait()
      log.add("first")
      throw full
    }
    #expect(first == nil)
    for number in 0..<5 { #expect(writer.keep { log.add("\(number)") } == nil) }
    #expect(log.lines.withLock { $0 }.isEmpty)
    gate.signal()
    #expect(writer.finish() == nil, "the newest edits are kept, the older ones not needed")
    #expect(log.lines.withLock { $0 } == ["first", "4"])
  }

  @Test func `a busy cache is tried again`() {
    let (writer, log) = (ShelfWriter(), Log())
    let problem = writer.keep { () throws(Failure) in
      log.add("try")
      if log.lines.withLock({ $0.count }) < 3 { throw busy }
    }
    #expect(problem == nil)
    #expect(log.lines.withLock { $0.count } == 3)
  }

  @Test func `at the end a busy cache is given up, and the loss is told`() {
    let (writer, log, gate) = (ShelfWriter(), Log(), DispatchSemaphore(value: 0))
    let problem = writer.keep { () throws(Failure) in
      log.add("try")
      gate.wait()
      throw busy
    }
    #expect(problem == nil)
    Thread.detachNewThread {
      usleep(50_000)
      for _ in 0..<12 { gate.signal() }
    }
    #expect(writer.finish()?.words == busy.words)
    #expect(log.lines.withLock { $0.count } == 1)
  }

  @Test func `scenarios are written in the order asked, and nobody waits for them`() {
    let (writer, log, gate) = (ShelfWriter(), Log(), DispatchSemaphore(value: 0))
    writer.change { () throws(Failure) in
      gate.wait()
      log.add("save")
    } done: {
      log.add("saved: \($0?.words ?? "")")
    }
    for number in 0..<3 { #expect(writer.keep { log.add("edits \(number)") } == nil) }
    writer.change { () throws(Failure) in
      throw full
    } done: {
      log.add("lost: \($0?.words ?? "")")
    }
    #expect(log.lines.withLock { $0 }.isEmpty)
    Thread.detachNewThread {
      usleep(50_000)
      gate.signal()
    }
    #expect(writer.finish()?.words == full.words, "nobody sees the screen any more")
    #expect(
      log.lines.withLock { $0 } == ["save", "saved: ", "edits 2", "lost: the disk is full"])
  }

  @Test func `a scenario that waits for a busy cache is not given up for newer edits`() {
    let (writer, log, gate) = (ShelfWriter(), Log(), DispatchSemaphore(value: 0))
    writer.change { () throws(Failure) in
      gate.wait()
      log.add("try")
      if log.lines.withLock({ $0.count }) < 3 { throw busy }
    } done: {
      log.add("done: \($0?.words ?? "")")
    }
    #expect(writer.keep { log.add("edits") } == nil)
    for _ in 0..<3 { gate.signal() }
    while log.lines.withLock({ $0.count }) < 4 { usleep(1000) }
    #expect(writer.finish() == nil)
    #expect(log.lines.withLock { $0 } == ["try", "try", "try", "done: ", "edits"])
  }
}
