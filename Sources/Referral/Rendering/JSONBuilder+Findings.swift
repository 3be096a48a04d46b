import FHIR
import FormFiller
import Library
import Rules

/// What came of the rules.
extension JSONBuilder {
  mutating func addFindings(_ findings: SummaryFindings?) {
    guard let findings else { return }
    addObject("findings") { object in
      object.add("rules", findings.ruleCount)
      object.add("notReviewed", findings.unreviewedCount)
      object.addArray("raised") { array in
        for finding in findings.raised {
          array.addObject { object in
            object.addRule(finding.rule)
            object.addInputs("quotes", finding.quotes)
          }
        }
      }
      object.addArray("notAssessed") { array in
        for finding in findings.notAssessed {
          array.addObject { object in
            object.addIfPresent("unassessedText", finding.unassessedText)
            object.addRule(finding.rule)
            object.addInputs("missing", finding.missing)
          }
        }
      }
      object.addFailed(findings.failed)
      object.addArray("notRaised") { array in
        for rule in findings.notRaised { array.addObject { $0.addIdentity(of: rule) } }
      }
      object.addNames("withheld", findings.withheld.map(\.rawValue))
    }
  }

  private mutating func addFailed(_ findings: [Finding]) {
    addArray("failed") { array in
      for finding in findings {
        guard case .failed(let reason) = finding.outcome else { continue }
        array.addObject { object in
          object.add("reason", reason)
          object.addRule(finding.rule)
        }
      }
    }
  }

  private mutating func addRule(_ rule: Rule) {
    add("level", rule.level.rawValue)
    add("line", rule.line)
    add("text", rule.text)
    addObject("rule") { object in
      object.addIdentity(of: rule)
      object.add("title", rule.title)
      object.addNames("audiences", rule.audiences.map(\.rawValue).sorted())
      if let group = rule.group { object.addObject("group") { $0.addMembers(of: group) } }
      if case .approved(let reviewer, let day) = rule.review {
        object.addObject("reviewed") { review in
          review.add("by", reviewer)
          review.add("on", day.description)
        }
      }
    }
    addIfPresent("logic", rule.logic)
    addIfPresent("limits", rule.limits)
    addArray("basis") { array in
      for basis in rule.basis { array.addObject { $0.addMembers(of: basis) } }
    }
  }

  private mutating func addIdentity(of rule: Rule) {
    add("id", rule.id)
    add("url", rule.url)
    addIfPresent("version", rule.version)
  }

  private mutating func addMembers(of basis: Rule.Basis) {
    add("label", basis.label)
    addIfPresent("citation", basis.citation)
    addIfPresent("url", basis.url)
    addIfPresent("drug", basis.drug)
    addIfPresent("route", basis.route)
    addIfPresent("indication", basis.indication)
    addIfPresent("year", basis.year)
    addIfPresent("strength", basis.strength)
  }

  private mutating func addInputs(_ name: String, _ inputs: [RuleInput]) {
    addArray(name) { array in
      for input in inputs {
        array.addObject { object in
          if !input.linkId.isEmpty { object.add("linkId", input.linkId) }
          object.add("label", input.label)
          object.add("question", input.text)
          object.add("state", input.state.rawValue)
          object.addNames("answers", input.answers)
        }
      }
    }
  }
}
