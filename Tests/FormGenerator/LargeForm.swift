import FHIR

/// A form as large as any that is in use: by default 10,000 items, of which 2,000 have a condition,
/// in about 75,000 lines of JSON.
public enum LargeForm {
  /// The questionnaire as text, one member a line.
  ///
  /// Each section holds 100 items: blocks of ten questions, two of which are asked only after "yes"
  /// to the first of the block.
  public static func text(itemCount: Int = 10_000) -> String {
    JSONWriter(.indented).text(of: document(itemCount: itemCount).root)
  }

  /// The questionnaire.
  ///
  /// - Parameter calculations: how many blocks of each section have a sum of two answers of theirs in
  ///   place of one question; with any, sections are repeating groups.
  public static func document(itemCount: Int = 10_000, calculations: Int = 0) -> JSONDocument {
    JSONBuilder.object { root in
      root.add("resourceType", "Questionnaire")
      root.add("url", "https://example.org/large")
      root.add("status", "active")
      root.addArray("item") { sections in
        for section in 0..<itemCount / 100 { addSection(section, calculations, to: &sections) }
      }
    }
  }

  /// The linkId of the question that opens two others.
  public static func gate(section: Int, block: Int) -> String { "s\(section).b\(block).q0" }

  private static func addSection(
    _ section: Int, _ calculations: Int, to sections: inout JSONBuilder
  ) {
    sections.addObject { group in
      group.add("linkId", "s\(section)")
      group.add("text", "Section \(section)")
      group.add("type", "group")
      if calculations > 0 {
        group.add("repeats", true)
        group.addArray("extension") { extensions in
          extensions.addObject { variable in
            variable.add("url", ExtensionURL.variable.rawValue)
            addExpression("%context", name: "section", to: &variable)
          }
        }
      }
      group.addArray("item") { items in
        for block in 0..<10 {
          // The section itself is one of its hundred items.
          for question in 0..<(block == 9 ? 9 : 10) {
            if question == 2, block < calculations {
              addSum(ofBlock: block, in: section, to: &items)
            } else {
              add(question, ofBlock: block, in: section, to: &items)
            }
          }
        }
      }
    }
  }

  private static func addSum(ofBlock block: Int, in section: Int, to items: inout JSONBuilder) {
    items.addObject { item in
      item.add("linkId", "s\(section).b\(block).q2")
      item.add("text", "Sum of block \(block) in section \(section)")
      item.add("type", "decimal")
      item.add("readOnly", true)
      item.addArray("extension") { extensions in
        extensions.addObject { calculation in
          calculation.add("url", ExtensionURL.calculatedExpression.rawValue)
          let parts = [block, block + 1].map {
            "%section.item.where(linkId = 's\(section).b\($0).q6').answer.value"
          }
          addExpression("(\(parts[0])).combine(\(parts[1])).sum()", to: &calculation)
        }
      }
    }
  }

  private static func addExpression(
    _ text: String, name: String? = nil, to parent: inout JSONBuilder
  ) {
    parent.addObject("valueExpression") { expression in
      if let name { expression.add("name", name) }
      expression.add("language", "text/fhirpath")
      expression.add("expression", text)
    }
  }

  private static func add(
    _ question: Int, ofBlock block: Int, in section: Int, to items: inout JSONBuilder
  ) {
    let types = [
      "boolean", "string", "integer", "boolean", "date", "text", "decimal", "display", "boolean",
      "time",
    ]
    items.addObject { item in
      item.add("linkId", "s\(section).b\(block).q\(question)")
      item.add("text", "Question \(question) of block \(block) in section \(section)?")
      item.add("type", types[question])
      if question == 3 || question == 6 {
        item.addArray("enableWhen") { conditions in
          conditions.addObject { condition in
            condition.add("question", gate(section: section, block: block))
            condition.add("operator", "=")
            condition.add("answerBoolean", true)
          }
        }
      }
      if types[question] == "integer" {
        item.addArray("extension") { extensions in
          extensions.addObject { bound in
            bound.add("url", ExtensionURL.minValue.rawValue)
            bound.add("valueInteger", 0)
          }
          extensions.addObject { bound in
            bound.add("url", ExtensionURL.maxValue.rawValue)
            bound.add("valueInteger", 10)
          }
        }
      }
    }
  }
}
