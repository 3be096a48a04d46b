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
  /// - Throws: `RecordStoreError` when the store cannot be used, or whatever opening it threw.
  public static func begin(
    _ preparation: VisitPreparation, _ archive: ContentArchive, _ opening: VisitOpening,
    now: @escaping () -> PartialDateTime
  ) throws -> Visit {
    let ready = try preparation.get()
    var secret = ready.secret
    while true {
      do {
        let record = try begin(secret, ready.content, opening, in: ready.store, now())
        return Visit(record, in: ready.store, opening, secret.code, nil, archive, now: now)
      } catch RecordStoreError.codeTaken {
        // Somebody else began a visit with such a code a moment ago.
        secret = try RecordSecret(in: ready.store)
      }
    }
  }

  private static func begin(
    _ secret: RecordSecret, _ content: ContentHash, _ opening: VisitOpening,
    in store: RecordStore, _ now: PartialDateTime
  ) throws(RecordStoreError) -> OpenRecord {
    var desk = deskCard(opening)
    desk.updated = now
    return try store.begin(
      RecordStart(
        id: secret.id, key: secret.key, code: secret.code, wrap: secret.wrap, content: content,
        cards: RecordCards(desk: desk.bytes, clinical: ClinicalCard().bytes),
        events: [VisitEvent.opened(opening).bytes]))
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

  /// Goes on with a visit whose record staff have opened.
  ///
  /// - Throws: `RecordStoreError`, `VisitEventError` or `ContentArchiveError` when what is kept cannot
  ///   be read.
  public static func goOn(
    with record: OpenRecord, code: ResumeCode? = nil, in store: RecordStore,
    now: @escaping () -> PartialDateTime
  ) throws -> Visit {
    do {
      let history = try VisitHistory(record.events().map(\.bytes))
      let archive = try ContentArchive(store.content(record.content))
      return Visit(record, in: store, history.opening, code, history, archive, now: now)
    } catch {
      // Whoever can read it, with another version of the program, can go on with it.
      try? record.end(as: .stopped)
      throw error
    }
  }

  /// Why the visit is gone on with.
  public var interruption: VisitInterruptionCause {
    record.recovered ? .programEnded : .stopped
  }

  /// Who can help a person who has lost their code.
  public var recovery: CodeRecovery { hasStaff ? .staff : .nobody }

  /// Whether staff can open the record.
  public var hasStaff: Bool { (try? store.recipients) != nil }

  /// The answers so far.
  ///
  /// - Throws: `ReplayError` when the answers do not fit the form.
  public func response(to form: Form) throws(ReplayError) -> Response {
    try history?.response(to: form) ?? Response(to: form, in: opening.formContext)
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

  /// Ends the visit so that only staff can do anything with it: nobody came back, or staff take over.
  public func leave(_ response: Response) throws(RecordStoreError) {
    try end(.left, response, [.ended(.left)])
  }

  /// Ends the visit with what it gave.
  ///
  /// - Parameter document: The QuestionnaireResponse.
  public func finish(
    _ end: VisitEnd, _ response: Response, _ document: JSONNode
  ) throws(RecordStoreError) {
    try self.end(
      end == .completed ? .finished : .left, response, [.response(document), .ended(end)])
  }

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
    let content = record.content
    try record.discard()
    guard let urgent, hasStaff else { return }
    let rest = try Self.begin(try RecordSecret(in: store), content, opening, in: store, now())
    try rest.end(
      as: .left,
      lastEvents: [VisitEvent.response(urgent.document), .ended(.ended)].map(\.bytes),
      cards: sealed(cards(urgent.response, .left)))
  }
}

extension Visit: Journal {
  /// Keeps an entry of the conversation.
  public func record(_ entry: JournalEntry, of response: Response) throws {
    let current = cards(response, .inProgress)
    try record.append(
      VisitEvent.entry(entry).bytes, cards: current == written ? nil : sealed(current))
    written = current
  }
}
