import CapabilityScore
import Dashboard
import Foundation
import InsightsCache
import RuleFiles

/// The scenarios that the cache keeps, and the running edits.
struct ScenarioShelf: Sendable {
  let path: String

  func all() throws(Failure) -> [Scenario] {
    try scenarios(named: nil)
  }

  /// - Parameter name: One of them; nil for all.
  func scenarios(named name: String?) throws(Failure) -> [Scenario] {
    var found: [Scenario] = []
    guard isThere else { return found }
    do {
      for stored in try openedForReading().scenarios() where name == nil || stored.name == name {
        do {
          found.append(try ScenarioFile(name: stored.name, text: stored.text).scenario())
        } catch {
          // Among all, one that cannot be read is passed over; who asks for it is told.
          if name != nil { throw Failure(.data, "\(error)") }
        }
      }
    } catch let error as InsightsStoreError {
      throw Failure(error)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.internal, "\(error)")
    }
    return found
  }

  /// - Throws: Where there is none of that name, with the nearest.
  func scenario(_ name: String) throws(Failure) -> Scenario {
    if let found = try scenarios(named: name).first { return found }
    let known = try all().map(\.name)
    throw Failure(
      .noInput,
      "there is no scenario '\(name)'" + SpellingSuggestion.question(for: name, among: known)
        + " (capstan scenario list lists all)")
  }

  func save(_ scenario: Scenario) throws(Failure) {
    try change { store throws(InsightsStoreError) in
      try store.save(
        StoredScenario(name: scenario.name, text: ScenarioFile.text(of: scenario)))
    }
  }

  func delete(_ name: String) throws(Failure) -> Bool {
    var wasThere = false
    try change { store throws(InsightsStoreError) in wasThere = try store.deleteScenario(name) }
    return wasThere
  }

  func make(_ change: ScenarioChange) throws(Failure) {
    switch change {
    case .save(let scenario): try save(scenario)
    case .rename(let scenario, let old):
      // Only what is stored anew is given up.
      try save(scenario)
      _ = try delete(old)
    case .delete(let name): _ = try delete(name)
    }
  }

  /// The edits that an earlier session left unsaved, which are those of this one now; nil where there
  /// are none.
  func takeRunning() -> Scenario? {
    func scenario(_ text: String) -> Scenario? {
      try? ScenarioFile(name: "journal", text: text).scenario()
    }
    guard isThere, let store = try? opened(),
      let text = try? store.takeJournal(for: .own, isReadable: { scenario($0) != nil })
    else { return nil }
    return scenario(text)
  }

  func journal(_ scenario: Scenario?) throws(Failure) {
    let text = scenario.flatMap { $0.edits.isEmpty ? nil : ScenarioFile.text(of: $0) }
    try change { store throws(InsightsStoreError) in
      try store.setJournal(text, of: .own)
    }
  }

  private func change(
    _ body: (InsightsStore) throws(InsightsStoreError) -> Void
  ) throws(Failure) {
    let store = try opened()
    do {
      try body(store)
    } catch {
      throw Failure(error)
    }
  }

  /// Who only looks makes no cache.
  private var isThere: Bool { FileManager.default.fileExists(atPath: path) }

  /// The store that writes, so that a command opens one only; the other where nothing can be written.
  private func openedForReading() throws(Failure) -> InsightsStore {
    do throws(Failure) {
      return try opened()
    } catch {
      do {
        return try OpenStores.store(at: path, .readOnly)
      } catch {
        throw Failure(error)
      }
    }
  }

  private func opened() throws(Failure) -> InsightsStore {
    do {
      return try OpenStores.store(at: path, .readWrite)
    } catch {
      throw Failure(error)
    }
  }
}
