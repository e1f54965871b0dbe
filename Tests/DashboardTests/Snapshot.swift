import Foundation
import Testing

/// Compares a screen with the recorded one. `make record` writes it anew, and still fails.
func expectSnapshot(
  _ actual: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
  let file = folder.appendingPathComponent("\(name).txt")
  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
  guard !isRecording, FileManager.default.fileExists(atPath: file.path) else {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try (actual + "\n").write(to: file, atomically: true, encoding: .utf8)
    Issue.record(
      "recorded \(name): read the difference, then run again", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  #expect(actual + "\n" == expected, sourceLocation: sourceLocation)
}
