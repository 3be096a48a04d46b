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

  init(id: RecordID, key: RecordKey, code: ResumeCode, wrap: ResumeWrap) {
    self.id = id
    self.key = key
    self.code = code
    self.wrap = wrap
  }

  /// Makes a new identity, key and code; takes about 75 ms and needs no store.
  public init() throws(SealError) {
    let id = RecordID()
    let key = RecordKey()
    let code = ResumeCode.random()
    self.init(
      id: id, key: key, code: code, wrap: try ResumeWrap.make(of: key, for: id, code: code))
  }
}
