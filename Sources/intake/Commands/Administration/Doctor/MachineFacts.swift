/// What is asked of the machine that the program runs on.
///
/// Everything that the doctor knows of the machine comes through here, so that a test can give it any
/// machine.
protocol MachineFacts {
  /// The text of a small file, or nil when it cannot be read.
  func text(of path: String) -> String?
  /// The names in a folder, in order; nil when it cannot be read.
  func names(in folder: String) -> [String]?
  /// Who may do what with a file or folder, or nil when there is none.
  func access(to path: String) -> FileAccess?
  /// The path without links and dots, or nil when there is nothing there.
  func realPath(of path: String) -> String?
  /// The bytes that can still be written where a path lies, or nil when the system does not say.
  func freeBytes(at path: String) -> Int?
  /// The time in milliseconds since 1970.
  var now: Int64 { get }
  /// Whether something keeps the clock right.
  var clockKeeping: ClockKeeping { get }
  /// The number of the user who runs the program.
  var user: UInt32 { get }
}

/// Whether something keeps the machine's clock right.
enum ClockKeeping {
  /// The kernel was told so by a service of the network's time.
  case synchronized
  case alone
}

/// Who may do what with a file or folder.
struct FileAccess: Equatable {
  /// The number of the user whose it is.
  var owner: UInt32
  /// The nine bits of permission, such as `0o600`.
  var permissions: UInt16
  /// Whether it is a folder.
  var isFolder: Bool
  /// Whether whoever may write into the folder may only remove what is their own.
  var isSticky = false

  /// Whether others than the owner may change it.
  var isChangedByOthers: Bool { permissions & 0o022 != 0 }
  /// Whether others than the owner may do anything with it.
  var isOpenToOthers: Bool { permissions & 0o077 != 0 }
}
