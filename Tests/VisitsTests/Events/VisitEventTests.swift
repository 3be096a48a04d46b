import FHIR
import FormFiller
import Interview
import Testing
import Visits

@Suite struct VisitEventTests {
  static let path = ItemPath([
    ItemPath.Step(linkId: "rows", instance: InstanceID(number: 7)), ItemPath.Step(linkId: "a"),
  ])

  static func change() throws -> Change {
    Change(.set([.string("Ana \"ñ\"")]), at: path, by: .helper, time: try VisitForm.now())
  }

  static func events() throws -> [VisitEvent] {
    let patient = try JSONDocument(#"{"resourceType":"Patient","n":[1.50,null,"é"]}"#).root
    return [
      .opened(VisitOpening()),
      .opened(
        VisitOpening(
          questionnaire: "https://example.org/visit|2", language: LanguageTag("es-MX"),
          author: .helper, label: "Blue coat", appointment: "10:30", helper: "Her daughter",
          isTrial: true, programVersion: "0.1.0", started: VisitForm.time,
          context: ["patient": patient, "b": patient])),
      .entry(.change(try change())), .entry(.rowsClosed(path)), .entry(.language(nil)),
      .entry(.language(LanguageTag("es"))), .response(patient), .unknown(kind: "signature"),
    ] + VisitEnd.allCases.map { .ended($0) }
      + BirthDateCheck.Outcome.allCases.map { .identity($0) }
  }

  @Test func `an event comes back as it was`() throws {
    for event in try Self.events() { #expect(try VisitEvent(event.bytes) == event) }
  }

  @Test func `it is written as it is written down`() throws {
    func text(_ event: VisitEvent) -> String { String(decoding: event.bytes, as: UTF8.self) }
    #expect(
      text(.opened(VisitOpening(label: "Blue", programVersion: "1")))
        == #"{"kind":"opened","program":"1","author":"patient","label":"Blue"}"#)
    #expect(
      text(.entry(.change(try Self.change()))).hasPrefix(
        #"{"kind":"change","action":"set","path":"#))
    #expect(text(.entry(.language(LanguageTag("es")))) == #"{"kind":"language","language":"es"}"#)
    #expect(text(.ended(.completed)) == #"{"kind":"ended","how":"completed"}"#)
    let document = try JSONDocument(#"{"resourceType":"QuestionnaireResponse"}"#).root
    #expect(
      text(.response(document))
        == #"{"kind":"response","document":{"resourceType":"QuestionnaireResponse"}}"#)
  }

  @Test func `a document comes back with the bytes that it is written with`() throws {
    var response = Response(to: try VisitForm.form())
    try response.answer("who", .string("Ana\u{85}\t"))
    let document = try response.document(as: .stopped, authored: VisitForm.now())
    guard case .response(let node) = try VisitEvent(VisitEvent.response(document.root).bytes) else {
      Issue.record("no document")
      return
    }
    #expect(JSONWriter().bytes(of: node) == JSONWriter().bytes(of: document.root))
  }

  @Test func `a kind that is not known is passed over, whatever else it holds`() throws {
    let event = try VisitEvent(Array(#"{"kind":"note","text":"Seen","by":{"name":"B"}}"#.utf8))
    #expect(event == .unknown(kind: "note"))
  }

  @Test(arguments: [
    "", "{}", "[]", #"{"kind":1}"#, #"{"kind":"opened"}"#, #"{"kind":"change"}"#,
    #"{"kind":"rowsClosed"}"#, #"{"kind":"language","language":"?"}"#, #"{"kind":"ended"}"#,
    #"{"kind":"ended","how":"burnt"}"#, #"{"kind":"response"}"#,
  ])
  func `what is no event is named, and nothing of it is shown`(_ text: String) throws {
    let error = #expect(throws: VisitEventError.self) { try VisitEvent(Array(text.utf8)) }
    #expect(error?.description.contains("cannot be read") == true)
    #expect(error?.description.contains("\"") == false)
  }
}
