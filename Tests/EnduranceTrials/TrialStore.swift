import RecordStore

/// A store as the trials look at it.
public enum TrialStore {
  /// The answers of a trial's record, in the order in which they were saved.
  ///
  /// - Throws: ``RecordStoreError``, or what is wrong with the code.
  public static func answers(in folder: String, code: String) throws -> [String] {
    let record = try RecordStore.open(folder, creating: .never).resume(ResumeCode(typed: code))
    defer { record.letGo() }
    return record.events.flatMap { event in
      String(decoding: event.bytes, as: UTF8.self).matches(of: /answer [0-9]+ of [0-9]+-[0-9]+/)
        .map { String($0.0) }
    }
  }
}
