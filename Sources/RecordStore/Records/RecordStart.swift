/// What a record begins with; all that takes long has been worked out.
public struct RecordStart: Sendable {
  /// The record.
  public let id: RecordID
  /// The key that seals its events.
  public let key: RecordKey
  /// The code of the person.
  public let code: ResumeCode
  /// The key under that code.
  public let wrap: ResumeWrap

  /// Makes a new identity, key and code; takes about 75 ms and needs no store.
  public init() throws(SealError) {
    id = RecordID()
    key = RecordKey()
    code = ResumeCode.random()
    wrap = try ResumeWrap.make(of: key, for: id, code: code)
  }
}
