import CapabilityScore
import RuleFiles

extension Rulebook {
  func area(named id: String) throws(Failure) -> Int {
    guard let number = areaIndex(id) else {
      throw .unknown("area", id, among: areas.map(\.id))
    }
    return number
  }

  /// - Parameter id: Nil for the partner's own track.
  func track(named id: String?, ofArea area: Int, own: Int) throws(Failure) -> Int {
    guard let id else { return own }
    let tracks = areas[area].tracks
    guard let number = tracks.firstIndex(where: { $0.id == id }) else {
      throw .unknown("track", id, among: tracks.map(\.id))
    }
    return number
  }

  /// `Modern Work, SMB` where an area has several tracks; else the area's name.
  func name(ofTrack track: Int, inArea area: Int) -> String {
    let rule = areas[area]
    return rule.tracks.count > 1 ? "\(rule.name), \(rule.tracks[track].name)" : rule.name
  }
}

extension Failure {
  /// Something that goes by a name, and is not there.
  static func unknown(
    _ what: String, _ name: String, among known: [String], code: Code = .usage
  ) -> Failure {
    Failure(
      code,
      "there is no \(what) '\(name)'" + SpellingSuggestion.question(for: name, among: known)
        + " (known: \(known.joined(separator: ", ")))")
  }
}
