import Glibc
import LineEditor
import Testing

@testable import Kiosk

/// Each test is a process of its own, which is confined for ever.
@Suite("What a visit may no longer do")
struct ConfinementTests {
  /// The lines of what the kernel says about this thread.
  static func status() -> [Substring] {
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let descriptor = open("/proc/thread-self/status", O_RDONLY)
    defer { close(descriptor) }
    let count = max(0, read(descriptor, &bytes, bytes.count))
    return String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
  }

  @Test("it starts no program and no process, by any way; threads work")
  func programs() async {
    await #expect(processExitsWith: .success) {
      try Confinement.confineVisit(of: getppid())
      var child: pid_t = 0
      let words: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/true"), nil]
      #expect(posix_spawn(&child, "/bin/true", nil, nil, words, nil) != 0, "posix_spawn")
      #expect(execv("/bin/true", words) == -1 && errno == EPERM, "execv")
      #expect(popen("true", "r") == nil, "popen")
      #expect(system("true") != 0, "system")
      var thread = pthread_t()
      #expect(pthread_create(&thread, nil, { _ in nil }, nil) == 0, "thread")
      #expect(pthread_join(thread, nil) == 0, "thread's end")
      #expect(Self.status().contains("NoNewPrivs:\t1"), "rights")
    }
  }

  @Test("crashes are the kernel's, keys of the terminal stop nothing, no core is written")
  func signals() async {
    await #expect(processExitsWith: .success) {
      try Confinement.confineVisit(of: getppid())
      _ = try ProcessSetup.prepare()
      var action = sigaction()
      for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
        sigaction(number, nil, &action)
        #expect(action.__sigaction_handler.sa_handler == nil, "\(number)")
      }
      let ignored = Self.status().first { $0.hasPrefix("SigIgn:") }
        .flatMap { UInt64($0.split(separator: "\t")[1], radix: 16) }
      for number in [SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU] {
        #expect((ignored ?? 0) & (1 << UInt64(number - 1)) != 0, "\(number)")
      }
      var limit = rlimit()
      getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
      #expect(limit.rlim_cur == 0 && limit.rlim_max == 0)
      #expect(umask(0o022) == 0o077)
    }
  }

  @Test("a crash ends it at once and shows nothing")
  func crash() async {
    let result = await #expect(
      processExitsWith: .signal(SIGSEGV), observing: [\.standardErrorContent]
    ) {
      try Confinement.confineVisit(of: getppid())
      _ = try ProcessSetup.prepare()
      raise(SIGSEGV)
    }
    let shown = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(!shown.contains("Crash") && !shown.contains("Backtrace"))
  }

  @Test("it does not begin without its supervisor")
  func orphan() async {
    await #expect(processExitsWith: .success) {
      #expect(throws: ConfinementError.supervisorGone) {
        try Confinement.confineVisit(of: getppid() + 1)
      }
    }
  }
}
