import RecordStore

extension RecordStore {
  /// Ends drafts whose time is over and deletes what was kept long enough, as the settings say.
  ///
  /// Every program that holds interviews or reads records does so when it starts.
  @discardableResult
  func sweep(_ settings: RecordSettings) throws(RecordStoreError) -> Sweep {
    try sweep(
      draftDays: settings.draftDays, retentionDays: settings.retentionDays,
      startOfDay: SystemClock.startOfDay())
  }
}
