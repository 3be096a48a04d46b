import FHIR

/// What `library.json` says: which files there are and which questionnaire has which role.
struct LibraryManifest: Sendable {
  /// The name of the manifest's own file, for errors.
  static let fileName = "library.json"

  /// The files in the order they are listed.
  private(set) var files: [String] = []
  /// The file of each role.
  private(set) var roles: [Role: String] = [:]
  /// The file of the crisis lines, where there is one.
  private(set) var crisisLines: String?
  /// What is wrong without keeping the rest from being used.
  private(set) var problems: [LibraryError] = []

  /// Makes a manifest of files that have no roles.
  init(files: [String]) { self.files = files }

  /// Reads a manifest.
  init(_ bytes: [UInt8]) throws(LibraryError) {
    let root: JSONNode
    do {
      root = try JSONDocument(bytes).root
    } catch {
      throw LibraryError(.notJSON(error.reason), file: Self.fileName, position: error.position)
    }
    guard root["format"]?.isString("intake-library") == true else {
      throw Self.error(.notAManifest, at: root)
    }
    guard let version = root["version"]?.integer, version == 1 else {
      throw Self.error(
        .unsupportedManifestVersion(root["version"]?.integer), at: root["version"] ?? root)
    }
    try readFiles(root)
    try readRoles(root)
    try readCrisisLines(root)
  }

  private mutating func readCrisisLines(_ root: JSONNode) throws(LibraryError) {
    guard let member = root["crisisLines"] else { return }
    guard let file = member.string else {
      throw Self.error(.malformedManifestMember(name: "crisisLines"), at: member)
    }
    try Self.checkName(file, at: member)
    crisisLines = file
  }

  private mutating func readFiles(_ root: JSONNode) throws(LibraryError) {
    guard let list = root["files"], list.kind == .array else {
      throw Self.error(.malformedManifestMember(name: "files"), at: root["files"] ?? root)
    }
    var known: Set<String> = []
    for element in list.children {
      guard let name = element.string else {
        throw Self.error(.malformedManifestMember(name: "files"), at: element)
      }
      try Self.checkName(name, at: element)
      if known.insert(name).inserted {
        files.append(name)
      } else {
        problems.append(Self.error(.fileListedTwice, at: element))
      }
    }
  }

  private mutating func readRoles(_ root: JSONNode) throws(LibraryError) {
    guard let members = root["roles"], members.kind == .object else {
      throw Self.error(.malformedManifestMember(name: "roles"), at: root["roles"] ?? root)
    }
    for member in members.children {
      guard let name = member.name, let file = member.string else {
        throw Self.error(.malformedManifestMember(name: "roles"), at: member)
      }
      try Self.checkName(file, at: member)
      guard let role = Role(rawValue: name) else {
        problems.append(Self.error(.unknownRole(name), at: member))
        continue
      }
      roles[role] = file
      if !files.contains(file) {
        problems.append(Self.error(.roleFileNotListed(role, file: file), at: member))
        files.append(file)
      }
    }
  }

  /// A manifest that came from elsewhere must not make the program read other files.
  private static func checkName(_ name: String, at node: JSONNode) throws(LibraryError) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isInside = parts.allSatisfy { $0 != "" && $0 != "." && $0 != ".." && !$0.contains("\\") }
    guard isInside, !name.utf8.contains(0) else {
      throw error(.fileOutsideFolder(name: name), at: node)
    }
  }

  private static func error(_ reason: LibraryError.Reason, at node: JSONNode) -> LibraryError {
    LibraryError(reason, file: fileName, position: node.position)
  }
}
