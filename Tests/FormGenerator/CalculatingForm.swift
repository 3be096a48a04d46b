import FHIR

/// A form of which many items are worked out from several others each: by default 420 items with 80
/// calculations of five answers.
public enum CalculatingForm {
  /// The questionnaire.
  public static func document(
    itemCount: Int = 420, calculationCount: Int = 80, reads: Int = 5
  ) -> JSONDocument {
    JSONBuilder.object { root in
      root.add("resourceType", "Questionnaire")
      root.add("url", "https://example.org/calculating")
      root.add("status", "active")
      root.addArray("item") { items in
        let questionCount = itemCount - calculationCount
        for question in 0..<questionCount {
          items.addObject { item in
            item.add("linkId", "q\(question)")
            item.add("text", "Question \(question)?")
            item.add("type", "integer")
          }
        }
        for number in 0..<calculationCount {
          let parts = (0..<reads).map { part in
            let question = (number * reads + part) % questionCount
            return "%resource.descendants().where(linkId = 'q\(question)').answer.value"
          }
          add(number, parts.map { "iif(\($0).exists(), \($0), 0)" }, to: &items)
        }
      }
    }
  }

  private static func add(_ number: Int, _ parts: [String], to items: inout JSONBuilder) {
    items.addObject { item in
      item.add("linkId", "c\(number)")
      item.add("text", "Total \(number)")
      item.add("type", "integer")
      item.add("readOnly", true)
      item.addArray("extension") { extensions in
        extensions.addObject { calculation in
          calculation.add("url", ExtensionURL.calculatedExpression.rawValue)
          calculation.addObject("valueExpression") { expression in
            expression.add("language", "text/fhirpath")
            expression.add("expression", parts.joined(separator: " + "))
          }
        }
      }
    }
  }
}
