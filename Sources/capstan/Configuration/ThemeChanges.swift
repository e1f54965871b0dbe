import Foundation
import InsightsCache

/// Reads the themes anew when the user saves one, from a thread of its own that sleeps until then.
enum ThemeChanges {
  /// Begins to follow a folder, if there is one.
  ///
  /// - Parameters:
  ///   - tellsAtOnce: Whether to tell of the themes as they are, too.
  ///   - tell: Called from the watching thread with all themes, shipped ones too.
  static func follow(
    _ folder: String, tellingAtOnce tellsAtOnce: Bool,
    _ tell: @escaping @Sendable (ThemeFiles) -> Void
  ) {
    Thread.detachNewThread {
      if tellsAtOnce { tell(ThemeFiles(folder: folder)) }
      let changes: FolderWatch.Change = [.closedAfterWriting, .movedIn, .removed]
      guard let watch = try? FolderWatch(of: folder, for: changes) else { return }
      while true {
        watch.wait()
        // Editors save in several steps.
        repeat {
          if watch.events().contains(where: { !$0.change.isDisjoint(with: .folderGone) }) { return }
        } while watch.wait(milliseconds: 50)
        tell(ThemeFiles(folder: folder))
      }
    }
  }
}
