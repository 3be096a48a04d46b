import FHIR

/// A form in English that is partly in Spanish.
enum SpanishForm {
  static let core = "http://hl7.org/fhir/StructureDefinition/"
  static let sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
  static let own = "https://intake.example/fhir/StructureDefinition/"

  /// The member beside `name` with its translation.
  static func translated(_ name: String, _ text: String, _ language: String = "es") -> String {
    #""_\#(name)":{"extension":[{"url":"\#(core)translation","extension":["#
      + #"{"url":"lang","valueCode":"\#(language)"},{"url":"content","valueString":"\#(text)"}]}]}"#
  }

  /// A member with its translation.
  static func both(_ name: String, _ english: String, _ spanish: String) -> String {
    #""\#(name)":"\#(english)",\#(translated(name, spanish))"#
  }

  static func option(_ code: String, _ english: String, _ spanish: String) -> String {
    #"{"valueCoding":{"code":"\#(code)",\#(both("display", english, spanish))}}"#
  }

  static func display(_ linkId: String, _ control: String, _ english: String, _ spanish: String)
    -> String
  {
    #"""
    {"linkId":"\#(linkId)","type":"display",\#(both("text", english, spanish)),"extension":[
      {"url":"\#(core)questionnaire-itemControl",
       "valueCodeableConcept":{"coding":[{"code":"\#(control)"}]}}]}
    """#
  }

  static let items = #"""
    {"linkId":"s","type":"group",\#(both("text", "About you", "Sobre usted")),"item":[
      {"linkId":"intro","type":"display",\#(both("text", "Read on.", "Siga leyendo."))},
      {"linkId":"where","type":"choice",\#(both("prefix", "A.", "Uno.")),
       \#(both("text", "Where does it hurt?", "¿Dónde le duele?")),"repeats":true,
       "extension":[
         {"url":"\#(sdc)shortText",\#(both("valueString", "Place", "Lugar"))},
         {"url":"\#(core)entryFormat",\#(both("valueString", "Choose.", "Elija."))},
         {"url":"\#(own)why-asked",\#(both("valueString", "To plan.", "Para planear."))}],
       "answerOption":[\#(option("b", "Back", "Espalda")),\#(option("k", "Knee", "Rodilla")),
         {"valueString":"Head",\#(translated("valueString", "Cabeza"))}],
       "item":[\#(display("help", "help", "Point at it.", "Señálelo."))]},
      {"linkId":"dose","type":"quantity",\#(both("text", "How much?", "¿Cuánto?")),
       "extension":[{"url":"\#(core)questionnaire-unitOption","valueCoding":{
         "code":"{tablet}",\#(both("display", "tablets", "pastillas"))}}]},
      {"linkId":"age","type":"integer","text":"How old are you?"},
      {"linkId":"end","type":"boolean",\#(both("text", "Anything else?", "¿Algo más?"))}]}
    """#
}
