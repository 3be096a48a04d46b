import FHIR
import FormFiller
import Library
import Rules
import Testing

/// Rules for tests.
enum TestRules {
  /// A rule.
  struct Definition {
    var id: String
    var level: String
    var condition: String
    var line: String
    var group: String?
    var quote: String?
    var notAnswered: String?
    var notAsked: String?

    init(
      _ id: String, _ level: String, _ condition: String, line: String? = nil,
      group: String? = nil, quote: String? = nil, notAnswered: String? = nil,
      notAsked: String? = nil
    ) {
      self.id = id
      self.level = level
      self.condition = condition
      self.line = line ?? "The line of \(id)"
      self.group = group
      self.quote = quote
      self.notAnswered = notAnswered
      self.notAsked = notAsked
    }
  }

  /// The condition that a question was answered with yes.
  static func isYes(_ linkId: String) -> String {
    "%resource.descendants().where(linkId = '\(linkId)').answer.value = true"
  }

  /// The rules of a form; those named are reviewed.
  static func book(
    _ definitions: [Definition], for form: Form, reviewed: Set<String> = []
  ) throws -> RuleBook {
    let day = try #require(PartialDate("2025-05-01"))
    return RuleBook(try definitions.map { try $0.planDefinition() }, for: form) { definition in
      reviewed.contains(definition.id ?? "") ? .approved(by: "Dr. Example", on: day) : .draft
    }
  }
}

extension TestRules.Definition {
  fileprivate func planDefinition() throws -> PlanDefinition {
    let document = JSONBuilder.object { root in
      root.add("resourceType", "PlanDefinition")
      root.add("id", id)
      root.add("url", "https://example.org/rule/\(id)")
      root.add("version", "3")
      root.add("title", "The title of \(id)")
      root.add("status", "draft")
      root.add("description", "The logic of \(id).")
      root.add("usage", "The limits of \(id).")
      root.addArray("extension") { addUnassessed(to: &$0) }
      root.addArray("relatedArtifact") { addBasis(to: &$0) }
      root.addArray("action") { $0.addObject { addAction(to: &$0) } }
    }
    return try #require(PlanDefinition(document.root))
  }

  private func addUnassessed(to array: inout JSONBuilder) {
    array.addObject { element in
      element.add("url", ExtensionURL.unassessedText.rawValue)
      element.addArray("extension") { parts in
        for (url, text) in [("not-answered", notAnswered), ("not-asked", notAsked)] {
          guard let text else { continue }
          parts.addObject { part in
            part.add("url", url)
            part.add("valueString", text)
          }
        }
      }
    }
  }

  private func addBasis(to array: inout JSONBuilder) {
    array.addObject { artifact in
      artifact.addArray("extension") { extensions in
        extensions.addObject { element in
          element.add("url", ExtensionURL.basis.rawValue)
          element.addArray("extension") { parts in
            for name in ["drug", "route", "indication", "year", "strength"] {
              parts.addObject { part in
                part.add("url", name)
                part.add("valueString", "the \(name)")
              }
            }
          }
        }
      }
      artifact.add("type", "citation")
      artifact.add("label", "The source of \(id)")
      artifact.add("citation", "The citation of \(id)")
      artifact.add("url", "https://example.org/source/\(id)")
    }
  }

  private func addAction(to action: inout JSONBuilder) {
    action.add("title", line)
    action.add("description", "The text of \(id).")
    action.addArray("code") { codes in
      let all = [("finding-level", level), ("finding-audience", "clinician")]
      for (system, code) in all + (group.map { [("finding-group", $0)] } ?? []) {
        codes.addObject { concept in
          concept.addArray("coding") { codings in
            codings.addObject { coding in
              coding.add("system", "https://intake.example/fhir/CodeSystem/\(system)")
              coding.add("code", code)
            }
          }
        }
      }
    }
    action.addArray("condition") { conditions in
      conditions.addObject { element in
        element.add("kind", "applicability")
        element.addObject("expression") { addExpression(condition, to: &$0) }
      }
    }
    guard let quote else { return }
    action.addArray("dynamicValue") { values in
      values.addObject { element in
        element.add("path", "quote")
        element.addObject("expression") { addExpression(quote, to: &$0) }
      }
    }
  }

  private func addExpression(_ text: String, to builder: inout JSONBuilder) {
    builder.add("language", "text/fhirpath")
    builder.add("expression", text)
  }
}
