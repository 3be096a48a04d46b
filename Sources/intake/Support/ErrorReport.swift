/// Tells a person what is wrong, where, and how to mend it, on standard error.
enum ErrorReport {
  /// How every error begins.
  static let prefix = "Error: "

  /// How every warning begins.
  static let warningPrefix = "Warning: "

  static func write(_ message: String) {
    try? StandardStream.error.write("\(prefix)\(message)\n")
  }

  static func write(warning message: String) {
    try? StandardStream.error.write("\(warningPrefix)\(message)\n")
  }
}
