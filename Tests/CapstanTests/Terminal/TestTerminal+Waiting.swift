import CVTerm
import Glibc

extension TestTerminal {
  /// Seconds until waiting is given up: many, for a busy machine; a program that is right costs none.
  public static let patience = 60.0

  /// Waits until the condition holds; checks whenever output has come.
  public func wait(_ what: String, seconds: Double = patience, until isDone: () -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while !isDone() {
      if ContinuousClock.now > deadline {
        throw TestTerminalFailure.timedOut(what, screen: text)
      }
      if pump(milliseconds: 50) { continue }
      reap()
      if let exitStatus, !isDone() { throw TestTerminalFailure.ended(exitStatus, screen: text) }
    }
  }

  /// Waits until the text is on the screen, and the rest of its frame with it.
  public func wait(forText wanted: String, seconds: Double = patience) throws {
    try wait("text \"\(wanted)\"", seconds: seconds) { text.contains(wanted) }
    try settle()
  }

  /// Waits until everything sent so far has been handled and shown.
  ///
  /// A private key goes in behind it; the program's screen answers it after the frame. Both ways
  /// keep their order, so with the answer the frame is here.
  public func settle(seconds: Double = patience) throws {
    questions += 1
    send("\u{1B}[7770~")
    let wanted = questions
    try wait("answer \(wanted)", seconds: seconds) { answers >= wanted }
  }

  /// Waits for the end of the program and gives its wait status.
  @discardableResult
  public func waitExit(seconds: Double = patience) throws -> Int32 {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      reap()
      if let exitStatus { return exitStatus }
      if ContinuousClock.now > deadline {
        throw TestTerminalFailure.timedOut("exit", screen: text)
      }
      if !pump(milliseconds: 10) { usleep(1000) }
    }
  }

  /// Reads what there is, waiting for something at most so long; false if nothing came.
  @discardableResult
  public func pump(milliseconds: Int32) -> Bool {
    guard !isClosed else { return false }
    var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds) > 0 else { return false }
    // All of it in one piece: the emulator loses marks that come later than their letter when that
    // stands in the last column.
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var output: [UInt8] = []
    while case let count = read(master, &buffer, buffer.count), count > 0 {
      output += buffer[..<count]
    }
    guard !output.isEmpty else { return false }
    log += output
    output.withUnsafeBytes { bytes in
      _ = vterm_input_write(
        emulator, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    return true
  }

  private func reap() {
    var status: Int32 = 0
    guard exitStatus == nil, waitpid(pid, &status, WNOHANG) == pid else { return }
    exitStatus = status
    while pump(milliseconds: 0) {}
  }
}
