import Glibc

/// The programs that were built together with the tests.
public enum BuiltProduct {
  /// The path of a program beside the test runner or in a folder above it.
  ///
  /// - Parameter name: The name of the executable target.
  /// - Returns: Its path, or the bare name when it was not built.
  public static func path(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let runner = String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    // The runner may be a tool of the toolchain that loads the tests: they are its argument.
    for start in [runner] + CommandLine.arguments {
      var folder = start
      while let slash = folder.lastIndex(of: "/") {
        folder = String(folder[..<slash])
        let candidate = "\(folder)/\(name)"
        if access(candidate, X_OK) == 0 && !isFolder(candidate) { return candidate }
      }
    }
    return name
  }

  private static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }
}
