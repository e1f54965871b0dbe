import ArgumentParser
import CapabilityScore
import Dashboard
import Foundation
import InsightsCache
import Logging
import Synchronization
import TerminalKit

/// The dashboard put together: cache, rules, configuration, themes, terminal.
struct DashboardProgram {
  let options: DataOptions
  let screen: ScreenOptions
  let cachePath: String
  private let shelfWriter = ShelfWriter()

  init(options: DataOptions, screen: ScreenOptions, cachePath: String) {
    self.options = options
    self.screen = screen
    self.cachePath = cachePath
  }

  /// - Parameter read: Gives the data to show, with the rules to score it by.
  func run(_ read: () throws -> PartnerData) throws {
    let configuration = try options.configuration()
    let theme = screen.theme ?? configuration.theme
    let folder = options.folders.themes
    let reading = Pending { ThemeFiles.toBegin(with: theme, folder: folder) }
    let path = cachePath
    // Opened while the rules are read; whoever asks for it next has it.
    Thread.detachNewThread { _ = try? OpenStores.store(at: path, .readOnly) }
    let partner = try read()
    let themes = reading.take() ?? ThemeFiles(folder: folder)
    guard themes.themes.contains(where: { $0.name == theme }) else {
      throw Failure(
        .configuration,
        "there is no theme '\(theme)' (known: "
          + themes.themes.map(\.name).joined(separator: ", ") + ")"
          + themes.warnings.map { "; \($0)" }.joined())
    }
    let signal = try MainActor.assumeIsolated {
      try show(partner, themes, theme, configuration)
    }
    if let signal { throw ExitCode(128 + signal) }
  }

  @MainActor private func show(
    _ partner: PartnerData, _ themes: ThemeFiles, _ theme: String, _ configuration: Configuration
  ) throws -> Int32? {
    let log = LogFile(folder: self.options.folders.state)
    let logger = log.logger
    // Found out while the terminal is made ready.
    let glimpse = Pending { DashboardProgram.glimpse(partner, logger) }
    var options = TerminalScreen.Options()
    options.ascii = screen.ascii
    options.log = log.descriptor
    options.farewell = log.farewell
    let terminal: TerminalScreen
    do {
      terminal = try TerminalScreen(options)
    } catch {
      throw Failure(
        .usage, "\(error). Without a terminal, capstan score prints the scores.")
    }
    defer { terminal.close() }
    let state = DashboardState(
      size: terminal.size, glyphs: terminal.glyphs, keymap: configuration.keymap,
      themes: themes.themes, theme: theme,
      warnings: configuration.warnings + configuration.warnings(for: partner.rulebook)
        + themes.warnings, commandLine: ScenarioReading.commandLine)
    logger.info("capstan \(Version.number) begins, \(terminal.colorDepth.words)")
    let session = Session(
      state: state, screen: terminal,
      world: world(partner, configuration, themes, glimpse, logger))
    let signal = session.run()
    // The cache may be busy for a while; the shell is given back its screen before.
    terminal.close()
    if let problem = shelfWriter.finish() {
      Output.complain("the last edits or scenarios are not kept: \(problem.words)")
    }
    logger.info("capstan ends\(signal.map { " by signal \($0)" } ?? "")")
    // A terminal that hung up has nobody to tell.
    if let signal, signal != SIGHUP {
      Output.complain("ended by signal \(signal); the log is \(log.path)")
    }
    return signal
  }

  private static func glimpse(_ partner: PartnerData, _ logger: Logger) -> Standings? {
    do throws(Failure) {
      return try partner.glimpse()
    } catch {
      // What is wrong with the cache, the load that follows says on the screen.
      logger.info("no first look: \(error.words)")
      return nil
    }
  }

  private func world(
    _ partner: PartnerData, _ configuration: Configuration, _ themes: ThemeFiles,
    _ glimpse: Pending<Standings?>, _ logger: Logger
  ) -> DashboardWorld {
    let cache = OpenCache(partner)
    let disclosure = partner.disclosure
    // Whoever sees masked people would write the masks in the place of their names.
    let keepsEdits = disclosure.keepsScenarios && disclosure.showsPeople
    let shelfWriter = shelfWriter
    let isCancelled = CancelFlag()
    let demoPath = options.folders.demoCache
    let themeFolder = options.folders.themes
    return DashboardWorld(
      glimpse: { patience in
        switch patience {
        case .aMoment: glimpse.take(withinMilliseconds: 40) ?? nil
        case .endless: glimpse.take() ?? nil
        }
      },
      load: { DashboardProgram.load(cache, unless: $0, logger) },
      openDemo: {
        // The demo never mixes with the partner's own data.
        var own = partner
        own.cachePath = demoPath
        let demo = DemoCache(partner: own)
        do throws(Failure) {
          if !demo.isCurrent { try demo.make() }
          cache.turn(to: demoPath)
          return DashboardProgram.load(cache, unless: nil, logger)
        } catch {
          logger.error("\(error.words)")
          return .failed(error.words)
        }
      },
      importExports: { path, tell in
        let pace = ImportPace()
        // At the end: who cancels as soon as it begins is heard, too.
        defer { isCancelled.value.withLock { $0 = false } }
        do throws(Failure) {
          try disclosure.demand(.importing)
          let report = try cache.partner.importExports([Folders().expanded(path)]) { step in
            tell(pace.words(step))
            return isCancelled.value.withLock { $0 } ? .cancel : .proceed
          }
          logger.info("\(report.summary)")
          return .success(report.summary)
        } catch {
          logger.error("\(error.words)")
          return .failure(DashboardWorld.ImportFailure(error.words))
        }
      },
      cancelImport: { isCancelled.value.withLock { $0 = true } },
      background: { work in Thread.detachNewThread(work) },
      paths: PathCompletion.candidates,
      export: { file in
        do throws(Failure) {
          if case .scenario = file.content { try disclosure.demand(.copying) }
          return ExportedFile.write(file)
        } catch {
          return .failed(error.words)
        }
      },
      scenarios: { DashboardProgram.scenarios(cache) },
      unsavedEdits: { keepsEdits ? cache.shelf.takeRunning() : nil },
      keepsScenarios: keepsEdits,
      changeScenarios: { change, done in
        guard keepsEdits else {
          return done(
            "The role \(disclosure.role.rawValue) keeps scenarios until it leaves, and no longer")
        }
        // That of now: the cache may be another when it is written.
        let shelf = cache.shelf
        shelfWriter.change { () throws(Failure) in
          try shelf.make(change)
        } done: { problem in
          if let problem { logger.error("\(problem.words)") }
          done(problem?.words)
        }
      },
      journal: { scenario in
        guard keepsEdits else { return nil }
        let shelf = cache.shelf
        let problem = shelfWriter.keep { () throws(Failure) in try shelf.journal(scenario) }
        if let problem { logger.error("\(problem.words)") }
        return problem?.words
      },
      effort: PlanEffort(
        newTenant: configuration.newTenantEffort, certification: configuration.certificationEffort),
      watch: { post in cache.changes.begin { post(.cacheChanged) } },
      followThemes: { post in
        ThemeChanges.follow(themeFolder, tellingAtOnce: !themes.areAll) {
          post(.themes($0.themes, warnings: $0.warnings))
        }
      })
  }

  /// The stored scenarios as the role may see them.
  private static func scenarios(_ cache: OpenCache) -> [Scenario] {
    let stored = (try? cache.shelf.all()) ?? []
    let disclosure = cache.partner.disclosure
    if disclosure.showsPeople { return stored }
    guard let roster = try? cache.partner.portfolio().roster else { return [] }
    return stored.map { scenario in
      Scenario(name: scenario.name, edits: disclosure.edits(scenario.edits, of: roster))
    }
  }

  private static func load(
    _ cache: OpenCache, unless known: Standings?, _ logger: Logger
  ) -> LoadOutcome {
    do throws(Failure) {
      return try cache.partner.current.load(unless: known)
    } catch {
      logger.error("\(error.words)")
      return .failed(error.words)
    }
  }
}

/// Whether the import at work is to end.
private final class CancelFlag: Sendable {
  let value = Mutex(false)
}

extension ImportReport {
  /// One line about everything.
  fileprivate var summary: String {
    let good = files.filter { $0.error == nil }
    let rows = good.reduce(0) { $0 + $1.imported }
    let rejected = good.reduce(0) { $0 + $1.rejected }
    var text =
      "Imported \(NumberWords.counted(rows, "row")) of \(NumberWords.counted(good.count, "file"))"
    if rejected > 0 { text += "; \(NumberWords.counted(rejected, "row")) kept aside" }
    let bad = files.filter { $0.error != nil }
    if let first = bad.first, let error = first.error {
      text += "; \(first.name): \(error)"
      if bad.count > 1 {
        text += " (and \(NumberWords.counted(bad.count - 1, "other file")) could not be taken)"
      }
    }
    return text
  }
}
