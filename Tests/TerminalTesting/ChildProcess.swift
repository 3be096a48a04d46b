import Glibc

/// A program started by a test, ended and waited for at the latest when it is no longer held.
public final class ChildProcess {
  /// The number of the process.
  public let identifier: pid_t

  private var status: ProcessEnding?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - executable: The path of the program.
  ///   - arguments: Its arguments, without its name.
  ///   - environment: All of its environment; Swift's backtraces are off unless it turns them on.
  ///   - configure: Adds what happens to descriptors, and gives flags such as a new session.
  /// - Throws: ``PseudoTerminalError/unavailable(what:code:)`` when it cannot be started.
  public init(
    executable: String, arguments: [String], environment: [String: String],
    configure: (inout posix_spawn_file_actions_t) -> Int16
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, configure(&actions))
    let words = ([executable] + arguments).map { strdup($0) } + [nil]
    // A crash must not wait for somebody to read about it.
    let environment = ["SWIFT_BACKTRACE": "enable=no"].merging(environment) { $1 }
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for string in words + variables { free(string) } }
    var identifier: pid_t = 0
    let code = descriptorLock.withLock { _ in
      posix_spawn(&identifier, executable, &actions, &attributes, words, variables)
    }
    guard code == 0 else {
      throw PseudoTerminalError.unavailable(what: "starting \(executable)", code: code)
    }
    self.identifier = identifier
  }

  deinit {
    end()
  }

  /// Sends a signal, if the program still runs.
  ///
  /// - Parameter number: The number of the signal.
  public func signal(_ number: Int32) {
    if statusIfEnded() == nil { kill(identifier, number) }
  }

  /// How the program ended, or nothing while it runs; does not wait.
  public func statusIfEnded() -> ProcessEnding? {
    if let status { return status }
    var word: Int32 = 0
    if waitpid(identifier, &word, WNOHANG) == identifier { status = ProcessEnding(word: word) }
    return status
  }

  /// Waits until the program ends by itself, for ever if need be.
  ///
  /// - Returns: How it ended.
  public func waitForEnd() -> ProcessEnding {
    if let status { return status }
    var word: Int32 = 0
    while waitpid(identifier, &word, 0) == -1 && errno == EINTR {}
    let ending = ProcessEnding(word: word)
    status = ending
    return ending
  }

  /// Ends the program at once and waits for it.
  ///
  /// An unreaped child would hang exit tests.
  public func end() {
    if statusIfEnded() != nil { return }
    kill(identifier, SIGKILL)
    _ = waitForEnd()
  }
}
