extension Examination {
  /// A key older than this should be changed.
  private static let longestKeyAge = 365
  /// A backup older than this is too old.
  private static let longestBackupAge = 7

  /// What the store says of itself: keys, people, backups.
  func recordFindings() -> [DoctorFinding] {
    switch state {
    case .missing: return []
    case .refused(let message):
      return [.error(.store, "the store cannot be opened: \(message)", advice: "")]
    case .open(let records):
      guard records.isSetUp else {
        return [
          .warning(
            .keys, "there are no keys of the clinic: a record opens with its code alone",
            advice: "Make them with: intake setup")
        ]
      }
      return damageFindings(records) + auditFindings(records) + keyFindings(records)
        + (records.isKiosk ? [] : peopleFindings(records) + backupFindings(records))
    }
  }

  private func damageFindings(_ records: RecordFacts) -> [DoctorFinding] {
    guard records.damagedCount > 0 else { return [] }
    return [
      .error(
        .store, "\(records.damagedCount) records are damaged; the others can be read",
        advice: "See which with: intake audit verify. Then restore the last backup beside the "
          + "store and compare.")
    ]
  }

  private func auditFindings(_ records: RecordFacts) -> [DoctorFinding] {
    guard let line = records.brokenAuditLine else { return [] }
    return [
      .error(
        .store, "the audit was changed, from line \(line) on",
        advice: "Keep the folder as it is, ask who had access, and compare it with the last backup."
      )
    ]
  }

  private func keyFindings(_ records: RecordFacts) -> [DoctorFinding] {
    guard let made = records.keysMade else { return [] }
    let age = (facts.now - made) / Self.day
    let fact = "the clinic's key was made \(SystemClock.utc(made).date)"
    return [
      age > Self.longestKeyAge
        ? .warning(.keys, fact, advice: "Change it: intake keys rotate") : .good(.keys, fact)
    ]
  }

  private func peopleFindings(_ records: RecordFacts) -> [DoctorFinding] {
    switch records.administratorCount {
    case 0:
      [
        .error(
          .keys, "nobody is an administrator",
          advice: "Take the recovery sheet and run: intake keys recover")
      ]
    case 1:
      [
        .warning(
          .keys, "only one person is an administrator",
          advice: "Add another (intake users add NAME --role admin), or keep both copies of the "
            + "recovery sheet safe: a forgotten passphrase can only be mended with it.")
      ]
    case let count: [.good(.keys, "\(count) people are administrators")]
    }
  }

  private func backupFindings(_ records: RecordFacts) -> [DoctorFinding] {
    let advice = "Put a stick in and run: intake backup /media/stick"
    guard let last = records.lastBackup else {
      return [.warning(.backup, "there is no backup", advice: advice)]
    }
    let fact = "the last backup was made \(SystemClock.utc(last).date)"
    return [
      (facts.now - last) / Self.day > Self.longestBackupAge
        ? .warning(.backup, fact, advice: advice) : .good(.backup, fact)
    ]
  }

  // MARK: - Content and calls

  /// Whether clinicians have approved what patients are asked.
  func contentFindings() -> [DoctorFinding] {
    var findings: [DoctorFinding] = []
    if questionnaires == nil {
      findings.append(
        .error(
          .content, "the folder of questionnaires was not found",
          advice: "Name it with --questionnaires or in INTAKE_QUESTIONNAIRES."))
    } else if content.draftCount > 0 {
      findings.append(
        .warning(
          .content,
          "\(content.draftCount) of \(content.fileCount) files of content are drafts: a "
            + "kiosk asks them in trial mode only",
          advice: "A clinician reads them, then: intake approve FILE --reviewer NAME --role ROLE"))
    } else {
      findings.append(.good(.content, "all \(content.fileCount) files of content are approved"))
    }
    if let duty = content.numbersDuty {
      findings.append(.warning(.helpNumbers, duty, advice: ""))
    } else if settings.country == nil {
      findings.append(
        .warning(
          .helpNumbers, "no country is set: pages of help show no number",
          advice: "Set \"country\" in the configuration, like \"US\"."))
    } else {
      findings.append(.good(.helpNumbers, "the help numbers are confirmed"))
    }
    return findings
  }

  /// Whether staff can be called.
  func alertFindings() -> [DoctorFinding] {
    guard let folder = settings.alerts.folder else {
      return [
        .warning(
          .alerts, "nobody can be called from an interview",
          advice: "Set alerts.folder, if staff watch it.")
      ]
    }
    guard facts.access(to: folder)?.isFolder == true else {
      return [
        .error(.alerts, "there is no folder \(folder) for calls", advice: "Make the folder.")
      ]
    }
    switch content.alertTest {
    case .acknowledged: return [.good(.alerts, "today's test call was acknowledged")]
    case .missing:
      return [
        .warning(
          .alerts, "no test call was acknowledged today: pages of help do not speak of staff",
          advice: "Make one from the kiosk's staff page and acknowledge it.")
      ]
    case nil: return [.good(.alerts, "calls go to \(folder)")]
    }
  }
}
