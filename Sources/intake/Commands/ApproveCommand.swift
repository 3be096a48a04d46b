import ArgumentParser
import FHIR
import Library
import Rules

/// `intake approve`: records who has reviewed which content.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Records that a named person has reviewed content.",
    discussion: """
      Questionnaires, rules and vocabularies are drafts until a clinician has reviewed them. An \
      approval is for a file as it is now: whatever is changed in it later, it is a draft again.

      Without files, every file is listed with where it stands.

        intake approve
        intake approve rules/heart/aneurysm.json --reviewer "Ana Example, MD" --role anesthesiologist

      Exit status 1 if a file is not in the library, or an error keeps it from being approved.
      """)

  @OptionGroup var library: LibraryOptions

  @Argument(help: "Files to approve, by their names in the folder of questionnaires.")
  var files: [String] = []

  @Flag(help: "Approve every file that is a draft.")
  var all = false

  @Option(help: "The name of the person who has reviewed them.", transform: Self.name)
  var reviewer: String?

  @Option(help: "What that person is, such as a profession.", transform: Self.name)
  var role: String?

  func validate() throws {
    guard all || !files.isEmpty else { return }
    guard reviewer != nil, role != nil else {
      throw ValidationError("Say who has reviewed the content, with --reviewer and --role.")
    }
    if all, !files.isEmpty { throw ValidationError("Name files, or use --all, not both.") }
  }

  func run() throws {
    let folder = try QuestionnaireFolder(named: library.questionnaires)
    var reviews = try ContentReviews(of: folder.source)
    if let reviewer, let role, all || !files.isEmpty {
      let chosen = all ? folder.library.files.filter { reviews.review(of: $0) == .draft } : files
      try refuseUnfit(chosen, in: folder)
      try reviews.approve(
        chosen, in: folder.path, reviewer: reviewer, role: role, on: SystemClock.now().date)
      try StandardStream.output.write(
        "\(chosen.count) file\(chosen.count == 1 ? "" : "s") approved by \(reviewer)\n")
    } else {
      try list(folder, reviews)
    }
  }

  /// A name is kept and printed: it is one line of words.
  private static func name(_ text: String) throws -> String {
    let isPrintable = text.unicodeScalars.allSatisfy {
      ![.control, .format, .lineSeparator, .paragraphSeparator].contains(
        $0.properties.generalCategory)
    }
    guard isPrintable, text.contains(where: \.isLetter), text.count <= 100 else {
      throw ValidationError("Write a name of at most 100 letters, on one line.")
    }
    return text
  }

  private func refuseUnfit(_ chosen: [String], in folder: QuestionnaireFolder) throws {
    let unknown = chosen.filter { !folder.library.files.contains($0) }
    guard unknown.isEmpty else {
      throw InputError(
        unknown.map { "\($0) is not in the library; name it as library.json does" })
    }
    var errors = folder.library.problems().filter { chosen.contains($0.file ?? "") }
      .map { "\($0)" }
    let forms = folder.formsWithRoles()
    let definitions = try folder.library.planDefinitions().map(\.definition)
    errors += RuleBook.problems(of: definitions, with: forms)
      .filter { chosen.contains($0.file ?? "") }
      .map { FormReport.text($0, in: folder.path) }
    guard errors.isEmpty else { throw InputError(errors) }
  }

  private func list(_ folder: QuestionnaireFolder, _ reviews: ContentReviews) throws {
    var draftCount = 0
    for file in folder.library.files {
      switch reviews.review(of: file) {
      case .approved(let name, let date):
        try StandardStream.output.write("approved  \(file)  (\(name), \(date))\n")
      case .draft:
        draftCount += 1
        let note = reviews.ledger.knows(file) ? "  (changed since its approval)" : ""
        try StandardStream.output.write("draft     \(file)\(note)\n")
      }
    }
    try StandardStream.output.write(
      "\(draftCount) of \(folder.library.files.count) files are drafts\n")
  }
}
