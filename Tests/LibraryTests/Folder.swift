import Library
import Synchronization

/// A folder of files in memory, which notes what is read.
final class Folder: Sendable {
  struct Missing: Error, CustomStringConvertible {
    var description: String { "no such file" }
  }

  private let contents: [String: String]
  private let log = Mutex<[String]>([])

  init(_ contents: [String: String]) { self.contents = contents }

  /// The files that were read, in order.
  var reads: [String] { log.withLock { $0 } }

  func read(_ name: String) throws -> [UInt8] {
    log.withLock { $0.append(name) }
    guard let text = contents[name] else { throw Missing() }
    return Array(text.utf8)
  }

  /// The library of all files, whose intake is `intake.json` or the file given.
  func library(intake: String? = nil) throws -> Library {
    let files = contents.keys.sorted().map { "\"\($0)\"" }.joined(separator: ",")
    let intake = intake ?? (contents["intake.json"] == nil ? nil : "intake.json")
    let roles = intake.map { "\"intake\":\"\($0)\"" } ?? ""
    let manifest = """
      {"format":"intake-library","version":1,"roles":{\(roles)},"files":[\(files)]}
      """
    return try Library(manifest: Array(manifest.utf8)) { try self.read($0) }
  }
}
