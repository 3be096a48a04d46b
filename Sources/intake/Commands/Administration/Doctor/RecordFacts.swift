/// What the doctor knows of the store of records.
struct RecordFacts {
  /// Whether keys and people were set up.
  var isSetUp = false
  /// Whether it belongs to a kiosk apart, which holds public keys only and has no people.
  var isKiosk = false
  /// When the last thing was written, in milliseconds since 1970.
  var lastEvent: Int64?
  /// When the clinic's key was made.
  var keysMade: Int64?
  /// When the last backup was made.
  var lastBackup: Int64?
  /// How many people may look after people and keys.
  var administratorCount = 0
  /// How many records cannot be read because they are damaged.
  var damagedCount = 0
  /// The first line of the audit that is not as it was written, if one is not.
  var brokenAuditLine: Int64?
}

/// What the doctor found of the store.
enum StoreState {
  /// There is none yet.
  case missing
  /// It was opened.
  case open(RecordFacts)
  /// It cannot be opened: why, and what to do.
  case refused(String)
}
