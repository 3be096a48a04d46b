import CTerminal

/// The environment variables of the process, read without Foundation.
public enum ProcessEnvironment {
  /// All variables at this moment, by name; read once at the start and handed on.
  ///
  /// - Complexity: O(*n*) in the size of the environment.
  public static func variables() -> [String: String] {
    var variables: [String: String] = [:]
    var index = 0
    while let entry = process_environment_entry(index) {
      index += 1
      let parts = String(cString: entry).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
    }
    return variables
  }
}
