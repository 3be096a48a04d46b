import Glibc
import Visits

/// Where the files of a folder of questionnaires are: on disk, or as they were when answers were given
/// to them.
enum ContentSource: Sendable {
  /// A folder on disk.
  case folder(String)
  /// What a record kept of one.
  case archive(ContentArchive)

  /// The bytes of a file by its name in the folder.
  func bytes(of name: String) throws(FileError) -> [UInt8] {
    switch self {
    case .folder(let path): return try FileSystem.bytes(of: FileSystem.path(name, in: path))
    case .archive(let archive):
      guard let bytes = archive.files[name] else {
        throw FileError(attempt: .reading, path: name, code: ENOENT)
      }
      return bytes
    }
  }

  /// Whether there is something of that name.
  func holds(_ name: String) -> Bool {
    switch self {
    case .folder(let path): FileSystem.kind(of: FileSystem.path(name, in: path)) != .nothing
    case .archive(let archive): archive.files[name] != nil
    }
  }
}
