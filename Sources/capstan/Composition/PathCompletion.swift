import Foundation

/// What a path may become while it is typed: folders, and files that may be exports.
enum PathCompletion {
  /// - Returns: Whole paths in order, with `~` as it was typed; folders end with a slash.
  static func candidates(_ typed: String) -> [String] {
    let end = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let (folder, beginning) = (typed[..<end], typed[end...])
    let place = folder.isEmpty ? "." : Folders().expanded(String(folder))
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    // Hidden files are offered only when a dot is typed.
    return names.filter { $0.hasPrefix(beginning) && $0.hasPrefix(".") == beginning.hasPrefix(".") }
      .sorted()
      .compactMap { name in
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: place + "/" + name, isDirectory: &isFolder)
        else { return nil }
        if isFolder.boolValue { return folder + name + "/" }
        return ExportArrivals.isExport(name) ? folder + name : nil
      }
  }
}
