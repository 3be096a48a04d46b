import FHIR

/// Two questions of which any yes is recorded, and a last one with a page for each answer: a small
/// form of the shape that screens for danger have.
enum CrisisForm {
  static let own = "https://intake.example/fhir/StructureDefinition/"

  /// A text that is a page of help.
  static func page(_ linkId: String, _ moment: HelpPageMoment, _ rest: String) -> String {
    #"""
    {"linkId":"\#(linkId)","type":"display","text":"The page \#(linkId).","extension":[
      {"url":"\#(own)help-page","valueCode":"crisis"},
      {"url":"\#(own)help-page-moment","valueCode":"\#(moment.rawValue)"}],\#(rest)}
    """#
  }

  /// One of several conditions.
  static func condition(_ question: String, _ operation: String, _ value: Bool) -> String {
    #"{"question":"\#(question)","operator":"\#(operation)","answerBoolean":\#(value)}"#
  }

  static func any(_ conditions: String...) -> String {
    #""enableBehavior":"any","enableWhen":[\#(conditions.joined(separator: ","))]"#
  }

  static let items = #"""
    [{"linkId":"one","text":"One?","type":"boolean"},
     {"linkId":"two","text":"Two?","type":"boolean"},
     \#(page("positive", .record, any(condition("one", "=", true), condition("two", "=", true)))),
     {"linkId":"last","type":"group",
      \#(any(
        condition("one", "=", true), condition("one", "exists", false),
        condition("two", "=", true), condition("two", "exists", false))),
      "item":[
       {"linkId":"now","text":"Now?","type":"boolean"},
       \#(page("acute", .inTurn, any(condition("now", "=", true), condition("now", "exists", false)))),
       \#(page("calm", .inTurn, any(condition("now", "=", false))))]},
     {"linkId":"after","text":"After?","type":"string"}]
    """#
}
