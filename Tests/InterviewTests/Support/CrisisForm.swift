/// Two questions of which any yes is recorded, and a last one with a page for each answer: a small
/// form of the shape that screens for danger have.
enum CrisisForm {
  private static let own = "https://intake.example/fhir/StructureDefinition/"

  private static func page(_ linkId: String, _ moment: String, _ conditions: String...) -> String {
    #"""
    {"linkId":"\#(linkId)","type":"display","text":"The page \#(linkId).","extension":[
      {"url":"\#(own)help-page","valueCode":"crisis"},
      {"url":"\#(own)help-page-moment","valueCode":"\#(moment)"},
      {"url":"\#(own)attended-text","valueString":"Somebody comes to you (\#(linkId))."}],
     \#(any(conditions))}
    """#
  }

  private static func any(_ conditions: [String]) -> String {
    #""enableBehavior":"any","enableWhen":[\#(conditions.joined(separator: ","))]"#
  }

  private static func condition(_ question: String, _ operation: String, _ value: Bool) -> String {
    #"{"question":"\#(question)","operator":"\#(operation)","answerBoolean":\#(value)}"#
  }

  static let items = #"""
    {"linkId":"one","text":"One?","type":"boolean"},
    {"linkId":"two","text":"Two?","type":"boolean"},
    \#(page("positive", "record", condition("one", "=", true), condition("two", "=", true))),
    {"linkId":"last","type":"group",
     \#(any([
       condition("one", "=", true), condition("one", "exists", false),
       condition("two", "=", true), condition("two", "exists", false),
     ])),
     "item":[
      {"linkId":"now","text":"Now?","type":"boolean"},
      \#(page("acute", "in-turn", condition("now", "=", true), condition("now", "exists", false))),
      \#(page("calm", "in-turn", condition("now", "=", false)))]},
    {"linkId":"after","text":"After?","type":"string"}
    """#
}
