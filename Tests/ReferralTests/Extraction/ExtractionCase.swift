import FHIR
import FHIRPath
import FormFiller
import Testing

@testable import Referral

/// Forms that say what becomes of their answers, as JSON, and what they come to.
enum ExtractionCase {
  /// The start of the addresses of SDC's extensions.
  static let sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"

  /// An extension of SDC's with a value, such as `"valueBoolean":true`.
  static func sdc(_ name: String, _ value: String) -> String {
    #"{"url":"\#(sdc)\#(name)",\#(value)}"#
  }

  /// The extension that makes observations.
  static func observed(_ isExtracted: Bool = true) -> String {
    sdc("observationExtract", #""valueBoolean":\#(isExtracted)"#)
  }

  /// The extension that makes observations with a relationship.
  static func observed(as relationship: String) -> String {
    sdc("observationExtract", #""valueCode":"\#(relationship)""#)
  }

  /// A code of the test's system.
  static func code(_ code: String, extensions: String = "") -> String {
    let marks = extensions.isEmpty ? "" : #""extension":[\#(extensions)],"#
    return #"{\#(marks)"system":"urn:s","code":"\#(code)"}"#
  }

  /// An item; members are further JSON, each with a comma before it.
  static func item(
    _ linkId: String, _ type: String, extensions: String = "", codes: String = "",
    _ members: String = ""
  ) -> String {
    let extended = extensions.isEmpty ? "" : #","extension":[\#(extensions)]"#
    let coded = codes.isEmpty ? "" : #","code":[\#(codes)]"#
    return #"{"linkId":"\#(linkId)","type":"\#(type)","text":"Q"\#(extended)\#(coded)\#(members)}"#
  }

  /// What stands in `_name` for an element whose value is an expression.
  static func value(_ expression: String) -> String {
    #"{"extension":[\#(sdc("templateExtractValue", #""valueString":"\#(expression)""#))]}"#
  }

  /// A member `extension` by which an element is made once for each result.
  static func context(_ expression: String) -> String {
    #""extension":[\#(sdc("templateExtractContext", #""valueString":"\#(expression)""#))]"#
  }

  /// The extension that puts a template to use; parts are expressions.
  static func use(_ template: String, _ parts: KeyValuePairs<String, String> = [:]) -> String {
    let all =
      [##"{"url":"template","valueReference":{"reference":"#\##(template)"}}"##]
      + parts.map { #"{"url":"\#($0.key)","valueString":"\#($0.value)"}"# }
    return sdc("templateExtract", #""extension":[\#(all.joined(separator: ","))]"#)
  }

  /// The extension that makes an identifier.
  static func identifier(_ name: String) -> String {
    sdc("extractAllocateId", #""valueString":"\#(name)""#)
  }

  /// A questionnaire with these items.
  static func form(
    _ items: String, extensions: String = "", contained: String = ""
  ) throws -> Form {
    let held = contained.isEmpty ? "" : #""contained":[\#(contained)],"#
    let extended = extensions.isEmpty ? "" : #""extension":[\#(extensions)],"#
    return try TestForm.form(
      json: #"""
        {"resourceType":"Questionnaire",\#(held)\#(extended)"url":"urn:form","status":"active",
         "item":[\#(items)]}
        """#)
  }

  /// What answers to a form become; identifiers count from 1.
  static func extraction(
    _ form: Form, answers: String, heading: String = #""status":"completed""#,
    in context: FormContext = FormContext()
  ) throws -> Extraction {
    let source = try TestForm.response(
      json: #"{"resourceType":"QuestionnaireResponse",\#(heading),"item":[\#(answers)]}"#)
    let (response, issues) = Response.reading(source, form: form, in: context)
    try #require(issues.isEmpty, "\(issues)")
    let counter = Counter()
    return Extraction(of: response, by: ExtractionPlan(of: form)) { counter.next() }
  }

  /// An answer to a question, such as `"valueString":"x"`; several are given one after the other.
  static func answer(_ linkId: String, _ values: String...) -> String {
    let answers = values.map { "{\($0)}" }.joined(separator: ",")
    return #"{"linkId":"\#(linkId)","answer":[\#(answers)]}"#
  }

  /// A group with what is in it.
  static func row(_ linkId: String, _ items: String...) -> String {
    #"{"linkId":"\#(linkId)","item":[\#(items.joined(separator: ","))]}"#
  }

  /// The member of an answer that was declined.
  static let declined =
    #""extension":[{"url":"\#(ExtensionURL.dataAbsentReason.rawValue)","valueCode":"asked-declined"}]"#

  /// Counts.
  final class Counter {
    private var last = 0

    func next() -> String {
      last += 1
      return String(last)
    }
  }
}

extension Extraction {
  var entries: [JSONNode] { bundle.root["entry"]?.elements ?? [] }

  /// The resources, each on a line.
  var resources: [String] { entries.compactMap { $0["resource"]?.compactText } }

  /// The observations as `code value`, panels and relationships with them.
  var observations: [String] {
    entries.compactMap { $0["resource"] }.map { resource in
      let said = ["value", "dataAbsentReason", "hasMember", "component"]
      let kept = resource.children.filter { member in
        said.contains { member.name?.hasPrefix($0) ?? false }
      }
      let codes = resource["code"]?["coding"]?.elements.compactMap { $0["code"]?.string } ?? []
      return
        ([codes.joined(separator: "+")]
        + kept.map { "\($0.name ?? "")=\($0.compactText)" }).joined(separator: " ")
    }
  }
}

extension JSONNode {
  var compactText: String { JSONWriter(.compact).text(of: self) }
}
