internal import CTerminal
import Glibc

extension TerminalScreen {
  /// Sleeps until something happens, and gives all that has happened by then.
  public func nextEvents() -> [Event] {
    if let answer = tests.answer() { write(control: answer) }
    while pending.isEmpty { wait() }
    defer { pending.removeAll() }
    return pending
  }

  /// The one poll. With nothing to do it never wakes.
  private func wait() {
    let ready = Int16(POLLIN)
    // A negative descriptor is passed over: a terminal that is gone would be ready for ever.
    let descriptors = [isConnected ? 0 : -1, signals]
    var entries = descriptors.map { pollfd(fd: $0, events: ready, revents: 0) }
    let count = poll(&entries, nfds_t(entries.count), decoder.needsTimeout ? 25 : -1)
    if count == 0 { return take(decoder.flush()) }
    guard count > 0 else { return }
    if entries[1].revents != 0 { readSignals() }
    if entries[0].revents != 0 { readTerminal() }
  }

  private func readTerminal() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(0, &buffer, buffer.count)
    if count > 0 {
      take(decoder.feed(buffer[..<count]))
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      isConnected = false
      pending.append(.hangUp)
    }
  }

  private func take(_ events: [Event]) {
    for event in events {
      if environment.answersTests, event == TestSignal.question {
        tests.ask()
        pending.append(.wake)
      } else {
        pending.append(event)
      }
    }
  }

  private func readSignals() {
    for signal in drainSignals() {
      switch signal {
      case 0: pending.append(.wake)
      case SIGWINCH: noteSize()
      case SIGTSTP: suspend()
      case SIGCONT: reclaim()
      default: pending.append(.signal(signal))
      }
    }
  }

  /// What came since the last time, each signal once.
  private func drainSignals() -> [Int32] {
    var buffer = [UInt8](repeating: 0, count: 256)
    var seen: Set<Int32> = []
    while case let count = read(signals, &buffer, buffer.count), count > 0 {
      seen.formUnion(buffer[..<count].map(Int32.init))
    }
    return seen.sorted()
  }

  /// Drops the SIGCONT that ended our own stop; what else came meanwhile is kept.
  func forgetContinue() {
    pending += drainSignals().compactMap { signal in
      switch signal {
      case SIGCONT, SIGTSTP, SIGWINCH: nil
      case 0: .wake
      default: .signal(signal)
      }
    }
  }
}
