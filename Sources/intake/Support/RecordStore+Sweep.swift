import Glibc
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

extension SystemClock {
  /// When today began on this machine, in milliseconds since 1970.
  static func startOfDay() -> Int64 {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    parts.tm_hour = 0
    parts.tm_min = 0
    parts.tm_sec = 0
    parts.tm_isdst = -1
    return Int64(mktime(&parts)) * 1000
  }
}
