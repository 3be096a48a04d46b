import FHIR
import FormFiller
import Interview
import RecordStore

/// One person's visit, kept in a record: begun or gone on with, answered, and ended in one of several
/// ways.
///
/// Whatever a conversation tells it as its journal is on the disk when it returns.
public final class Visit {
  /// What was known when the visit began.
  public let opening: VisitOpening
  /// The code with which the person goes on with it, where it is known here.
  public let code: ResumeCode?
  /// What has been said before, or nil where the visit has just begun.
  public let history: VisitHistory?
  /// The content that the answers are given to.
  public let archive: ContentArchive
  let store: RecordStore
  let record: OpenRecord
  /// Why the last entry could not be kept, if it could not.
  public private(set) var failure: RecordStoreError?
  private let now: () -> PartialDateTime
  /// What the cards say, where this process has written them.
  private var written: Cards?

  /// The entries by which staff find the record, but for the time of writing.
  private struct Cards: Equatable {
    var desk: DeskCard
    var clinical: ClinicalCard
  }

  private init(
    _ record: OpenRecord, in store: RecordStore, _ opening: VisitOpening, _ code: ResumeCode?,
    _ history: VisitHistory?, _ archive: ContentArchive, now: @escaping () -> PartialDateTime
  ) {
    self.record = record
    self.store = store
    self.opening = opening
    self.code = code
    self.history = history
    self.archive = archive
    self.now = now
    // A visit that is gone on with gets its cards anew with the first answer.
    written =
      history == nil ? Cards(desk: Self.deskCard(opening), clinical: ClinicalCard()) : nil
  }

  // MARK: - Beginning

  /// Begins a visit; its record is on the disk when this returns.
  ///
  /// - Parameter now: The clock that the desk's card is dated by.
  /// - Throws: `RecordStoreError` when the store cannot be used, `SealError` when there is not enough
  ///   memory to derive a key.
  public static func begin(
    _ preparation: VisitPreparation, _ opening: VisitOpening, in store: RecordStore,
    now: @escaping () -> PartialDateTime
  ) throws -> Visit {
    let ready = try preparation.get()
    try store.keep(content: ready.content, named: ready.hash)
    let (record, code) = try begin(ready.start, ready.hash, opening, in: store, now())
    return Visit(record, in: store, opening, code, nil, preparation.archive, now: now)
  }

  private static func begin(
    _ start: RecordStart, _ content: ContentHash, _ opening: VisitOpening,
    in store: RecordStore, _ now: PartialDateTime
  ) throws -> (OpenRecord, ResumeCode) {
    var desk = deskCard(opening)
    desk.updated = now
    let cards = RecordCards(desk: desk.bytes, clinical: ClinicalCard().bytes)
    let events = [VisitEvent.opened(opening).bytes]
    var start = start
    while true {
      let begun = Result(catching: {
        try store.begin(start, content: content, events: events, cards: cards)
      })
      if case .failure(let error as RecordStoreError) = begun, error == .codeTaken {
        // Another draft has a code that is found by the same letters.
        start = try RecordStart()
      } else {
        return (try begun.get(), start.code)
      }
    }
  }

  // MARK: - Going on

  /// Goes on with the visit that a code opens.
  ///
  /// - Throws: `RecordStoreError` when the code opens none; `VisitEventError` or
  ///   `ContentArchiveError` when this program cannot read what is kept.
  public static func resume(
    _ code: ResumeCode, in store: RecordStore, now: @escaping () -> PartialDateTime
  ) throws -> Visit {
    try goOn(with: store.resume(code), code: code, in: store, now: now)
  }

  /// Goes on with a visit whose record is open.
  ///
  /// - Parameter code: The person's code, or nil where staff have opened the record.
  /// - Throws: `RecordStoreError`, `VisitEventError` or `ContentArchiveError` when what is kept cannot
  ///   be read; the record is then as it was.
  public static func goOn(
    with record: OpenRecord, code: ResumeCode? = nil, in store: RecordStore,
    now: @escaping () -> PartialDateTime
  ) throws -> Visit {
    let history = try VisitHistory(record.events.map(\.bytes))
    let archive = try ContentArchive(store.content(record.content))
    if code == nil, history.failedIdentityTries > 0 {
      // Staff have made sure who it is.
      try record.append(VisitEvent.identity(.same).bytes)
    }
    return Visit(record, in: store, history.opening, code, history, archive, now: now)
  }

  /// Why the visit is gone on with.
  public var interruption: VisitInterruptionCause {
    record.wasInterrupted ? .programEnded : .stopped
  }

  /// Who can help a person who has lost their code.
  public var recovery: CodeRecovery { hasStaff ? .staff : .nobody }

  /// Whether staff can open the record.
  public var hasStaff: Bool { (try? store.recipients()) != nil }

  /// The answers so far.
  ///
  /// - Throws: `ReplayError` when the answers do not fit the form.
  public func response(to form: Form) throws(ReplayError) -> Response {
    try history?.response(to: form) ?? Response(to: form, in: opening.formContext)
  }

  // MARK: - Who comes back

  /// What somebody who comes back with the code is asked; nil when the answers tell nothing to ask.
  ///
  /// Where staff can help, wrong dates count from one visit to the next until staff have helped.
  public func birthDateCheck(_ response: Response) -> BirthDateCheck? {
    BirthDateCheck(response, after: hasStaff ? history?.failedIdentityTries ?? 0 : 0)
  }

  /// Keeps what came of a date of birth.
  public func note(_ outcome: BirthDateCheck.Outcome) {
    guard outcome != .notUnderstood else { return }
    // The person is asked again whether or not it can be kept.
    try? record.append(VisitEvent.identity(outcome).bytes)
  }

  // MARK: - Cards

  private static func deskCard(_ opening: VisitOpening) -> DeskCard {
    DeskCard(
      label: opening.label, appointment: opening.appointment, started: opening.started,
      isTrial: opening.isTrial)
  }

  private func cards(_ response: Response, _ state: RecordState) -> Cards {
    var desk = Self.deskCard(opening)
    desk.state = state
    desk.isUrgent = !response.urgentRecords.isEmpty
    return Cards(desk: desk, clinical: ClinicalCard(response))
  }

  private func sealed(_ cards: Cards) -> RecordCards {
    var desk = cards.desk
    desk.updated = now()
    return RecordCards(desk: desk.bytes, clinical: cards.clinical.bytes)
  }

  // MARK: - Ending

  /// Ends the visit so that the code goes on with it.
  public func stop(_ response: Response) throws(RecordStoreError) {
    try end(.stopped, response, [.ended(.stopped)])
  }

  /// Ends the visit because nobody came back, or staff take over; the code goes on with it until its
  /// time is over.
  public func leave(_ response: Response) throws(RecordStoreError) {
    try end(.left, response, [.ended(.left)])
  }

  /// Ends the visit with what it gave; the code opens it no more.
  ///
  /// - Parameter document: The QuestionnaireResponse.
  public func finish(
    _ end: VisitEnd, _ response: Response, _ document: JSONNode
  ) throws(RecordStoreError) {
    try self.end(.finished, response, [.response(document), .ended(end)])
  }

  /// Lets go of the visit as it is: nothing came about.
  public func letGo() { record.letGo() }

  private func end(
    _ state: RecordState, _ response: Response, _ events: [VisitEvent]
  ) throws(RecordStoreError) {
    try record.end(
      as: state, lastEvents: events.map(\.bytes), cards: sealed(cards(response, state)))
  }

  /// Deletes all that was answered, because the person wants nothing to be kept.
  ///
  /// - Parameter urgent: A QuestionnaireResponse of urgent records alone, which staff have to see; it
  ///   goes into a record of its own where staff can open one.
  public func discard(
    keeping urgent: (response: Response, document: JSONNode)? = nil
  ) throws {
    let hash = record.content
    try record.discard()
    guard let urgent, hasStaff else { return }
    // What nobody uses any more went away with the record.
    try store.keep(content: archive.bytes, named: hash)
    let (rest, _) = try Self.begin(try RecordStart(), hash, opening, in: store, now())
    try rest.end(
      as: .finished,
      lastEvents: [VisitEvent.response(urgent.document), .ended(.ended)].map(\.bytes),
      cards: sealed(cards(urgent.response, .finished)))
  }
}

extension Visit: Journal {
  /// Keeps an entry of the conversation.
  public func record(_ entry: JournalEntry, of response: Response) throws {
    do {
      try record.append(VisitEvent.entry(entry).bytes)
      failure = nil
    } catch {
      failure = error
      throw error
    }
    updateCards(response)
  }

  /// Writes the cards anew where they say something else.
  private func updateCards(_ response: Response) {
    let current = cards(response, .inProgress)
    guard current != written else { return }
    // The answer itself is saved; the cards are tried again with the next one.
    guard (try? record.setCards(sealed(current))) != nil else { return }
    written = current
  }
}
