import Glibc
import LineEditor

/// A reason why a file cannot be read or written.
struct FileError: Error, CustomStringConvertible {
  /// What was tried.
  enum Attempt {
    case reading
    case writing
  }

  let attempt: Attempt
  let path: String
  let code: Int32

  /// Whether a file of that name is there already.
  var isNameInUse: Bool { attempt == .writing && code == EEXIST }

  var description: String {
    let verb = attempt == .reading ? "read" : "written"
    return
      "\(TextSanitizer.sanitized(path)) cannot be \(verb): \(String(cString: strerror(code))). \(advice)"
  }

  private var advice: String {
    switch code {
    case ENOENT: "Check the name and the folder."
    case EACCES, EPERM: "Check who may use the file and its folder."
    case EEXIST: "Choose another name; nothing is overwritten."
    case ENOSPC, EDQUOT, EFBIG: "Make room on the disk, or choose another."
    case EROFS: "The disk is read-only; choose another."
    case EISDIR: "This is a folder; name a file in it."
    default: "Choose another place."
    }
  }
}
