import ArgumentParser
import FHIR
import FormFiller
import Library
import Referral
import Rules

/// `intake check`: what is wrong with questionnaires and vocabularies, and what could be better.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Names what is wrong with questionnaires and vocabularies.",
    discussion: """
      Without files, everything in the folder of questionnaires is checked. Warnings also name
      questions that are never asked, sums that pass over missing answers, words without a
      translation, and English that is hard to read.

        intake check
        intake check my-form.json

      Without files, a note says so where the help numbers of the configured country still have to \
      be confirmed.

      Exit status 1 if anything is an error.
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var configurationOptions: ConfigurationOptions

  @Argument(help: "Questionnaires to check.", completion: .file(extensions: ["json"]))
  var files: [String] = []

  func run() throws {
    let folder = try QuestionnaireFolder(
      named: library.questionnaires, need: files.isEmpty ? .required : .optional)
    var report = files.isEmpty ? checkFolder(folder) : checkFiles(folder)
    if files.isEmpty, let lines = try? folder.library.crisisLines() {
      let duty = try configurationOptions.settings()
        .duty(aboutNumbersOf: lines, today: SystemClock.now().date)
      if let duty { report.addNote(duty) }
    }
    for line in report.lines { try StandardStream.output.write(line + "\n") }
    try StandardStream.output.write(report.count + "\n")
    if report.errorCount > 0 { throw ExitStatus.failure }
  }

  private struct Report {
    var lines: [String] = []
    var fileCount = 0
    var errorCount = 0
    var warningCount = 0

    /// The lines so far: a part of several forms has its problems in each of them.
    private var known: Set<String> = []

    mutating func add(_ found: FoundForm) {
      for problem in found.form.problems + found.form.review() { add(problem, of: found) }
      for problem in ExtractionPlan(of: found.form).problems { add(problem, of: found) }
    }

    /// Adds what is neither wrong nor could be better.
    mutating func addNote(_ text: String) { lines.append("Note: \(text)") }

    /// Adds what is wrong with a part on its own.
    mutating func add(part found: FoundForm) {
      addNote(
        "\(found.file): this is a part; the questions that its conditions look at are checked "
          + "with the questionnaire that it belongs to")
      for problem in found.form.problems + found.form.review() {
        switch problem.kind {
        case .conditionOnUnknownItem, .expressionOnUnknownItem, .unknownVariable,
          .unsupported(.extension(ExtensionURL.subQuestionnaire.rawValue)):
          continue
        default: add(problem, of: found)
        }
      }
      for problem in ExtractionPlan(of: found.form).problems {
        switch problem.kind {
        case .unknownItem, .unknownVariable: continue
        default: add(problem, of: found)
        }
      }
    }

    private mutating func add(_ problem: FormProblem, of found: FoundForm) {
      let text = FormReport.text(problem, of: found)
      switch problem.severity {
      case .error: addError(text)
      case .warning: addWarning(text)
      }
    }

    private mutating func add(_ problem: ExtractionProblem, of found: FoundForm) {
      let text = FormReport.text(problem, of: found)
      switch problem.severity {
      case .error: addError(text)
      case .warning: addWarning(text)
      }
    }

    private mutating func addWarning(_ text: String) {
      guard add(line: ErrorReport.warningPrefix + text) else { return }
      warningCount += 1
    }

    mutating func addError(_ text: String) {
      guard add(line: ErrorReport.prefix + text) else { return }
      errorCount += 1
    }

    private mutating func add(line: String) -> Bool {
      guard known.insert(line).inserted else { return false }
      lines.append(line)
      return true
    }

    var count: String {
      func number(_ count: Int, _ thing: String) -> String {
        "\(count) \(thing)\(count == 1 ? "" : "s")"
      }
      return "\(number(fileCount, "file")) checked: \(number(errorCount, "error")), "
        + number(warningCount, "warning")
    }
  }

  private func checkFolder(_ folder: QuestionnaireFolder) -> Report {
    var report = Report()
    report.fileCount = folder.library.files.count
    for problem in folder.library.problems() { report.addError("\(problem)") }
    for file in folder.library.files {
      guard let questionnaire = try? folder.library.questionnaire(file: file) else { continue }
      report.add(folder.form(questionnaire, in: FileSystem.path(file, in: folder.path)))
    }
    checkRules(folder, &report)
    return report
  }

  /// Checks the rules with the forms that have a role, which supply what they read.
  private func checkRules(_ folder: QuestionnaireFolder, _ report: inout Report) {
    do {
      let definitions = try folder.library.planDefinitions().map(\.definition)
      guard !definitions.isEmpty else { return }
      for problem in RuleBook.problems(of: definitions, with: folder.formsWithRoles()) {
        report.addError(FormReport.text(problem, in: folder.path))
      }
    } catch { report.addError("\(error)") }
  }

  private func checkFiles(_ folder: QuestionnaireFolder) -> Report {
    var report = Report()
    for file in files {
      report.fileCount += 1
      do {
        let questionnaire = try JSONFile.questionnaire(file)
        if questionnaire.isPart {
          report.add(part: folder.form(questionnaire, in: file))
        } else {
          report.add(folder.form(try folder.assembled(questionnaire, in: file), in: file))
        }
      } catch let error as InputError {
        for message in error.messages { report.addError(message) }
      } catch {
        report.addError("\(error)")
      }
    }
    return report
  }
}

/// Where the questionnaires are.
struct LibraryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of questionnaires.",
      discussion: "Else INTAKE_QUESTIONNAIRES, the folder beside the program, the working folder.",
      valueName: "folder"),
    completion: .directory)
  var questionnaires: String?
}
