import FHIR
import FormFiller
import Interview
import RecordStore
import Testing
import Visits

/// A visit is kept in a record from its beginning to each of its ends.
@Suite struct VisitTests {
  static let archive = ContentArchive(
    files: [:],
    questionnaire: ContentArchive.File(name: "form.json", bytes: Array(VisitForm.text.utf8)))

  static func begin(
    in store: RecordStore, _ opening: VisitOpening = VisitOpening(label: "Blue coat")
  ) throws -> Visit {
    try Visit.begin(VisitPreparation(archive), opening, in: store) { VisitForm.clock }
  }

  static func resume(_ visit: Visit, in store: RecordStore) throws -> Visit {
    try Visit.resume(try #require(visit.code), in: store) { VisitForm.clock }
  }

  /// Holds a conversation of a visit, line by line.
  static func hold(_ visit: Visit, _ lines: String...) throws -> Conversation {
    var conversation = Conversation(
      try visit.response(to: VisitForm.form()), setting: InterviewSetting { VisitForm.clock },
      closedGroups: visit.history?.closedGroups ?? [], journal: visit)
    _ = conversation.begin()
    for line in lines { _ = conversation.receive(line: line) }
    return conversation
  }

  static func document(_ response: Response) throws -> JSONNode {
    try response.document(as: .stopped, authored: VisitForm.now()).root
  }

  @Test func `what was said is there when the code opens it`() throws {
    let folder = try StoreFolder()
    let visit = try Self.begin(in: folder.store)
    #expect(visit.history == nil && visit.recovery == .nobody)
    let response = try Self.hold(visit, "Ana", "27 March 1950", "no", "a lamp", "no").response
    visit.letGo()
    let later = try Self.resume(visit, in: folder.store)
    #expect(later.opening == visit.opening && later.code == visit.code)
    #expect(later.archive == Self.archive)
    let again = try later.response(to: VisitForm.form())
    #expect(try Self.document(again) == Self.document(response))
    // Nothing after the rows was answered, and still nobody asks for more of them.
    let conversation = try Self.hold(later, "the end")
    let last = try #require(conversation.response.nodes(linkId: "last").first)
    #expect(conversation.response.state(of: last) == .answered([.string("the end")]))
  }

  @Test func `who stopped or went away comes back, who finished does not`() throws {
    let folder = try StoreFolder()
    for end in ["stop", "leave"] {
      let visit = try Self.begin(in: folder.store)
      let response = try Self.hold(visit, "Ana").response
      if end == "stop" { try visit.stop(response) } else { try visit.leave(response) }
      let later = try Self.resume(visit, in: folder.store)
      #expect(later.interruption == .stopped)
      #expect(later.history?.end == (end == "stop" ? .stopped : .left))
    }
    let visit = try Self.begin(in: folder.store)
    let response = try Self.hold(visit, "Ana").response
    try visit.finish(.completed, response, Self.document(response))
    #expect(throws: RecordStoreError.wrongCode(triesLeft: nil)) {
      try Self.resume(visit, in: folder.store)
    }
  }

  @Test func `an entry that the record does not take is an error with its reason`() throws {
    let folder = try StoreFolder()
    let visit = try Self.begin(in: folder.store)
    let response = try Self.hold(visit, "Ana").response
    #expect(visit.failure == nil)
    try visit.stop(response)
    let conversation = try Self.hold(visit, "Ben")
    #expect(conversation.unsavedAnswerCount == 1)
    #expect(visit.failure == .leaseLost)
  }

  @Test func `the cards follow the answers`() throws {
    let folder = try StoreFolder()
    let admin = try folder.setUp()
    let visit = try Self.begin(in: folder.store)
    func cards() throws -> (desk: DeskCard?, clinical: ClinicalCard?) {
      let listed = try #require(try folder.store.list(by: admin).first)
      return (listed.desk.flatMap { DeskCard($0) }, listed.clinical.flatMap { ClinicalCard($0) })
    }
    #expect(try cards().desk?.label == "Blue coat" && cards().desk?.isUrgent == false)
    #expect(try cards().clinical == ClinicalCard())
    var response = try Self.hold(visit, "Ana", "27 March 1950", "yes").response
    #expect(try cards().desk?.isUrgent == true && cards().desk?.state == .inProgress)
    #expect(
      try cards().clinical == ClinicalCard(name: "Ana", birthDate: PartialDate("1950-03-27")))
    visit.letGo()
    let later = try Self.resume(visit, in: folder.store)
    response = try Self.hold(later, "", "a lamp").response
    try later.stop(response)
    #expect(try cards().desk?.state == .stopped && cards().desk?.isUrgent == true)
  }

  @Test func `what is discarded is gone; staff keep what is urgent`() throws {
    let folder = try StoreFolder()
    let admin = try folder.setUp()
    let first = try Self.begin(in: folder.store)
    _ = try Self.hold(first, "Ana", "27 March 1950", "no")
    try first.discard()
    #expect(try folder.store.list(by: admin).isEmpty)
    let second = try Self.begin(in: folder.store)
    let urgent = try Self.hold(second, "Ana", "27 March 1950", "yes").response
      .keepingOnlyUrgentRecords()
    try second.discard(keeping: (urgent, try Self.document(urgent)))
    let listed = try folder.store.list(by: admin)
    #expect(listed.map(\.state) == [.finished] && listed.map(\.canBeResumed) == [false])
    let left = try #require(listed.first)
    #expect(left.desk.flatMap { DeskCard($0) }?.isUrgent == true)
    #expect(left.clinical.flatMap { ClinicalCard($0) } == ClinicalCard())
    let history = try VisitHistory(folder.store.read(left.id, by: admin).map(\.bytes))
    #expect(history.changes.isEmpty)
    #expect(try history.document == Self.document(urgent))
    #expect(throws: RecordStoreError.self) { try Self.resume(second, in: folder.store) }
  }

  @Test func `without staff nothing at all is left of what is discarded`() throws {
    let folder = try StoreFolder()
    let visit = try Self.begin(in: folder.store)
    let urgent = try Self.hold(visit, "Ana", "27 March 1950", "yes").response
      .keepingOnlyUrgentRecords()
    try visit.discard(keeping: (urgent, try Self.document(urgent)))
    #expect(throws: RecordStoreError.wrongCode(triesLeft: nil)) {
      try Self.resume(visit, in: folder.store)
    }
  }

  @Test func `where staff can help, wrong dates of birth count until they do`() throws {
    let folder = try StoreFolder()
    let admin = try folder.setUp()
    let visit = try Self.begin(in: folder.store)
    let response = try Self.hold(visit, "Ana", "27 March 1950").response
    try visit.stop(response)
    for left in [3, 2, 1] {
      let later = try Self.resume(visit, in: folder.store)
      var check = try #require(later.birthDateCheck(later.response(to: VisitForm.form())))
      #expect(check.triesLeft == left)
      later.note(check.receive("1 May 1950", today: VisitForm.clock.date))
      later.letGo()
    }
    let locked = try Self.resume(visit, in: folder.store)
    #expect(try locked.birthDateCheck(locked.response(to: VisitForm.form()))?.isOver == true)
    locked.letGo()
    let id = try #require(try folder.store.list(by: admin).first?.id)
    let byStaff = try Visit.goOn(
      with: folder.store.reopen(id, by: admin), in: folder.store
    ) { VisitForm.clock }
    byStaff.letGo()
    let freed = try Self.resume(visit, in: folder.store)
    #expect(try freed.birthDateCheck(freed.response(to: VisitForm.form()))?.triesLeft == 3)
  }

  @Test func `content that is damaged or unknown is no visit`() throws {
    let folder = try StoreFolder()
    let start = try RecordStart()
    let content = Array("something else".utf8)
    let hash = ContentHash(of: content)
    try folder.store.keep(content: content, named: hash)
    try folder.store.begin(
      start, content: hash, events: [VisitEvent.opened(VisitOpening()).bytes]
    ).letGo()
    #expect(throws: ContentArchiveError.otherFormat) {
      try Visit.resume(start.code, in: folder.store) { VisitForm.clock }
    }
    // It can be gone on with by a program that reads it.
    #expect(throws: ContentArchiveError.otherFormat) {
      try Visit.resume(start.code, in: folder.store) { VisitForm.clock }
    }
  }
}
