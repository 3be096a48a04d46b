import CTerminal
import Glibc

/// A program that this one started and waits for.
struct SpawnedProgram {
  /// How it ended.
  enum Ending: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  /// Why it could not be started: the number of a system error.
  struct Failure: Error, Equatable {
    let code: Int32
  }

  private let identifier: pid_t

  /// Starts a program with the usual signals and no descriptors but 0 to 2 and those that are named.
  ///
  /// - Parameter descriptors: Open descriptors of this process, with their numbers there: from 3 on
  ///   without a gap.
  static func start(
    _ program: String, arguments: [String], environment: [String: String],
    descriptors: [Int32: Int32] = [:]
  ) -> Result<SpawnedProgram, Failure> {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var code = process_restore_signals_in_child(&attributes)
    for (own, other) in descriptors where code == 0 {
      code = posix_spawn_file_actions_adddup2(&actions, own, other)
    }
    if code == 0 {
      code = process_close_descriptors_in_child(&actions, 3 + Int32(descriptors.count))
    }
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var identifier: pid_t = 0
    if code == 0 {
      code = posix_spawn(&identifier, program, &actions, &attributes, words, variables)
    }
    return code == 0
      ? .success(SpawnedProgram(identifier: identifier)) : .failure(Failure(code: code))
  }

  /// Sends a signal; the program must not have been waited for.
  func send(_ signal: Int32) {
    kill(identifier, signal)
  }

  /// Waits for the end.
  func waitForEnd() -> Ending {
    var word: Int32 = 0
    while waitpid(identifier, &word, 0) == -1, errno == EINTR {}
    return ending(word)
  }

  /// The end, if it has come.
  func endingIfEnded() -> Ending? {
    var word: Int32 = 0
    return waitpid(identifier, &word, WNOHANG) == identifier ? ending(word) : nil
  }

  /// The macros of C that tell both apart are not seen by Swift.
  private func ending(_ word: Int32) -> Ending {
    let signal = word & 0x7F
    return signal == 0 ? .status((word >> 8) & 0xFF) : .signal(signal)
  }
}
