import FHIR
import Library
import Testing

/// Questionnaires with parts, written short.
enum Modular {
  static let sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
  static let core = "http://hl7.org/fhir/StructureDefinition/"

  /// A questionnaire with the address `urn:` and its name, version 1.
  static func questionnaire(
    _ name: String, _ expectation: String? = nil, extensions: [String] = [], members: String = "",
    items: String
  ) -> String {
    let expectation = expectation.map {
      #"{"url":"\#(sdc)assemble-expectation","valueCode":"\#($0)"}"#
    }
    let all = ([expectation].compactMap { $0 } + extensions).joined(separator: ",\n")
    return """
      {"resourceType":"Questionnaire","url":"urn:\(name)","version":"1",\(members)
      "extension":[\(all)],
      "item":[
      \(items)]}
      """
  }

  static func part(
    _ name: String, extensions: [String] = [], members: String = "", items: String
  ) -> String {
    questionnaire(
      name, "assemble-child", extensions: extensions, members: members, items: items)
  }

  static func root(extensions: [String] = [], members: String = "", items: String) -> String {
    questionnaire(
      "root", "assemble-root", extensions: extensions, members: members, items: items)
  }

  /// An item that stands for a part.
  static func placeholder(
    _ reference: String, linkId: String = "p", extensions: [String] = [], members: String = ""
  ) -> String {
    let own = #"{"url":"\#(sdc)subQuestionnaire","valueCanonical":"\#(reference)"}"#
    let all = ([own] + extensions).joined(separator: ",")
    return #"{"linkId":"\#(linkId)","type":"display",\#(members)"extension":[\#(all)]}"#
  }

  static func question(_ linkId: String) -> String {
    #"{"linkId":"\#(linkId)","type":"string"}"#
  }

  static func group(_ linkId: String, extensions: [String] = [], _ items: String...) -> String {
    let own =
      extensions.isEmpty ? "" : #""extension":[\#(extensions.joined(separator: ","))],"#
    return
      #"{"linkId":"\#(linkId)","type":"group",\#(own)"item":[\#(items.joined(separator: ","))]}"#
  }

  static func variable(_ name: String, _ expression: String) -> String {
    #"{"url":"\#(core)variable","valueExpression":{"name":"\#(name)","#
      + #""language":"text/fhirpath","expression":"\#(expression)"}}"#
  }

  static func context(_ name: String) -> String {
    #"{"url":"\#(sdc)assembleContext","valueString":"\#(name)"}"#
  }

  static func launchContext(_ name: String, _ type: String = "Patient") -> String {
    #"{"url":"\#(sdc)launchContext","extension":[{"url":"name","valueCoding":{"code":"\#(name)"}},"#
      + #"{"url":"type","valueCode":"\#(type)"}]}"#
  }

  /// The questionnaire of `root.json`, assembled with the parts in the other files.
  static func assembled(_ files: [String: String]) throws -> Questionnaire {
    try Folder(files).library().questionnaire(file: "root.json")
  }

  /// What is wrong with the questionnaire of `root.json`, with what to do left out.
  static func problems(_ files: [String: String]) throws -> [String] {
    try Folder(files).library().problems().map {
      "\($0)".split(separator: ";")[0].description
    }
  }

  /// The linkIds of items and of all within them, with the depth as dots before them.
  static func linkIds(_ items: [QuestionnaireItem], depth: Int = 0) -> [String] {
    items.flatMap {
      [String(repeating: ".", count: depth) + ($0.linkId ?? "–")]
        + linkIds($0.items, depth: depth + 1)
    }
  }

  static func json(_ node: JSONNode?) -> String? { node.map { JSONWriter(.compact).text(of: $0) } }
}
