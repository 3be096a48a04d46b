extension Examination {
  // MARK: - Memory

  /// Memory that is put on a disk stays there.
  func swapFindings() -> [DoctorFinding] {
    guard let text = facts.text(of: "/proc/swaps") else {
      return [
        .warning(
          .swap, "the system does not say whether memory is put on a disk",
          advice: "Look with: swapon --show")
      ]
    }
    let places = text.split(separator: "\n").dropFirst().compactMap { line in
      let words = line.split(separator: " ", maxSplits: 1).first.map(String.init)
      return words?.split(separator: "\t").first.map(String.init)
    }
    let plain = places.filter { !isSafe(swap: $0) }
    if let first = plain.first {
      return [
        .error(
          .swap, "memory may be put on \(first), which is not encrypted",
          advice: "Run: sudo swapoff -a, and take its line out of /etc/fstab. Or encrypt it.")
      ]
    }
    return [.good(.swap, places.isEmpty ? "memory stays in memory" : "swap is encrypted")]
  }

  private func isSafe(swap path: String) -> Bool {
    // Compressed memory is memory still.
    if path.hasPrefix("/dev/zram") { return true }
    if path.hasPrefix("/dev/") { return encryption.covers(path: path) }
    guard let mount = mounts.mount(of: facts.realPath(of: path) ?? path) else { return false }
    return encryption.covers(device: mount.device)
  }

  /// Who may look into the memory of a running program, or gets it when one crashes.
  func memoryFindings() -> [DoctorFinding] {
    var findings: [DoctorFinding] = []
    let pattern = line(of: "/proc/sys/kernel/core_pattern") ?? ""
    if pattern.hasPrefix("|") {
      findings.append(
        .warning(
          .memory, "the memory of programs that crash goes to another program",
          advice: "intake forbids that for itself. For the rest: sudo sysctl "
            + "kernel.core_pattern=/dev/null"))
    } else {
      findings.append(.good(.memory, "no program gets the memory of one that crashed"))
    }
    switch line(of: "/proc/sys/kernel/yama/ptrace_scope").flatMap(Int.init) {
    case .some(1...): findings.append(.good(.memory, "programs cannot look into each other"))
    case .some, .none:
      findings.append(
        .warning(
          .memory, "programs of one user may look into each other",
          advice: "intake forbids that for itself. For the rest: sudo sysctl "
            + "kernel.yama.ptrace_scope=1"))
    }
    return findings
  }

  private func line(of path: String) -> String? {
    facts.text(of: path)?.split(separator: "\n").first.map(String.init)
  }

  // MARK: - The clock

  /// A little ahead is no fault: two clocks never agree wholly.
  private static let tolerance: Int64 = 120_000

  /// Times stand in every record.
  func clockFindings() -> [DoctorFinding] {
    var findings: [DoctorFinding] = []
    if case .open(let records) = state, let last = records.lastEvent,
      last > facts.now + Self.tolerance
    {
      findings.append(
        .error(
          .clock,
          "the clock shows \(SystemClock.utc(facts.now)), but the store was last written "
            + "at \(SystemClock.utc(last))",
          advice: "Set the clock: sudo timedatectl set-ntp true, or by hand: sudo date -s "
            + "\"2026-11-23 09:30\""))
    }
    switch facts.clockKeeping {
    case .synchronized: findings.append(.good(.clock, "the clock is kept right by the network"))
    case .alone:
      findings.append(
        .warning(
          .clock,
          "nothing is known to keep the clock right; it shows "
            + "\(SystemClock.utc(facts.now))",
          advice: "Compare it with a watch each week, or run: sudo timedatectl set-ntp true"))
    }
    return findings
  }

  // MARK: - Consoles

  /// Programs that offer a login on a console.
  private static let logins = ["agetty", "getty", "mingetty", "fgetty", "login"]

  /// Ways past a kiosk: another console, and the keys of the kernel.
  func consoleFindings() -> [DoctorFinding] {
    [loginFinding(), sysRqFinding()] + consoleSwitchFinding()
  }

  private func loginFinding() -> DoctorFinding {
    let processes = (facts.names(in: "/proc") ?? []).filter { Int($0) != nil }
    let count = processes.count {
      line(of: "/proc/\($0)/comm").map(Self.logins.contains) ?? false
    }
    guard count > 0 else { return .good(.consoles, "no other console waits for a login") }
    let consoles = count == 1 ? "1 console waits" : "\(count) consoles wait"
    return .warning(
      .consoles, "\(consoles) for a login",
      advice: "On a machine for patients, only the kiosk may run: sudo systemctl mask "
        + "getty@tty2.service, and so on for each.")
  }

  private func consoleSwitchFinding() -> [DoctorFinding] {
    // Where logind runs, pressing Alt-F2 starts a login that was not there before.
    guard facts.access(to: "/run/systemd/seats") != nil else { return [] }
    let files =
      ["/etc/systemd/logind.conf"]
      + (facts.names(in: "/etc/systemd/logind.conf.d") ?? []).map {
        "/etc/systemd/logind.conf.d/\($0)"
      }
    let lines = files.flatMap { (facts.text(of: $0) ?? "").split(separator: "\n") }
    let isOff = lines.contains { $0.filter { $0 != " " } == "NAutoVTs=0" }
    return isOff
      ? []
      : [
        .warning(
          .consoles, "Alt-F2 opens another console",
          advice: "On a machine for patients, write NAutoVTs=0 and ReserveVT=0 below [Login] in "
            + "/etc/systemd/logind.conf, and restart the machine.")
      ]
  }

  private func sysRqFinding() -> DoctorFinding {
    guard let value = line(of: "/proc/sys/kernel/sysrq").flatMap(Int.init), value != 0 else {
      return .good(.consoles, "the keys of the kernel (SysRq) are off")
    }
    return .warning(
      .consoles, "the keys of the kernel (SysRq) are on",
      advice: "On a machine for patients: sudo sysctl kernel.sysrq=0")
  }
}
