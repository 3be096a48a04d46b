@testable import intake

/// A machine of which a test says everything.
struct FakeMachine: MachineFacts {
  var texts: [String: String] = [:]
  var folders: [String: [String]] = [:]
  var accesses: [String: FileAccess] = [:]
  var links: [String: String] = [:]
  var free: Int? = 50_000_000_000
  var now: Int64 = 1_800_000_000_000
  var clockKeeping = ClockKeeping.synchronized
  var user: UInt32 = 1000

  func text(of path: String) -> String? { texts[path] }
  func names(in folder: String) -> [String]? { folders[folder] }
  func access(to path: String) -> FileAccess? { accesses[path] }
  func realPath(of path: String) -> String? { links[path] ?? path }
  func freeBytes(at path: String) -> Int? { free }

  static let store = "/home/clinic/store"

  /// A machine on which everything is as it should be.
  static var sound: FakeMachine {
    FakeMachine(
      texts: [
        "/proc/swaps": "Filename\tType\tSize\tUsed\tPriority\n",
        "/proc/self/mountinfo": """
        22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/dm-0 rw
        40 22 0:5 / /home/clinic\\040old rw - tmpfs tmpfs rw
        """,
        "/sys/dev/block/254:0/dm/uuid": "CRYPT-LUKS2-0a1b-root\n",
        "/proc/sys/kernel/core_pattern": "core\n",
        "/proc/sys/kernel/yama/ptrace_scope": "1\n",
        "/proc/sys/kernel/sysrq": "0\n",
        "/proc/1/comm": "systemd\n",
        "/etc/systemd/logind.conf": "[Login]\nNAutoVTs=0\n",
      ],
      folders: [store: ["device.key", "records.sqlite"], "/proc": ["1", "swaps", "self"]],
      accesses: [
        store: FileAccess(owner: 1000, permissions: 0o700, isFolder: true),
        "\(store)/device.key": FileAccess(owner: 1000, permissions: 0o600, isFolder: false),
        "\(store)/records.sqlite": FileAccess(owner: 1000, permissions: 0o600, isFolder: false),
        "/etc/intake/intake.json": FileAccess(owner: 0, permissions: 0o644, isFolder: false),
        "/opt/intake/Questionnaires": FileAccess(owner: 0, permissions: 0o755, isFolder: true),
        "/opt/intake": FileAccess(owner: 0, permissions: 0o755, isFolder: true),
        "/run/systemd/seats": FileAccess(owner: 0, permissions: 0o755, isFolder: true),
        "/var/spool/intake": FileAccess(owner: 1000, permissions: 0o700, isFolder: true),
      ])
  }
}
