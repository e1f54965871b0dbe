import Foundation
import Glibc

/// A home directory of its own in which the program is run; removed with the value.
final class Workplace {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/capstan-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: nil)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The usual places, all inside the folder.
  var cache: String { folder + "/.local/share/capstan/insights.sqlite" }
  var configuration: String { folder + "/.config/capstan" }

  func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file below the folder, with the folders it needs.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  @discardableResult
  func write(_ bytes: Data, to name: String) throws -> String {
    let path = path(name)
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try bytes.write(to: URL(fileURLWithPath: path))
    return path
  }

  func copy(_ source: String, to name: String) throws {
    try FileManager.default.copyItem(atPath: source, toPath: path(name))
  }

  /// Imports the exports of a public case.
  func importing(_ example: PublicCase) throws -> Workplace {
    let outcome = try run(["import"] + example.exports)
    guard outcome.status == 0 else { throw Unexpected(outcome.complaint) }
    return self
  }

  /// Runs a command to its end, without a terminal.
  ///
  /// - Parameters:
  ///   - device: Where its output goes, instead of to the test.
  ///   - wrapper: A program that starts it in some way; the command follows its own words.
  ///   - delay: When to kill it (SIGKILL), if it still runs then; nil lets it end.
  func run(
    _ arguments: [String], environment: [String: String?] = [:], output device: String? = nil,
    through wrapper: [String] = [], killAfter delay: Duration? = nil
  ) throws -> Outcome {
    let id = UUID().uuidString
    let (output, complaint) = (device ?? path("out-\(id)"), path("err-\(id)"))
    let pid = try Workplace.spawn(
      wrapper + [Workplace.program] + arguments, variables(environment), output, complaint)
    if let delay {
      usleep(UInt32(delay / .microseconds(1)))
      kill(pid, SIGKILL)
    }
    var state: Int32 = 0
    while waitpid(pid, &state, 0) < 0, errno == EINTR {}
    let status = WaitStatus(state).code
    return Outcome(
      status: status,
      output: device == nil ? try String(contentsOfFile: output, encoding: .utf8) : "",
      complaint: try String(contentsOfFile: complaint, encoding: .utf8))
  }

  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// Starts the program in a terminal.
  func terminal(
    _ arguments: [String] = [], environment: [String: String?] = [:], columns: Int = 120,
    rows: Int = 40
  ) throws -> TestTerminal {
    try TestTerminal(
      [Workplace.program] + arguments,
      environment: ["HOME": folder].merging(environment) { $1 }, folder: folder,
      columns: columns, rows: rows)
  }

  /// Opens the dashboard on the cache as of the day of the public cases, and waits for data.
  func dashboard(
    _ arguments: [String] = [], environment: [String: String?] = [:], columns: Int = 120,
    rows: Int = 40
  ) throws -> TestTerminal {
    let terminal = try terminal(
      ["--as-of", PublicCase.tiny.asOf] + arguments, environment: environment, columns: columns,
      rows: rows)
    try terminal.wait(forText: "areas qualify")
    return terminal
  }

  static let program = productsFolder() + "/capstan"

  private func variables(_ changes: [String: String?]) -> [String: String] {
    let usual: [String: String?] = [
      "HOME": folder, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    return usual.merging(changes) { $1 }.compactMapValues { $0 }
  }

  private static func spawn(
    _ arguments: [String], _ variables: [String: String], _ output: String, _ complaint: String
  ) throws -> pid_t {
    let argv = arguments.map { strdup($0) } + [nil]
    let envp = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, complaint, O_WRONLY | O_CREAT, 0o600)
    var pid: pid_t = 0
    let code = posix_spawn(&pid, arguments[0], &actions, nil, argv, envp)
    guard code == 0 else { throw Unexpected("\(arguments[0]): \(String(cString: strerror(code)))") }
    return pid
  }
}

/// How a command ended.
struct Outcome {
  /// The exit code; 128 + n after signal n.
  var status: Int32
  var output: String
  var complaint: String

  var complaints: [String] { complaint.split(separator: "\n").map(String.init) }

  func json() throws -> JSON { try JSON(text: output) }
}

/// What `waitpid` says.
struct WaitStatus {
  let status: Int32

  init(_ status: Int32) { self.status = status }

  /// The signal that ended the process; nil where it ended by itself.
  var signal: Int32? { status & 0x7F == 0 ? nil : status & 0x7F }
  var code: Int32 { signal.map { 128 + $0 } ?? (status >> 8) & 0xFF }
}

/// A test's ground is not as it must be.
struct Unexpected: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
