import CapabilityScore
import Glibc
import InsightsCache
import RuleFiles
import TerminalKit

/// Everything the doctor looks at.
struct Examination {
  private(set) var findings: [Finding] = []

  var hasProblem: Bool { findings.contains { $0.verdict == .problem } }

  init(_ options: DataOptions) {
    findings += Examination.terminal(MainActor.assumeIsolated { TerminalReport() })
    let folders = options.folders
    var settings = Configuration()
    do throws(Failure) {
      settings = try options.configuration()
      findings += Examination.warnings(
        "configuration", settings.warnings,
        Folders.text(of: folders.configurationFile) == nil
          ? "the usual settings; \(folders.configurationFile) would change them"
          : folders.configurationFile)
    } catch {
      findings.append(.problem("configuration", error.words, "correct the file"))
    }
    findings += Examination.themes(ThemeFiles(folder: folders.themes), settings.theme)
    let rulebooks = Rulebooks(folder: folders.rulebooks)
    do throws(Failure) {
      let rulebook = try rulebooks.rulebook(options.rulebook ?? settings.rulebook)
      findings.append(.fine("rulebook", "\(rulebook.id), \(rulebook.name)"))
      findings += Examination.warnings("configuration", settings.warnings(for: rulebook), nil)
      findings +=
        CacheExamination(
          path: options.cachePath, rulebook: rulebook, asOf: options.asOf ?? Day.today
        ).findings
    } catch {
      findings.append(.problem("rulebook", error.words, "see capstan rulebook list"))
    }
    for file in rulebooks.files {
      do {
        _ = try rulebooks.read(file)
      } catch {
        findings.append(.problem("rulebook", error.description, "correct the file"))
      }
    }
  }

  // MARK: Checks

  private static func terminal(_ report: TerminalReport) -> [Finding] {
    var findings: [Finding] = []
    if let problem = report.problem {
      // A script has no use for one.
      findings.append(
        isatty(1) == 1
          ? .problem("terminal", "\(problem)")
          : .note("terminal", "\(problem)", "the dashboard needs one, other commands do not"))
    } else {
      findings.append(.fine("terminal", "\(report.type), \(report.colorDepth.words)"))
      if report.colorDepth < .palette256 && !report.forbidsColor {
        findings.append(
          .note(
            "colours", "themes are reduced to \(report.colorDepth.words)",
            "if the terminal can show more, set TERM=xterm-256color"))
      }
    }
    findings.append(
      report.isUnicode
        ? .fine("locale", "UTF-8")
        : .note(
          "locale", "not UTF-8, so that signs and names are shown in ASCII",
          "set LC_ALL=C.UTF-8"))
    return findings
  }

  private static func themes(_ files: ThemeFiles, _ chosen: String) -> [Finding] {
    guard files.themes.contains(where: { $0.name == chosen }) else {
      return warnings("theme", files.warnings, nil) + [
        .problem("theme", "there is no theme '\(chosen)'", "see capstan theme list")
      ]
    }
    return warnings("theme", files.warnings, "\(chosen), one of \(files.themes.count)")
  }

  /// A line for each warning; if there is none, that all is well.
  private static func warnings(_ check: String, _ warnings: [String], _ words: String?) -> [Finding]
  {
    guard warnings.isEmpty else {
      return warnings.map { .problem(check, $0, "correct the file") }
    }
    return words.map { [.fine(check, $0)] } ?? []
  }
}

extension Examination {
  func print(_ format: OutputFormat) {
    switch format {
    case .text:
      let width = findings.map(\.check.count).max() ?? 0
      for finding in findings {
        let name = TextWidth.fit(finding.check, to: width, align: .left)
        Output.line(
          "\(finding.verdict.sign) \(name)  \(finding.words)"
            + (finding.advice.map { ": \($0)" } ?? ""),
          finding.verdict == .problem ? .bad : .plain)
      }
    case .json:
      Output.raw(
        JSONValue.object([
          ("schema", .integer(1)), ("sound", .bool(!hasProblem)),
          (
            "checks",
            .array(
              findings.map { finding in
                .object([
                  ("check", .string(finding.check)), ("verdict", .string(finding.verdict.rawValue)),
                  ("words", .string(finding.words)), ("advice", .optional(finding.advice)),
                ])
              })
          ),
        ]).text)
    case .csv:
      Output.raw(
        CSVText.text(
          [["check", "verdict", "words", "advice"]]
            + findings.map { [$0.check, $0.verdict.rawValue, $0.words, $0.advice ?? ""] }))
    }
  }
}
