import FHIR
import FormFiller
import Library
import Testing

@testable import Interview

/// A shop with more paints than anybody reads: a vocabulary, and forms that ask for its names.
enum PaintShop {
  /// Paints with the names that people use for them, and what they take them for.
  static let concepts: [String] =
    [
      #"{"code":"sienna","display":"Sienna","designation":[{"value":"Terra Rossa"},{"value":"Burnt Sienna"}]}"#,
      #"{"code":"ochre","display":"Ochre"}"#,
      #"{"code":"ochre-sienna","display":"Ochre with sienna","designation":[{"value":"Duocrom"}]}"#,
      #"{"code":"verdigris","display":"Verdigris","designation":[{"value":"Vert-de-gris"}]}"#,
      #"{"code":"cafe","display":"Café brûlé"}"#,
      #"{"code":"jade","display":"翡翠","designation":[{"value":"Jade"}]}"#,
      #"{"code":"titanium","display":"Titanium white","designation":[{"value":"TiO2"}]}"#,
      #"{"code":"johns","display":"St. John’s blue"}"#,
      // A code: whatever the name.
      #"{"code":"umber","display":"Umber","designation":[{"value":"Raw Umber"}],"property":[{"code":"look-alike","valueCode":"amber"}]}"#,
      #"{"code":"amber","display":"Amber","property":[{"code":"look-alike","valueCode":"umber"}]}"#,
      // Names: those that are named on both sides.
      #"{"code":"cerulean","display":"Cerulean","designation":[{"value":"Celina"}],"property":[{"code":"look-alike","valueString":"Selina"}]}"#,
      #"{"code":"cyanine","display":"Cyanine","designation":[{"value":"Selina"}],"property":[{"code":"look-alike","valueString":"Celina"}]}"#,
      // Two names of one paint, and a name that the shop does not have.
      #"{"code":"lake","display":"Lake","designation":[{"value":"LakeSlow"}],"property":[{"code":"look-alike","valueString":"LakeSlow"},{"code":"look-alike","valueString":"Lake"}]}"#,
      #"{"code":"sepia","display":"Sepia","property":[{"code":"look-alike","valueString":"Sepiola"}]}"#,
    ] + (1...40).map { #"{"code":"shade-\#($0)","display":"Shade \#($0)"}"# }

  static let library: Library = {
    let system = """
      {"resourceType":"CodeSystem","url":"urn:paints","content":"complete",
       "concept":[\(concepts.joined(separator: ","))]}
      """
    let set = #"""
      {"resourceType":"ValueSet","url":"urn:all","compose":{"include":[{"system":"urn:paints"}]}}
      """#
    do {
      return Library(resources: [try JSONDocument(system).root, try JSONDocument(set).root])
    } catch {
      preconditionFailure("The paints are not well written: \(error)")
    }
  }()

  /// A form whose items are given as JSON.
  static func form(_ items: String) throws -> Form {
    let questionnaire = try #require(
      Questionnaire(
        try JSONDocument(
          #"{"resourceType":"Questionnaire","url":"urn:form","status":"active","item":[\#(items)]}"#
        ).root))
    return Form(questionnaire) { try library.concepts(ofValueSet: $0, in: questionnaire) }
  }

  static let own = "https://intake.example/fhir/StructureDefinition/"

  private static func option(_ code: String, _ display: String, _ words: String...) -> String {
    let known = words.map { #"{"url":"\#(own)known-words","valueString":"\#($0)"}"# }
    return #"{"valueCoding":{"system":"urn:often","code":"\#(code)","display":"\#(display)"},"#
      + #""extension":[\#(known.joined(separator: ","))]}"#
  }

  /// Rows of paints, each of which can be typed in one line.
  static func rows(nameType: String = #""open-choice","answerValueSet":"urn:all""#) -> String {
    let how = [
      option("daily", "Once a day", "daily", "every day", "every 24 hours"),
      option("twice", "Two times a day", "twice a day", "b.i.d.", "2 times a day, bid"),
      option("needed", "Only when I need it", "as needed", "PRN"),
      option("other", "In another way"),
    ].joined(separator: ",")
    let units = [
      ("mL", "mL"), ("L", "L"), ("{can}", "cans"), ("mL/h", "mL/h"),
    ].map { Question.unit($0.0, $0.1) }.joined(separator: ",")
    return #"""
      {"linkId":"any","text":"Any?","type":"boolean"},
      {"linkId":"paint","text":"One paint","type":"group","repeats":true,
       "extension":[{"url":"\#(own)one-line-row","valueBoolean":true}],
       "enableWhen":[{"question":"any","operator":"=","answerBoolean":true}],
       "item":[
        {"linkId":"paint.name","text":"Which paint?","type":\#(nameType),"required":true,"maxLength":120,
         "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/entryFormat",
                       "valueString":"Like Ochre 20 mL twice a day for the door."}]},
        {"linkId":"paint.amount","text":"How much each time?","type":"quantity","extension":[\#(units)]},
        {"linkId":"paint.size","text":"How much is one can?","type":"quantity",
         "extension":[\#(Question.unit("mL", "mL"))],
         "enableWhen":[{"question":"paint.amount","operator":"=",
          "answerQuantity":{"value":2,"unit":"cans","system":"http://unitsofmeasure.org","code":"{can}"}}]},
        {"linkId":"paint.often","text":"How often?","type":"choice","answerOption":[\#(how)]},
        {"linkId":"paint.most","text":"How often at most?","type":"integer",
         "enableWhen":[{"question":"paint.often","operator":"=","answerCoding":{"system":"urn:often","code":"needed"}}]},
        {"linkId":"paint.kind","text":"Which kinds of brush?","type":"choice","repeats":true,
         "answerOption":[\#(option("flat", "Flat brush")),\#(option("round", "Round brush")),
          {"valueCoding":{"system":"urn:often","code":"none","display":"No brush"},
           "extension":[{"url":"\#(Question.url)questionnaire-optionExclusive","valueBoolean":true}]}]},
        {"linkId":"paint.what","text":"What for?","type":"string","maxLength":60,
         "extension":[{"url":"\#(own)line-lead","valueString":"for"}]},
        {"linkId":"paint.sum","text":"Sum","type":"decimal","readOnly":true,
         "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-hidden","valueBoolean":true}]}]},
      {"linkId":"end","text":"End?","type":"boolean"}
      """#
  }
}
