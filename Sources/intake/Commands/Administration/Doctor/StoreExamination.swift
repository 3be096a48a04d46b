import RecordStore

/// Opens the store for the doctor, and asks it what it knows of itself.
struct StoreExamination {
  let folder: String

  /// What the store is like, and whether a test call was acknowledged today.
  func run(today: String) -> (StoreState, Examination.AlertTest?) {
    guard FileSystem.kind(of: folder) != .nothing else { return (.missing, nil) }
    do {
      let store = try RecordStore.open(folder, creating: .never)
      let test = try store.fact(StoreFact.lastAlertTest)
      return (.open(try facts(of: store)), test == today ? .acknowledged : .missing)
    } catch RecordStoreError.noStore {
      return (.missing, nil)
    } catch {
      return (.refused("\(error)"), nil)
    }
  }

  private func facts(of store: RecordStore) throws -> RecordFacts {
    let people = try store.people()
    let isSetUp = try store.recipients() != nil
    var facts = RecordFacts(
      isSetUp: isSetUp, isKiosk: isSetUp && people.isEmpty,
      lastEvent: try store.auditEntries().map(\.time).max(),
      keysMade: try store.keysCreated(),
      lastBackup: try store.fact(StoreFact.lastBackup).flatMap { Int64($0) },
      administratorCount: people.count { $0.role == .admin },
      damagedCount: try store.verifyRecords().count)
    if case .broken(let line) = try store.verifyAudit() { facts.brokenAuditLine = line }
    return facts
  }
}
