import FHIR
import Foundation
import Library
import Testing

@testable import FormFiller
@testable import Interview

/// No page ever shows a number of another country.
@Suite struct CountryNumberTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Questionnaires")

  private static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "library.json").path)
  }

  private static func library() throws -> Library {
    let folder = folder
    let manifest = try Data(contentsOf: folder.appending(path: "library.json"))
    return try Library(manifest: Array(manifest)) { name in
      Array(try Data(contentsOf: folder.appending(path: name)))
    }
  }

  private static func form(_ library: Library, _ canonical: String) throws -> Form {
    let found = try library.questionnaire(canonical: canonical)
    let whole = try library.assembled(found.questionnaire, file: found.file)
    return Form(whole) { try library.concepts(ofValueSet: $0, in: whole) }
  }

  private static func clinic(_ country: CrisisLines.Country?) -> ClinicInformation {
    ClinicInformation(
      name: "Clinic", emergencyNumber: country?.emergency.words,
      crisisLines: country?.lines.map { CrisisLine($0.words, audience: $0.audience) } ?? [])
  }

  /// The runs of digits in a text, with what joins them left out.
  private static func digits(in text: String) -> Set<String> {
    let joined = text.replacing(/(\d)[ -](?=\d)/) { "\($0.1)" }
    return Set(joined.split { !$0.isNumber }.map(String.init))
  }

  @Test(
    .enabled(if: isThere), arguments: ["US", "CA", "AU", "GB", "IE", "EU", "NZ", "FR", nil],
    ["Questionnaire/intake", "Questionnaire/phq-9"])
  func `every page of help in every country`(_ code: String?, _ name: String) throws {
    let library = try Self.library()
    let lines = try library.crisisLines()
    let country = code.flatMap { lines.country($0) }
    let own = Set((country?.numbers ?? []).flatMap { Self.digits(in: $0.words) })
    let all = Set(lines.countries.values.flatMap(\.numbers).flatMap { Self.digits(in: $0.number) })
    let form = try Self.form(library, "https://intake.example/fhir/\(name)")
    for attendance in [Attendance.attended, .unattended] {
      var setting = InterviewSetting.test
      setting.clinic = Self.clinic(country)
      setting.attendance = attendance
      var conversation = Conversation(
        Response(to: form), setting: setting, alerts: TestAlerts())
      let pages = form.items.filter { $0.helpPage != nil }
      #expect(!pages.isEmpty)
      for page in pages {
        let node = try #require(conversation.response.nodes(linkId: page.linkId).first)
        conversation.calls[node] = .wentOut
        let renderer = PageRenderer(presentation: .plain, colour: .off, columns: 80)
        let text = conversation.helpPageBlocks(node)
          .flatMap { renderer.lines(for: $0, isFirst: false) }.joined(separator: "\n")
        let foreign = Self.digits(in: text).intersection(all).subtracting(own)
        #expect(foreign.isEmpty, "\(page.linkId) shows \(foreign)")
        guard page.helpPage == .crisis else { continue }
        if let country {
          for number in country.numbers { #expect(text.contains(number.words), "\(page.linkId)") }
        } else {
          #expect(text.contains("your local emergency number"))
        }
      }
    }
  }

  @Test(.enabled(if: isThere)) func `no text of the form itself holds a number to call`() throws {
    let library = try Self.library()
    let all = Set(
      try library.crisisLines().countries.values.flatMap(\.numbers)
        .flatMap { Self.digits(in: $0.number) })
    let form = try Self.form(library, "https://intake.example/fhir/Questionnaire/intake")
    for item in form.items where item.type == .display || item.helpPage != nil {
      let words = ItemWords(item)
      for attendance in [Attendance.attended, .unattended] {
        let found = Self.digits(in: words.text(attendance)).intersection(all)
        #expect(found.isEmpty, "\(item.linkId) holds \(found)")
      }
    }
  }

  @Test func `a line for some is said to be for them`() {
    let clinic = ClinicInformation(
      phone: "555 0100", emergencyNumber: "000",
      crisisLines: [CrisisLine("call 1"), CrisisLine("call 1, then press 2", audience: "sailors")])
    #expect(
      Wording.english.numbers(for: .crisis, clinic) == [
        "Emergency: call 000.", "Crisis line: call 1.",
        "Crisis line for sailors: call 1, then press 2.", "Clinic: 555 0100.",
      ])
    #expect(
      Wording.english.numbers(for: .emergency, clinic) == [
        "Emergency: call 000.", "Clinic: 555 0100.",
      ])
  }
}
