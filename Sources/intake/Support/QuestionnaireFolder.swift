import ArgumentParser
import FHIR
import FormFiller
import Glibc
import Library
import Rules
import Visits

/// The folder of questionnaires, rules and vocabularies, and what is read from it: as it is on disk, or
/// as it was when answers were given to it.
struct QuestionnaireFolder {
  /// Where it lies, which problems are told with.
  let path: String
  let library: Library
  /// Where its files are.
  let source: ContentSource

  /// Opens the folder that the command line names, else the environment, else the one beside the
  /// program or where a package installs it, else the one in the working folder.
  ///
  /// - Parameter need: Whether something of the folder is asked for, or only a file that may name
  ///   vocabularies in it.
  init(named name: String?, need: Need = .required) throws {
    if let path = Self.find(named: name) {
      try self.init(.folder(path), at: path)
    } else if need == .optional {
      self.init(Library(resources: []), .folder("."), at: ".")
    } else {
      throw InputError(
        "no folder Questionnaires was found beside the program or in the working folder. "
          + "Name it with --questionnaires or in INTAKE_QUESTIONNAIRES.")
    }
  }

  /// Opens what was archived.
  ///
  /// - Parameter path: What problems are told with.
  init(_ archive: ContentArchive, at path: String) throws {
    if archive.files.isEmpty {
      // A questionnaire that was named by its file may need nothing else.
      self.init(Library(resources: []), .archive(archive), at: path)
    } else {
      try self.init(.archive(archive), at: path)
    }
  }

  private init(_ source: ContentSource, at path: String) throws {
    do {
      let library = try Library(
        manifest: source.bytes(of: ContentArchive.manifestName)
      ) { try source.bytes(of: $0) }
      self.init(library, source, at: path)
    } catch { throw InputError("\(error)") }
  }

  private init(_ library: Library, _ source: ContentSource, at path: String) {
    self.library = library
    self.source = source
    self.path = path
  }

  /// The folder as it is now, whatever becomes of it on disk.
  ///
  /// - Parameter questionnaire: The file of a questionnaire that was named, which belongs to it.
  func archived(with questionnaire: String?) throws -> QuestionnaireFolder {
    let named = try questionnaire.map { name in
      let file = self.file(named: name)
      return ContentArchive.File(name: file, bytes: try FileSystem.bytes(of: file))
    }
    let archive = ContentArchive(of: library, questionnaire: named) { try? source.bytes(of: $0) }
    return try QuestionnaireFolder(archive, at: path)
  }

  /// The archive that the folder is opened from, if it is.
  var archive: ContentArchive? {
    if case .archive(let archive) = source { return archive }
    return nil
  }

  /// Whether it matters that there is a folder.
  enum Need {
    case required
    case optional
  }

  private static func find(named name: String?) -> String? {
    if let name { return name }
    if let variable = getenv("INTAKE_QUESTIONNAIRES") { return String(cString: variable) }
    var candidates = ["Questionnaires"]
    if let program = FileSystem.programFolder {
      candidates =
        ["\(program)/Questionnaires", "\(program)/../share/intake/Questionnaires"]
        + candidates
    }
    return candidates.first { FileSystem.kind(of: "\($0)/library.json") == .file }
  }

  // MARK: - Help

  /// The emergency numbers and crisis lines of countries.
  func crisisLines() throws -> CrisisLines {
    do {
      return try library.crisisLines()
    } catch { throw InputError("\(error)") }
  }

  // MARK: - Forms

  /// The form of the intake.
  func intakeForm() throws -> FoundForm { try form(role: .intake) }

  /// What there is to read about the treatment; nil when the library names nothing.
  func educationForm() throws -> FoundForm? {
    library.roles.contains(.education) ? try form(role: .education) : nil
  }

  private func form(role: Role) throws -> FoundForm {
    do {
      let found = try library.questionnaire(role: role)
      return form(found.questionnaire, in: FileSystem.path(found.file, in: path))
    } catch { throw InputError("\(error)") }
  }

  /// The form with a canonical URL.
  func form(canonical: String) throws -> FoundForm {
    do {
      let found = try library.questionnaire(canonical: canonical)
      return form(found.questionnaire, in: FileSystem.path(found.file, in: path))
    } catch { throw InputError("\(error)") }
  }

  /// The form in a file, or in the folder under that name.
  func form(file: String) throws -> FoundForm {
    let found = try questionnaire(file: file)
    return form(found.questionnaire, in: found.file)
  }

  /// The questionnaire in a file, or in the folder under that name, with its parts in their places.
  func questionnaire(file: String) throws -> (file: String, questionnaire: Questionnaire) {
    if let kept = archive?.questionnaire, kept.name == file || kept.name == self.file(named: file) {
      let document = try JSONFile.document(kept.bytes, from: kept.name)
      return (
        kept.name, try assembled(JSONFile.questionnaire(document, in: kept.name), in: kept.name)
      )
    }
    let found = self.file(named: file)
    return (found, try assembled(JSONFile.questionnaire(found), in: found))
  }

  /// The path of a file that somebody named, who may have meant one in the folder.
  private func file(named name: String) -> String {
    let inFolder = FileSystem.path(name, in: path)
    return FileSystem.kind(of: name) == .nothing && FileSystem.kind(of: inFolder) == .file
      ? inFolder : name
  }

  /// A questionnaire with its parts in their places.
  func assembled(_ questionnaire: Questionnaire, in file: String) throws -> Questionnaire {
    do {
      return try library.assembled(questionnaire, file: file)
    } catch { throw InputError(error.problems.map(\.description)) }
  }

  /// The forms of the questionnaires that have a role and can be used.
  func formsWithRoles() -> [Form] {
    library.roles.compactMap { role in
      (try? library.questionnaire(role: role)).map { form($0.questionnaire, in: $0.file).form }
    }
  }

  /// The rules that apply to a form, with who has reviewed them.
  func rules(for form: Form) throws -> RuleBook {
    let reviews = try ContentReviews(of: source)
    let definitions: [(file: String, definition: PlanDefinition)]
    do {
      definitions = try library.planDefinitions()
    } catch { throw InputError("\(error)") }
    return RuleBook(definitions.map(\.definition), for: form) { definition in
      definition.node.fileName.map { reviews.review(of: $0) } ?? .draft
    }
  }

  /// The form that a questionnaire is.
  func form(_ questionnaire: Questionnaire, in file: String) -> FoundForm {
    let form = Form(questionnaire, terminology: Terminology(library, for: questionnaire))
    return FoundForm(file: file, form: form, folder: path)
  }
}
