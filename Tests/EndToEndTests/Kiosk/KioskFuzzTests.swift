import Glibc
import RecordStore
import TerminalTesting
import Testing

/// Whatever is typed at a kiosk starts no program, opens no file but the store and calls for staff, and
/// leaves the store whole.
@Suite struct KioskFuzzTests {
  /// How many keys are typed; `INTAKE_FUZZ_KEYS` sets another number.
  private static var keyCount: Int {
    getenv("INTAKE_FUZZ_KEYS").flatMap { Int(String(cString: $0)) } ?? 3000
  }

  private static let chunk = 60

  @Test(arguments: [1, 2])
  func randomKeysReachNothing(_ seed: Int) throws {
    let machine = try KioskMachine()
    let visit = try machine.start()
    _ = try visit.read()
    var keys = RandomKeys(seed: seed)
    for _ in 0..<(Self.keyCount / 2 / Self.chunk) {
      visit.type(keys.next(Self.chunk))
      try visit.settle()
      try expectConfined(visit, machine)
    }
    visit.terminal.process.signal(SIGTERM)
    #expect(try visit.terminal.waitForExit() == .exited(143))
    #expect(visit.terminal.state == .usual)
    try expectWhole(machine)
  }

  private func expectConfined(_ visit: Visit, _ machine: KioskMachine) throws {
    let visitor = try visit.visitor
    #expect(visit.supervisor.children == [visitor.identifier])
    #expect(visitor.children.isEmpty)
    #expect(visitor.state.map { "SRD".contains($0) } == true)
    for (number, target) in visitor.descriptors ?? [:] where number > 2 {
      #expect(
        target.hasPrefix("pipe:") || target.hasPrefix("anon_inode:") || target == "/dev/null"
          || target.hasPrefix(machine.storePath), "\(number): \(target)")
    }
  }

  /// Every record opens and was changed by nobody else, and so does the audit.
  private func expectWhole(_ machine: KioskMachine) throws {
    #expect(machine.folder.names == ["alerts", "content", "intake.json", "store"])
    let store = try RecordStore.open(machine.storePath)
    #expect(try store.verifyRecords().isEmpty)
    guard case .whole(let entries) = try store.verifyAudit() else {
      Issue.record("the audit is broken")
      return
    }
    #expect(entries > 3, "no visit was begun")
  }

  /// All that the kernel is asked for, told by strace.
  @Test(.enabled(if: access("/usr/bin/strace", X_OK) == 0, "there is no strace"))
  func theKernelIsAskedForNoProgramAndNoOtherFile() throws {
    let machine = try KioskMachine()
    let trace = machine.folder.path("trace")
    let terminal = try PseudoTerminal(
      executable: "/usr/bin/strace",
      arguments: [
        "-f", "-o", trace, "-s", "300", "-e",
        "trace=execve,execveat,fork,vfork,open,openat,openat2,creat,rename,renameat,renameat2,link,"
          + "linkat,symlink,symlinkat,connect,bind",
        BuiltProduct.path("intake"),
      ] + machine.arguments + ["--trial"], environment: ["HOME": machine.folder.path])
    try terminal.expect("Press Enter to begin", within: .seconds(60))
    var keys = RandomKeys(seed: 3)
    for _ in 0..<10 {
      terminal.send(keys.next(Self.chunk))
      try terminal.expect(">", within: .seconds(60))
    }
    terminal.closeMaster()
    _ = try terminal.waitForExit(within: .seconds(60))
    let lines = try machine.folder.text(of: "trace").split(separator: "\n")
    #expect(lines.count > 20)
    for line in lines where !isHarmless(line, machine) { Issue.record("\(line)") }
  }

  private func isHarmless(_ line: Substring, _ machine: KioskMachine) -> Bool {
    if line.contains("--- SIG") || line.contains("+++ ") || line.contains("resumed>") {
      return true
    }
    if line.contains(" execve(") { return line.contains("\"\(BuiltProduct.path("intake"))\"") }
    guard line.contains(" openat(") || line.contains(" open(") else {
      // Files are given their name in the folder of the store, or in that of calls for staff.
      return line.contains(machine.storePath) || line.contains("/alerts/")
    }
    let writes = ["O_WRONLY", "O_RDWR", "O_CREAT"].contains { line.contains($0) }
    return !writes || line.contains(machine.storePath) || line.contains("/alerts/")
      || line.contains("\"/dev/null\"") || line.contains("\"/dev/tty\"")
  }
}
