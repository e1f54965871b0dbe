internal import CTerminal
import Glibc

/// Keeps what the program prints away from the screen, and shows it when the screen is given back.
struct OutputCapture {
  /// The file that stands in for standard output and error; -1 where there is none.
  let file: Int32
  let errors: Int32
  private let output: Int32

  init() {
    file = capstan_memory_file("output")
    output = fcntl(1, F_DUPFD_CLOEXEC, 3)
    errors = fcntl(2, F_DUPFD_CLOEXEC, 3)
  }

  func begin() {
    guard file >= 0 else { return }
    fflush(nil)
    dup2(file, 1)
    dup2(file, 2)
  }

  func end() {
    guard file >= 0 else { return }
    fflush(nil)
    dup2(output, 1)
    dup2(errors, 2)
    var buffer = [UInt8](repeating: 0, count: 4096)
    var offset = 0
    while case let count = pread(file, &buffer, buffer.count, offset), count > 0 {
      Terminal.send(buffer[..<count], to: 2)
      offset += count
    }
    ftruncate(file, 0)
    lseek(file, 0, SEEK_SET)
  }
}
