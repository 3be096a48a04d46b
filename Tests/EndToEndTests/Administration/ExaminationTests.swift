import Testing

@testable import intake

/// What the doctor says of machines and stores with one fault each.
@Suite struct ExaminationTests {
  /// A machine and a store with a fault, and what is said of it.
  struct Fault: CustomTestStringConvertible, Sendable {
    let name: String
    let severity: DoctorFinding.Severity
    let topic: DoctorFinding.Topic
    /// Words of what is found and advised.
    let words: [String]
    let make:
      @Sendable (inout FakeMachine, inout RecordFacts, inout Examination.ContentFacts) -> Void

    var testDescription: String { name }

    init(
      _ name: String, _ severity: DoctorFinding.Severity, _ topic: DoctorFinding.Topic,
      _ words: String...,
      make:
        @escaping @Sendable (
          inout FakeMachine, inout RecordFacts, inout Examination.ContentFacts
        ) -> Void
    ) {
      self.name = name
      self.severity = severity
      self.topic = topic
      self.words = words
      self.make = make
    }
  }

  private static let now = FakeMachine.sound.now
  private static let day: Int64 = 86_400_000

  private static var records: RecordFacts {
    RecordFacts(
      isSetUp: true, lastEvent: now - 1000, keysMade: now - 30 * day, lastBackup: now - 2 * day,
      administratorCount: 2)
  }

  private static var settings: Settings {
    var settings = Settings()
    settings.country = "US"
    settings.alerts.folder = "/var/spool/intake"
    return settings
  }

  private func findings(
    _ machine: FakeMachine, _ state: StoreState, _ content: Examination.ContentFacts,
    settings: Settings = ExaminationTests.settings
  ) -> [DoctorFinding] {
    Examination(
      facts: machine, store: FakeMachine.store, state: state,
      configuration: "/etc/intake/intake.json", questionnaires: "/opt/intake/Questionnaires",
      program: "/opt/intake", content: content, settings: settings
    ).findings()
  }

  private static let content = Examination.ContentFacts(
    fileCount: 9, draftCount: 0, numbersDuty: nil, alertTest: .acknowledged)

  @Test func aSoundMachineHasNoFault() {
    let findings = findings(.sound, .open(Self.records), Self.content)
    #expect(findings.filter { $0.severity != .good } == [])
    #expect(findings.count >= 12)
    #expect(findings.allSatisfy { $0.advice.isEmpty })
  }

  private static let swapLine = "/dev/sda2 partition 1000 0 -2\n"

  static let faults: [Fault] = [
    Fault("store open to others", .error, .store, "look into", "chmod 700") { machine, _, _ in
      machine.accesses[FakeMachine.store]?.permissions = 0o750
    },
    Fault("store of another", .error, .store, "another user (number 7)", "chown") { machine, _, _ in
      machine.accesses[FakeMachine.store]?.owner = 7
    },
    Fault("key file open", .error, .store, "device.key", "chmod go=") { machine, _, _ in
      machine.accesses["\(FakeMachine.store)/device.key"]?.permissions = 0o644
    },
    Fault("configuration open", .error, .configuration, "change the configuration") {
      machine, _, _ in machine.accesses["/etc/intake/intake.json"]?.permissions = 0o664
    },
    Fault("program of another", .error, .program, "another user (number 8)") { machine, _, _ in
      machine.accesses["/opt/intake"]?.owner = 8
    },
    Fault("content open", .error, .content, "change the folder of questionnaires") {
      machine, _, _ in machine.accesses["/opt/intake/Questionnaires"]?.permissions = 0o777
    },
    Fault("network disk", .error, .disk, "another machine (nfs4)") { machine, _, _ in
      machine.texts["/proc/self/mountinfo"] = "22 1 0:9 / / rw - nfs4 host:/x rw"
    },
    Fault("store in memory", .error, .disk, "in memory (tmpfs)") { machine, _, _ in
      machine.texts["/proc/self/mountinfo"]? += "\n50 22 0:6 / /home/clinic rw - tmpfs tmpfs rw"
    },
    Fault("stick", .error, .disk, "(vfat) cannot keep others") { machine, _, _ in
      machine.texts["/proc/self/mountinfo"]? += "\n50 22 8:1 / /home/clinic rw - vfat /dev/sdb1 rw"
    },
    Fault("plain disk", .warning, .disk, "not seen to be encrypted", "LUKS") { machine, _, _ in
      machine.texts["/sys/dev/block/254:0/dm/uuid"] = "LVM-abc"
    },
    Fault("little room", .warning, .disk, "900 MB", "Make room") { machine, _, _ in
      machine.free = 900_000_000
    },
    Fault("no room", .error, .disk, "99 MB", "may not be saved") { machine, _, _ in
      machine.free = 99_000_000
    },
    Fault("plain swap", .error, .swap, "/dev/sda2, which is not encrypted", "swapoff") {
      machine, _, _ in machine.texts["/proc/swaps"]? += swapLine
    },
    Fault("plain swap file", .error, .swap, "/plain/swap", "swapoff") { machine, _, _ in
      machine.texts["/proc/swaps"]? += "/plain/swap file 1000 0 -2\n"
      machine.texts["/proc/self/mountinfo"]? += "\n50 22 8:1 / /plain rw - ext4 /dev/sdb1 rw"
    },
    Fault("memory to a program", .warning, .memory, "crash goes to another", "core_pattern") {
      machine, _, _ in machine.texts["/proc/sys/kernel/core_pattern"] = "|/usr/lib/apport %p\n"
    },
    Fault("open memory", .warning, .memory, "look into each other", "ptrace_scope=1") {
      machine, _, _ in machine.texts["/proc/sys/kernel/yama/ptrace_scope"] = "0\n"
    },
    Fault("clock behind the store", .error, .clock, "the store was last written", "timedatectl") {
      machine, records, _ in records.lastEvent = machine.now + 200_000
    },
    Fault("clock alone", .warning, .clock, "keep the clock right", "watch") { machine, _, _ in
      machine.clockKeeping = .alone
    },
    Fault("other console", .warning, .consoles, "1 console waits", "getty@tty2") { machine, _, _ in
      machine.folders["/proc"]?.append("77")
      machine.texts["/proc/77/comm"] = "agetty\n"
    },
    Fault("consoles on a key", .warning, .consoles, "Alt-F2", "NAutoVTs=0") { machine, _, _ in
      machine.texts["/etc/systemd/logind.conf"] = "[Login]\n#NAutoVTs=0\n"
    },
    Fault("SysRq", .warning, .consoles, "SysRq", "kernel.sysrq=0") { machine, _, _ in
      machine.texts["/proc/sys/kernel/sysrq"] = "438\n"
    },
    Fault("no keys", .warning, .keys, "no keys", "intake setup") { _, records, _ in
      records.isSetUp = false
    },
    Fault("old key", .warning, .keys, "was made", "intake keys rotate") { _, records, _ in
      records.keysMade = now - 366 * day
    },
    Fault("no administrator", .error, .keys, "nobody", "intake keys recover") { _, records, _ in
      records.administratorCount = 0
    },
    Fault("one administrator", .warning, .keys, "only one", "recovery sheet") { _, records, _ in
      records.administratorCount = 1
    },
    Fault("no backup", .warning, .backup, "no backup", "intake backup") { _, records, _ in
      records.lastBackup = nil
    },
    Fault("old backup", .warning, .backup, "last backup was made", "intake backup") {
      _, records, _ in records.lastBackup = now - 8 * day
    },
    Fault("damaged records", .error, .store, "3 records are damaged", "audit verify") {
      _, records, _ in records.damagedCount = 3
    },
    Fault("drafts of content", .warning, .content, "4 of 9", "intake approve") { _, _, content in
      content.draftCount = 4
    },
    Fault("help numbers", .warning, .helpNumbers, "call them") { _, _, content in
      content.numbersDuty = "call them"
    },
    Fault("no test call", .warning, .alerts, "no test call") { _, _, content in
      content.alertTest = .missing
    },
    Fault("no folder for calls", .error, .alerts, "no folder /var/spool/intake") { machine, _, _ in
      machine.accesses["/var/spool/intake"] = nil
    },
  ]

  @Test(arguments: faults)
  func aFaultIsSaidWithWhatToDo(_ fault: Fault) {
    var machine = FakeMachine.sound
    var records = Self.records
    var content = Self.content
    fault.make(&machine, &records, &content)
    let troubles = findings(machine, .open(records), content).filter { $0.severity != .good }
    #expect(troubles.count == 1, "\(troubles)")
    #expect(troubles.first?.severity == fault.severity)
    #expect(troubles.first?.topic == fault.topic)
    let text = "\(troubles.first?.fact ?? "") \(troubles.first?.advice ?? "")"
    for word in fault.words { #expect(text.contains(word)) }
  }

  @Test(arguments: ["/dev/zram0", "/dev/dm-1", "/dev/mapper/swap", "/swapfile"])
  func swapThatLeavesNothingReadableIsWell(_ path: String) {
    var machine = FakeMachine.sound
    machine.texts["/proc/swaps"]? += "\(path)\tpartition\t1000\t0\t-2\n"
    machine.links["/dev/mapper/swap"] = "/dev/dm-1"
    // A logical volume on an encrypted disk.
    machine.texts["/sys/class/block/dm-1/dm/uuid"] = "LVM-x"
    machine.folders["/sys/class/block/dm-1/slaves"] = ["dm-0"]
    machine.texts["/sys/class/block/dm-0/dm/uuid"] = "CRYPT-LUKS2-y"
    let swap = findings(machine, .open(Self.records), Self.content).filter { $0.topic == .swap }
    #expect(swap == [.good(.swap, "swap is encrypted")])
  }

  @Test func aStoreThatIsMissingOrRefusedIsAnError() {
    var machine = FakeMachine.sound
    let refused = findings(machine, .refused("it is of a newer version."), Self.content)
    #expect(refused.contains { $0.severity == .error && $0.fact.contains("newer version") })
    machine.accesses[FakeMachine.store] = nil
    let missing = findings(machine, .missing, Self.content)
    #expect(missing.first?.severity == .error)
    #expect(missing.first?.advice.contains("intake setup") == true)
  }

  @Test func aKioskApartHasNeitherPeopleNorBackups() {
    var records = Self.records
    records.isKiosk = true
    records.administratorCount = 0
    records.lastBackup = nil
    let troubles = findings(.sound, .open(records), Self.content).filter { $0.severity != .good }
    #expect(troubles == [])
  }

  @Test func aLoopOfDevicesEnds() {
    var machine = FakeMachine.sound
    machine.texts["/proc/swaps"]? += "/dev/dm-5 partition 1 0 -2\n"
    machine.folders["/sys/class/block/dm-5/slaves"] = ["dm-5"]
    let swap = findings(machine, .open(Self.records), Self.content).filter { $0.topic == .swap }
    #expect(swap.map(\.severity) == [.error])
  }
}
