import FHIR
import FormFiller
import Foundation
import Testing

@testable import Referral

/// The summary as JSON.
@Suite struct JSONRendererTests {
  @Test(arguments: SummaryPropertyTests.seeds)
  func `what is written reads back, and is what the schema describes`(_ seed: Int) throws {
    let (response, _) = try SummaryPropertyTests.sample(seed)
    let summary = try response.summary()
    let text = JSONRenderer().render(summary)
    let root = try JSONDocument(text).root
    #expect(root == JSONRenderer().document(summary).root)
    #expect(try SchemaCheck().faults(in: root) == [])
    let written = Self.questions(in: root).flatMap { question in
      question["answers"]?.elements.map {
        "\(question["linkId"]?.string ?? "") \(String(describing: $0.choiceValue("value")))"
      } ?? []
    }
    let given = summary.sections.flatMap(\.questions).flatMap { entry in
      entry.answers.map { "\(entry.linkId) \(String(describing: Self.reread($0.value)))" }
    }
    #expect(written.sorted() == given.sorted())
    #expect(
      !text.unicodeScalars.contains {
        $0 != "\n" && [.control, .format].contains($0.properties.generalCategory)
      })
  }

  /// All questions in the sections, at any depth.
  private static func questions(in node: JSONNode) -> [JSONNode] {
    let isQuestion = node.kind == .object && node["kind"]?.string == "question"
    return (isQuestion ? [node] : []) + node.children.flatMap { questions(in: $0) }
  }

  /// A value as JSON gives it back; a time gains its seconds.
  private static func reread(_ value: AnswerValue) -> AnswerValue? {
    JSONBuilder.object { $0.add("value", value) }.root.choiceValue("value")
  }

  @Test(
    arguments: TestForm.disclosures, [true, false])
  func `the schema knows every member`(
    _ disclosure: Disclosure, _ isFull: Bool
  ) throws {
    let response = try RandomAnswers.sampleResponse()
    var context = try TestForm.context(disclosure: disclosure)
    if isFull {
      context.clinic = SummaryContext.Clinic(name: "Clinic", phone: "555 0199")
      context.answered = try TestForm.now()
      context.authors = [.patient, .helper, .staff]
    }
    let unfit = isFull ? #""linkId":"x""# : ""
    let source = try TestForm.response(
      json: #"{"resourceType":"QuestionnaireResponse","status":"stopped","item":[{\#(unfit)}]}"#)
    let issues = Response.reading(source, form: response.form).issues
    #expect(issues.count == 1)
    let summary = ReferralSummary(
      of: response, status: .stopped, context: context, readingIssues: issues)
    #expect(try SchemaCheck().faults(in: JSONRenderer().document(summary).root) == [])
  }

  @Test func `the schema is strict`() throws {
    let summary = try RandomAnswers.sampleResponse().summary()
    let written = JSONRenderer().document(summary).root
    let extended = JSONBuilder.object { root in
      for member in written.children where member.name != "counts" {
        root.add(member.name, copyOf: member)
      }
      root.add("verdict", "x")
    }
    #expect(
      try SchemaCheck().faults(in: extended.root) == [
        "$: counts is missing", "$: verdict is not known",
      ])
  }

  @Test func `escapes what is not seen, and keeps it`() throws {
    var response = Response(to: try TestForm.form(#"{"linkId":"q","type":"text"}"#))
    let text = "\u{1B}[31m\u{202E}\u{9B}\u{E0041}\u{7F}\u{0} é 痛 </script>"
    try response.answer("q", .string(text))
    let json = JSONRenderer().render(try response.summary())
    #expect(
      json.contains(
        #""text": "\u001b[31m\u202e\u009b\udb40\udc41\u007f\u0000 é 痛 </script>""#))
    let answer = Self.questions(in: try JSONDocument(json).root).first?["answers"]?.elements.first
    #expect(answer?["text"]?.string == text)
  }

  private static let smallSummary = #"""
    {
      "format": "intake-referral-summary",
      "version": 2,
      "statement": "Patient-reported, not verified.",
      "made": "2025-06-01T10:00:00+02:00",
      "program": {
        "version": "0.1.0"
      },
      "disclosure": {
        "extent": "everything",
        "shown": [],
        "withheld": []
      },
      "questionnaire": {
        "url": "https://example.org/q",
        "version": "1",
        "title": "Test",
        "status": "active"
      },
      "response": {
        "status": "completed"
      },
      "patient": {},
      "respondent": {
        "authors": [],
        "isHelper": false
      },
      "counts": {
        "total": 1,
        "asked": 1,
        "answered": 1,
        "doesNotKnow": 0,
        "prefersNotToSay": 0,
        "skipped": 0,
        "unreadable": 0,
        "noAnswer": 0,
        "notReached": 0
      },
      "urgent": [],
      "scores": [],
      "instruments": [],
      "allergies": {
        "status": "not-in-form",
        "rows": []
      },
      "measurements": {},
      "medicines": {
        "status": "not-in-form",
        "rows": [],
        "lists": []
      },
      "diagnosis": {
        "stated": [],
        "ownWords": [],
        "evidence": []
      },
      "bodyRegions": [],
      "treatments": {
        "status": "not-in-form",
        "rows": []
      },
      "answeredNo": [],
      "doesNotKnow": [],
      "prefersNotToSay": [],
      "skipped": [],
      "unreadable": [],
      "noAnswer": [],
      "notReached": [],
      "waitsForStaff": [],
      "withheld": [],
      "readingProblems": [],
      "sections": [
        {
          "title": "Answers",
          "items": [
            {
              "kind": "question",
              "linkId": "q",
              "label": "Is it?",
              "text": "Is it?",
              "type": "choice",
              "origin": "person",
              "state": "answered",
              "answers": [
                {
                  "valueCoding": {
                    "system": "s",
                    "code": "c",
                    "display": "Yes"
                  },
                  "text": "Yes"
                }
              ]
            }
          ]
        }
      ]
    }
    """#

  @Test func `writes a small summary exactly so`() throws {
    let options = #""answerOption":[{"valueCoding":{"system":"s","code":"c","display":"Yes"}}]"#
    var response = Response(
      to: try TestForm.form(#"{"linkId":"q","type":"choice","text":"Is it?",\#(options)}"#))
    try response.answer("q", .coding(Coding(system: "s", code: "c", display: "Yes")))
    let summary = try response.summary(.completed)
    #expect(
      JSONRenderer().render(summary).split(separator: "\n")
        == Self.smallSummary.split(separator: "\n"))
  }

  /// Writes summaries for `Tests/Interop/validate_summary.py`.
  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["INTAKE_SUMMARY_FOLDER"] != nil,
      "set INTAKE_SUMMARY_FOLDER to a folder that summaries can be written to"),
    arguments: SummaryPropertyTests.seeds)
  func `writes summaries for other validators`(_ seed: Int) throws {
    let folder = try #require(ProcessInfo.processInfo.environment["INTAKE_SUMMARY_FOLDER"])
    let (response, _) = try SummaryPropertyTests.sample(seed)
    let disclosures = TestForm.disclosures
    let summary = try response.summary(disclosure: disclosures[seed % disclosures.count])
    let file = URL(filePath: folder).appending(path: "summary-\(seed).json")
    try Data(JSONRenderer().render(summary).utf8).write(to: file)
    #expect(try JSONDocument(Array(Data(contentsOf: file))).root["format"] != nil)
  }
}
