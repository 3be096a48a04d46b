import FHIR
import Synchronization

/// What lies in a folder of questionnaires: forms, vocabularies and the roles they have.
///
/// Files are handed in by name through a closure, only when they are needed, and are read once.
///
///     let library = try Library(manifest: bytes) { name in try contents(of: name) }
///     let intake = try library.questionnaire(role: .intake).questionnaire
///     let regions = try library.concepts(ofValueSet: reference, in: intake)
public final class Library: Sendable {
  /// Gives the bytes of a file by the name the manifest has for it.
  public typealias Reader = @Sendable (String) throws -> [UInt8]

  struct State {
    /// Bytes that have been handed in but not yet read as JSON.
    var bytes: [String: [UInt8]] = [:]
    var roots: [String: JSONNode] = [:]
    var index: CanonicalIndex?
    /// Questionnaires with their parts, by where the questionnaire itself is.
    var assembled: [Library.Place: Questionnaire] = [:]
    var expansions: [Canonical: [Concept]] = [:]
    var definitions: [Canonical: CodeSystemDefinitions] = [:]
  }

  let manifest: LibraryManifest
  let read: Reader
  let state: Mutex<State>

  /// Opens a library by its manifest, `library.json`.
  ///
  /// The manifest is an object with `format` (`intake-library`), `version` (1), `roles` (a file for
  /// each role), `files` (every file of resources, by its path within the folder) and, where there is
  /// one, `crisisLines` (the file of the crisis lines). No file is read yet.
  ///
  /// - Throws: `LibraryError` when the manifest is not one.
  public init(manifest: [UInt8], read: @escaping Reader) throws(LibraryError) {
    self.manifest = try LibraryManifest(manifest)
    self.read = read
    state = Mutex(State())
  }

  /// Makes a library of files without roles, such as single files named by a person.
  public init(files: [String], read: @escaping Reader) {
    manifest = LibraryManifest(files: files)
    self.read = read
    state = Mutex(State())
  }

  /// Makes a library of resources that are there already; errors name them `resource 1` and so on.
  public init(resources: [JSONNode]) {
    var state = State()
    var files: [String] = []
    for (index, resource) in resources.enumerated() {
      files.append("resource \(index + 1)")
      state.roots["resource \(index + 1)"] = resource
    }
    manifest = LibraryManifest(files: files)
    read = { _ in [] }
    self.state = Mutex(state)
  }

  /// The names of all files, as the manifest lists them.
  public var files: [String] { manifest.files }

  /// The names of all that the library may read: `files`, and the file of the crisis lines.
  public var allFiles: [String] {
    let others = [manifest.crisisLines].compactMap { $0 }
    return files + others.filter { !files.contains($0) }
  }

  /// The outermost value of a file.
  ///
  /// - Throws: `LibraryError` when the file cannot be read or is not JSON.
  func root(of file: String) throws(LibraryError) -> JSONNode {
    if let root = state.withLock({ $0.roots[file] }) { return root }
    let bytes = try bytes(of: file)
    do {
      let root = try JSONDocument(bytes, fileName: file).root
      state.withLock {
        $0.roots[file] = root
        $0.bytes[file] = nil
      }
      return root
    } catch {
      throw LibraryError(.notJSON(error.reason), file: file, position: error.position)
    }
  }

  func bytes(of file: String) throws(LibraryError) -> [UInt8] {
    if let bytes = state.withLock({ $0.bytes[file] }) { return bytes }
    do {
      return try read(file)
    } catch {
      throw LibraryError(.unreadable("\(error)"), file: file)
    }
  }
}
