import FHIR
import FHIRPath

/// A questionnaire response with answers of several types.
enum SampleResponse {
  static func tree() throws -> ResourceTree {
    ResourceTree(
      try JSONDocument(
        """
        {"resourceType":"QuestionnaireResponse","status":"completed",
         "authored":"2026-02-28T17:05:00-05:00","item":[
          {"linkId":"amounts","answer":[{"valueDecimal":1.50},{"valueDecimal":2.25}]},
          {"linkId":"counts","answer":[{"valueInteger":4},{"valueInteger":4},{"valueInteger":1}]},
          {"linkId":"weights","answer":[
            {"valueQuantity":{"value":60,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}},
            {"valueQuantity":{"value":40.5,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}}]},
          {"linkId":"days","answer":[{"valueDate":"2020-05-01"},{"valueDate":"2019-12-31"}]},
          {"linkId":"words","answer":[{"valueString":"beta"},{"valueString":"alpha"}]},
          {"linkId":"pair","item":[
            {"linkId":"row","answer":[{"valueBoolean":true}]},
            {"linkId":"row","answer":[{"valueBoolean":true}]}]},
          {"linkId":"silent"}]}
        """))
  }
}
