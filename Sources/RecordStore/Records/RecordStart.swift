/// What a record is begun with.
///
/// The wrap takes time to make (``ResumeWrap/make(of:for:code:)``), so the caller makes it beforehand, on
/// another thread.
public struct RecordStart: Sendable {
  /// The new record's name.
  public let id: RecordID
  /// The new record's key.
  public let key: RecordKey
  /// The first four symbols of the code, by which the draft is found.
  public let locator: String
  /// The key under the code.
  public let wrap: ResumeWrap
  /// What the record is made with; it has to be in the store.
  public let content: ContentHash
  /// The entries by which it is found.
  public let cards: RecordCards
  /// What it holds to begin with.
  public let events: [[UInt8]]
  /// Who began it, where it was somebody of the clinic.
  public let startedBy: PersonID?

  /// Makes a start.
  public init(
    id: RecordID, key: RecordKey, code: ResumeCode, wrap: ResumeWrap, content: ContentHash,
    cards: RecordCards, events: [[UInt8]] = [], startedBy: PersonID? = nil
  ) {
    self.id = id
    self.key = key
    locator = code.locator
    self.wrap = wrap
    self.content = content
    self.cards = cards
    self.events = events
    self.startedBy = startedBy
  }
}
