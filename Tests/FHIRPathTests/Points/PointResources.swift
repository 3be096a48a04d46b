import FHIR
import FHIRPath

/// Small resources that the tables of cases are evaluated on.
enum PointResources {
  static let patient = tree(
    """
    {"resourceType":"Patient","id":"p1","active":true,"gender":"female","birthDate":"1974-12-25",
     "_birthDate":{"extension":[{"url":"http://example.org/time","valueDateTime":"1974-12-25T14:35:45-05:00"}]},
     "identifier":[{"system":"urn:oid:1.2","value":"12345"}],
     "name":[
      {"use":"official","family":"Chalmers","given":["Peter","James"]},
      {"use":"usual","given":["Jim"]},
      {"use":"old","family":"Chalmers","given":["James","Peter"]}],
     "_gender":{"id":"g1"},
     "_deceasedBoolean":{"extension":[{"url":"http://example.org/why","valueString":"unknown"}]},
     "contact":[{"name":{"_family":{"extension":[{"url":"http://example.org/absent","valueCode":"masked"}]},
       "given":[null,"Ann"],"_given":[{"extension":[{"url":"http://example.org/absent","valueCode":"masked"}]},null]}}]}
    """)

  static let observation = tree(
    """
    {"resourceType":"Observation","id":"o1","status":"final",
     "code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}],"text":"Weight"},
     "subject":{"reference":"Patient/p1"},"effectiveDateTime":"2020-01",
     "valueQuantity":{"value":185,"unit":"lbs","system":"http://unitsofmeasure.org","code":"[lb_av]"},
     "component":[
      {"code":{"text":"length"},"valueQuantity":{"value":2,"unit":"years","system":"http://unitsofmeasure.org","code":"a"}},
      {"code":{"text":"count"},"valueInteger":2},
      {"code":{"text":"other unit"},"valueQuantity":{"value":3,"unit":"tablets"}},
      {"code":{"text":"other system"},"valueQuantity":{"value":3,"system":"http://example.org","code":"kg"}}]}
    """)

  static let condition = tree(
    """
    {"resourceType":"Condition","onsetAge":{"value":40,"system":"http://unitsofmeasure.org","code":"a"},
     "subject":{"reference":"#p"},
     "contained":[{"resourceType":"Patient","id":"p","generalPractitioner":[{"reference":"#d"},{"reference":"#"}]},
      {"resourceType":"Practitioner","id":"d","active":false}],
     "evidence":[{"detail":[{"reference":"Observation/o1"},{"reference":"#missing"},{"display":"on paper"}]}]}
    """)

  static let response = tree(
    """
    {"resourceType":"QuestionnaireResponse","status":"completed","item":[
      {"linkId":"mood","item":[
        {"linkId":"low","answer":[{"valueCoding":{"system":"http://example.org/often","code":"never",
          "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":1}]}}]},
        {"linkId":"tired","answer":[{"valueCoding":{"system":"http://example.org/often","code":"daily",
          "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/itemWeight","valueDecimal":1.0}]}}]}]},
      {"linkId":"tablet","item":[{"linkId":"dose","answer":[{"valueInteger":2}]}]},
      {"linkId":"tablet","item":[{"linkId":"dose","answer":[{"valueInteger":2}]}]},
      {"linkId":"numbers","answer":[{"valueInteger":2},{"valueInteger":3}]},
      {"linkId":"text","answer":[{"valueString":"none","item":[
        {"linkId":"why","answer":[{"valueString":"no need"}]}]}]},
      {"linkId":"declined","answer":[{"extension":[
        {"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"asked-declined"}]}]}]}
    """)

  static func tree(_ text: String) -> ResourceTree {
    do {
      return ResourceTree(try JSONDocument(text))
    } catch {
      fatalError("the resource is not JSON: \(error)")
    }
  }
}
