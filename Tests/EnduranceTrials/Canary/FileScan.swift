import Foundation

/// Looks for a canary in files and in their names.
public enum FileScan {
  /// Where a canary was found.
  public struct Hit: Sendable, Equatable, CustomStringConvertible {
    /// The file.
    public var path: String
    /// The form in which it stands there.
    public var form: String

    /// The file and the form.
    public var description: String { "\(path): \(form)" }
  }

  /// Looks through folders with all that is in them.
  ///
  /// - Parameters:
  ///   - canary: What must not be there.
  ///   - folders: The folders; one that does not exist holds nothing.
  ///   - expected: Names of files in which the canary belongs.
  /// - Returns: Where it was found.
  public static func hits(
    of canary: Canary, in folders: [String], except expected: (String) -> Bool = { _ in false }
  ) -> [Hit] {
    var hits: [Hit] = []
    for folder in folders {
      for name in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String })
        ?? []
      {
        let path = "\(folder)/\(name)"
        hits += canary.forms(in: Array(name.utf8)).map { Hit(path: path, form: "its name, \($0)") }
        var information = stat()
        // A pipe would wait for a writer; only files hold anything.
        guard !expected(path), lstat(path, &information) == 0,
          information.st_mode & S_IFMT == S_IFREG,
          let data = FileManager.default.contents(atPath: path)
        else { continue }
        hits += data.withUnsafeBytes { canary.forms(in: $0) }.map { Hit(path: path, form: $0) }
      }
    }
    return hits
  }

  /// How many files there are in folders.
  public static func fileCount(in folders: [String]) -> Int {
    folders.reduce(0) { count, folder in
      count + (FileManager.default.enumerator(atPath: folder)?.allObjects.count ?? 0)
    }
  }
}
