import FHIR
import Foundation
import Library
import Rules
import Testing

/// What every rule carries so that a clinician can judge it without us, and what none may say.
///
/// That a rule is whole and reads only what is asked is what `check` tells; this holds the content to
/// what a reader of the summary needs.
@Suite struct ShippedRulesTests {
  /// A rule of the library with its file, its source and as it is read.
  struct Shipped: Sendable, CustomTestStringConvertible {
    let file: String
    let definition: PlanDefinition
    let rule: Rule

    var testDescription: String { file }

    static let all: [Shipped] = (try? readAll()) ?? []

    static func readAll() throws -> [Shipped] {
      let content = try ClinicalContent.shared()
      return try content.library.planDefinitions().compactMap { file, definition in
        content.rules.rules.first { $0.id == definition.id }
          .map { Shipped(file: file, definition: definition, rule: $0) }
      }
    }

    /// All that the rule says to somebody.
    var texts: [String] {
      [
        rule.title, rule.line, rule.text, rule.logic, rule.limits, rule.textWhenNotAnswered,
        rule.textWhenNotAsked,
      ].compactMap { $0 }
    }
  }

  @Test func everyRuleIsRead() throws {
    let content = try ClinicalContent.shared()
    #expect(try Shipped.readAll().count == content.definitions.count)
    #expect(!content.definitions.isEmpty)
  }

  @Test(arguments: Shipped.all)
  func isNamedAfterItsFile(_ shipped: Shipped) throws {
    let rule = shipped.rule
    let folder = try #require(rule.group?.code)
    #expect(shipped.file == "rules/\(folder)/\(rule.id).json")
    #expect(rule.url == "https://intake.example/fhir/PlanDefinition/\(rule.id)")
  }

  @Test(arguments: Shipped.all)
  func saysWhatItIsAndWhereItStands(_ shipped: Shipped) throws {
    let rule = shipped.rule
    #expect(try #require(rule.version).wholeMatch(of: /\d+\.\d+\.\d+/) != nil)
    #expect(rule.audiences.contains(.clinician))
    for text in [rule.line, rule.text, rule.logic, rule.limits] {
      #expect(try #require(text).contains { $0.isLetter })
    }
    // Draft until a named person approved it on a day.
    let node = shipped.definition.node
    let isApproved = node["approvalDate"] != nil && node["reviewer"] != nil
    #expect(shipped.definition.status == (isApproved ? .active : .draft))
  }

  @Test(arguments: Shipped.all)
  func restsOnSourcesThatAreNamed(_ shipped: Shipped) throws {
    #expect(!shipped.rule.basis.isEmpty)
    for basis in shipped.rule.basis {
      #expect(!basis.label.isEmpty)
      #expect(try #require(basis.citation).count > basis.label.count)
      for part in [basis.indication, basis.strength] {
        #expect(try #require(part, "\(basis.label)").contains { $0.isLetter })
      }
      // A source about a drug says how the drug was given.
      #expect((basis.drug == nil) == (basis.route == nil), "\(basis.label)")
      let year = try #require(basis.year, "\(basis.label)")
      let isYear = year.wholeMatch(of: /(19|20)\d\d/) != nil
      #expect(isYear || ["not stated", "edition not stated"].contains(year), "\(basis.label)")
    }
  }

  @Test(arguments: Shipped.all)
  func leavesTheDecisionToTheClinician(_ shipped: Shipped) throws {
    #expect(shipped.rule.text.contains(/[Cc]linician to review\b/))
    for text in shipped.texts {
      let sentences = Self.deciding(text)
      #expect(sentences == [], "\(shipped.rule.id)")
    }
  }

  @Test(arguments: [
    "Give 80 mg over two hours.", "0.5mg/kg is usual.", "25 mcg each hour.",
    "The patient has psychosis.", "The patient is not suitable.", "The patient suffers from it.",
    "He should not receive ketamine.", "Must taper.", "Diagnosis: bipolar disorder.",
    "Start with a low dose.", "Stop the opioid.", "Ketamine is contraindicated.",
    "A poor candidate.",
  ])
  func whatDecidesIsFound(_ text: String) {
    #expect(Self.deciding(text) == [text])
  }

  @Test(arguments: [
    "The opioids add up to 50 MME a day.", "By the date of birth the patient is 65 or older.",
    "The form tells the patient not to stop or change any medicine.",
    "The US ketamine label lists aneurysm among its contraindications.",
    "The patient reports loud snoring or that someone saw the breathing stop.",
  ])
  func whatRelaysIsLeftAlone(_ text: String) {
    #expect(Self.deciding(text) == [])
  }

  /// The sentences that name a diagnosis as a fact, a dose, or what is to be done with the patient.
  private static func deciding(_ text: String) -> [String] {
    let patterns: [Regex<Substring>] = [
      /\d\s?(?:mg|mcg|ug|µg|g|mL|ml)\b/, /(?:^|\. )The patient (?:has|is|takes|suffers)\b/,
      /(?:^|\. )(?:Diagnosis|Stop|Start|Give|Avoid|Taper|Reduce|Increase|Exclude|Decline)\b/,
      /\b(?:[Mm]ust|[Ss]hould) (?:not|be|taper|stop|start|receive|have|get)\b/,
      /\b(?:suitable|candidate|eligible|contraindicated|unfit)\b/,
    ]
    return patterns.contains { text.contains($0) } ? [text] : []
  }
}
