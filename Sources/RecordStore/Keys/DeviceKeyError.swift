import Glibc

/// Why the device's key could not be made or read.
public enum DeviceKeyError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no such file.
  case missing(path: String)
  /// There is one already; it is not overwritten.
  case exists(path: String)
  /// Others than the owner may read or write the file.
  case wrongPermissions(path: String, mode: UInt32)
  /// The file belongs to another user of the machine.
  case wrongOwner(path: String)
  /// It is a link, a folder or a pipe, or what it says is not a key.
  case malformed(path: String)
  /// The operating system refused; the number is its `errno`.
  case system(path: String, errno: Int32)
  /// The library did not sign.
  case signing

  /// The error in words: what, where and how to mend it; never the key.
  public var description: String {
    switch self {
    case .missing(let path): "the device's key \(path) is missing; restore it or set the store up"
    case .exists(let path): "there is a device's key at \(path) already; it is kept as it is"
    case .wrongPermissions(let path, let mode):
      "\(path) has the rights \(String(mode, radix: 8)), so others can read or change it; treat the "
        + "key as known to others, or run: chmod 600 \(path)"
    case .wrongOwner(let path):
      "\(path) belongs to another user; run the program as its owner, or change the owner"
    case .malformed(let path): "\(path) is not a device's key; restore it from a backup"
    case .system(let path, let code): "\(path): \(String(cString: strerror(code)))"
    case .signing: "the device's key did not sign; start the program again"
    }
  }
}
