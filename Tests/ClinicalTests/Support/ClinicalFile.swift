import Foundation

/// The files that say what is expected, in words that a clinician can check.
enum ClinicalFile {
  /// The folder of these tests.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder of the repository.
  static let repository = folder.deletingLastPathComponent().deletingLastPathComponent()

  /// What a file holds.
  static func read<Content: Decodable>(_ type: Content.Type, from path: String) throws -> Content {
    try read(type, at: folder.appending(path: path))
  }

  /// What the files of a folder hold, in the order of their names.
  static func readAll<Content: Decodable>(
    _ type: Content.Type, in name: String
  ) throws -> [(name: String, content: Content)] {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: name), includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { ($0.deletingPathExtension().lastPathComponent, try read(type, at: $0)) }
  }

  private static func read<Content: Decodable>(_ type: Content.Type, at file: URL) throws -> Content
  {
    do {
      return try JSONDecoder().decode(type, from: Data(contentsOf: file))
    } catch { throw Unreadable(file: file.lastPathComponent, reason: "\(error)") }
  }

  /// A file that cannot be read.
  struct Unreadable: Error, CustomStringConvertible {
    let file: String
    let reason: String

    var description: String { "\(file): \(reason)" }
  }
}
