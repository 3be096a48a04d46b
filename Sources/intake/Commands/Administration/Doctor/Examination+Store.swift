extension Examination {
  /// Less than this, and answers may soon find no room.
  private static let leastBytes = 100_000_000
  /// Less than this, and somebody should look.
  private static let comfortableBytes = 1_000_000_000

  /// The folder of the store, its files and the disk that they lie on.
  func storeFindings() -> [DoctorFinding] {
    guard let access = facts.access(to: store) else {
      return [
        .error(
          .store, "there is no store at \(store)",
          advice: "Make it with: intake setup. Or name another with --store.")
      ]
    }
    return [permissions(of: access)] + fileFindings() + diskFindings()
  }

  private func permissions(of access: FileAccess) -> DoctorFinding {
    guard access.isFolder else {
      return .error(
        .store, "\(store) is not a folder", advice: "Name the folder of the store with --store.")
    }
    guard access.owner == facts.user else {
      return .error(
        .store, "\(store) belongs to another user (number \(access.owner))",
        advice: "Run intake as that user, or give it to this one: sudo chown -R \(facts.user) "
          + "\(store)")
    }
    guard !access.isOpenToOthers else {
      return .error(
        .store, "others than its owner may look into \(store)", advice: "Run: chmod 700 \(store)")
    }
    return .good(.store, "only its owner can look into \(store)")
  }

  private func fileFindings() -> [DoctorFinding] {
    (facts.names(in: store) ?? []).compactMap { name in
      let path = FileSystem.path(name, in: store)
      guard let access = facts.access(to: path), access.isOpenToOthers else { return nil }
      return .error(
        .store, "others than its owner may read \(path)", advice: "Run: chmod go= \(path)")
    }
  }

  private func diskFindings() -> [DoctorFinding] {
    var findings = [spaceFinding()]
    guard let real = facts.realPath(of: store), let mount = mounts.mount(of: real) else {
      return findings
    }
    if mount.isRemote {
      findings.append(
        .error(
          .disk, "the store lies on another machine (\(mount.kind)), where answers can be lost",
          advice: "Keep it on a disk of this machine, and carry backups away."))
    } else if mount.isVolatile {
      findings.append(
        .error(
          .disk, "the store lies in memory (\(mount.kind)) and is lost when the machine goes off",
          advice: "Keep it on a disk."))
    } else if mount.hasNoPermissions {
      findings.append(
        .error(
          .disk, "the disk of the store (\(mount.kind)) cannot keep others from reading",
          advice: "Keep it on a disk with a Linux file system, such as ext4."))
    } else if !encryption.covers(device: mount.device) {
      findings.append(
        .warning(
          .disk, "the disk of the store is not seen to be encrypted",
          advice: "Records are sealed; times, sizes and names of forms are not. Encrypt the disk "
            + "(LUKS) when the machine is installed anew."))
    } else {
      findings.append(.good(.disk, "the disk of the store is encrypted (\(mount.kind))"))
    }
    return findings
  }

  private func spaceFinding() -> DoctorFinding {
    guard let bytes = facts.freeBytes(at: store) else {
      return .warning(
        .disk, "the system does not say how much room is left", advice: "Look with: df -h \(store)")
    }
    let room = "\(bytes / 1_000_000) MB are free on the disk of the store"
    if bytes < Self.leastBytes {
      return .error(.disk, room, advice: "Make room now: answers may not be saved.")
    }
    if bytes < Self.comfortableBytes { return .warning(.disk, room, advice: "Make room.") }
    return .good(.disk, room)
  }

  // MARK: - What others could change

  /// The files that decide what the program does.
  func ownershipFindings() -> [DoctorFinding] {
    let places: [(DoctorFinding.Topic, String, String?)] = [
      (.configuration, "the configuration", configuration),
      (.program, "the folder of the program", program),
      (.content, "the folder of questionnaires", questionnaires),
    ]
    return places.compactMap { topic, name, path in
      path.flatMap { finding(about: name, at: $0, topic) }
    }
  }

  private func finding(
    about name: String, at path: String, _ topic: DoctorFinding.Topic
  ) -> DoctorFinding? {
    guard let access = facts.access(to: path) else { return nil }
    if access.isChangedByOthers {
      return .error(
        topic, "others may change \(name), \(path)", advice: "Run: chmod go-w \(path)")
    }
    guard access.owner == 0 || access.owner == facts.user else {
      return .error(
        topic, "\(name), \(path), belongs to another user (number \(access.owner))",
        advice: "Give it to root: sudo chown root \(path)")
    }
    return .good(topic, "only its owner can change \(name), \(path)")
  }
}
