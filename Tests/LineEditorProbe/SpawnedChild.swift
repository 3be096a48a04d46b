import Glibc
import LineEditor

/// A child process that prints which signals it has blocked and ignored.
enum SpawnedChild {
  /// Runs it to its end.
  ///
  /// - Returns: 0, or the number of a system error.
  static func run() -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    let error = ProcessSignals.restore(in: &attributes)
    if error != 0 { return error }
    let words = [strdup("/bin/cat"), strdup("/proc/self/status"), nil]
    defer { for word in words { free(word) } }
    var identifier: pid_t = 0
    let failure = posix_spawn(&identifier, "/bin/cat", nil, &attributes, words, [nil])
    if failure != 0 { return failure }
    var status: Int32 = 0
    waitpid(identifier, &status, 0)
    return status
  }
}
