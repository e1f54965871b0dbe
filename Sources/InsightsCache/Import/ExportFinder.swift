import Foundation

/// Finds the files of an import.
struct ExportFinder {
  private(set) var files: [String] = []
  /// What was named, or found below it, and cannot be read.
  private(set) var problems: [(path: String, error: ExportFileError)] = []

  /// - Parameter paths: Files, whatever their names, and folders, searched all the way down for
  ///   `.csv`, `.tsv` and `.txt` files, plain or `.gz`; hidden ones are left out.
  init(_ paths: [String]) {
    for path in paths {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        let found = files.count + problems.count
        search(path)
        if files.count + problems.count == found { problems.append((path, .folderWithoutExports)) }
      } else {
        files.append(path)
      }
    }
    dropRepeated()
    files.sort { ExportFinder.sortKey($0) < ExportFinder.sortKey($1) }
  }

  private mutating func search(_ folder: String) {
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder)
      where !name.hasPrefix(".") {
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        switch try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType {
        // Links to folders are not followed: they may lead in circles.
        case .typeDirectory: search(path)
        case .typeRegular, .typeSymbolicLink: if ExportFinder.isExport(name) { files.append(path) }
        default: break
        }
      }
    } catch {
      problems.append((folder, .unreadable(reason: (error as NSError).localizedDescription)))
    }
  }

  private static func isExport(_ name: String) -> Bool {
    var name = name.lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    return [".csv", ".tsv", ".txt"].contains { name.hasSuffix($0) }
  }

  /// A file that is named twice, or also lies in a folder that is named, is read once.
  private mutating func dropRepeated() {
    var seen: Set<String> = []
    files.removeAll { path in
      !seen.insert(URL(fileURLWithPath: path).resolvingSymlinksInPath().path).inserted
    }
  }

  /// By name, then by path: the later of two files replaces the earlier.
  private static func sortKey(_ path: String) -> (String, String) {
    ((path as NSString).lastPathComponent, path)
  }
}
