import CapabilityScore
import RuleFiles

/// The rulebooks at hand: those compiled in, and the partner's own in the configuration folder.
struct Rulebooks {
  let files: [RulebookFile]

  init(folder: String) {
    let own = Folders.tomlFiles(in: folder).compactMap { _, path in
      Folders.text(of: path).map { RulebookFile(name: path, text: $0) }
    }
    // One's own file goes before a shipped one of the same id.
    files = own + RulebookFile.shipped
  }

  func file(_ id: String) throws(Failure) -> RulebookFile {
    if let file = files.first(where: { $0.id == id }) { return file }
    let known = files.compactMap(\.id)
    let nearest = SpellingSuggestion.nearest(to: id, among: known)
    throw Failure(
      .configuration,
      "there is no rulebook '\(id)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
        + " (known: \(known.joined(separator: ", ")))")
  }

  func rulebook(_ id: String) throws(Failure) -> Rulebook {
    let file = try file(id)
    do {
      return try file.rulebook(among: files.filter { $0.name != file.name })
    } catch {
      throw Failure(error)
    }
  }
}
