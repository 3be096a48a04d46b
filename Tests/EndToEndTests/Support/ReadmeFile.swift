/// The README of this package.
enum ReadmeFile {
  /// A README that lacks what a test looks for.
  struct Missing: Error {
    let what: String
  }

  static func text() throws -> String { try PackageFile.text(of: "\(Program.package)/README.md") }

  /// The lines of a section, without its heading.
  static func section(_ heading: String) throws -> [Substring] {
    let lines = try text().split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "## \(heading)") else { throw Missing(what: heading) }
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("## ") })
  }

  /// The first block of code in a section.
  static func code(in heading: String) throws -> [Substring] {
    let lines = try section(heading)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("```") }) else {
      throw Missing(what: "code in \(heading)")
    }
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("```") })
  }
}
