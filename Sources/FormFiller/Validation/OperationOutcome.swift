import FHIR

/// What is wrong with a response, as FHIR says it (R4, OperationOutcome).
public struct OperationOutcome: Sendable {
  /// The system of the codes of the issues.
  public static let codeSystem = "http://fhir.forms-lab.com/CodeSystem/errors"

  /// The issues.
  public let issues: [ResponseIssue]

  /// Makes an outcome of issues; without any it says that all is well.
  public init(_ issues: [ResponseIssue]) { self.issues = issues }

  /// The outcome as JSON.
  public var document: JSONDocument {
    JSONBuilder.object { root in
      root.add("resourceType", "OperationOutcome")
      root.addArray("issue") { list in
        if issues.isEmpty { addAllWell(to: &list) }
        for issue in issues { add(issue, to: &list) }
      }
    }
  }

  // An outcome holds at least one issue.
  private func addAllWell(to list: inout JSONBuilder) {
    list.addObject { element in
      element.add("severity", "information")
      element.add("code", "informational")
      element.addObject("details") { $0.add("text", "The response fits its questionnaire.") }
    }
  }

  private func add(_ issue: ResponseIssue, to list: inout JSONBuilder) {
    list.addObject { element in
      element.add("severity", issue.severity.rawValue)
      element.add("code", issue.code.typeCode)
      element.addObject("details") { details in
        details.addArray("coding") { codings in
          codings.addObject { coding in
            coding.add("system", Self.codeSystem)
            coding.add("code", issue.code.rawValue)
          }
        }
        details.add("text", issue.details)
      }
      if let linkId = issue.linkId {
        element.addArray("location") { $0.add(nil, "linkId='\(linkId)'") }
      }
      element.addArray("expression") { $0.add(nil, issue.expression) }
    }
  }
}

extension IssueCode {
  /// The kind of issue (R4 value set `issue-type`).
  fileprivate var typeCode: String {
    switch self {
    case .required, .minCount: "required"
    case .invalidLinkId, .invalidType, .invalidAnswerType, .displayAnswer,
      .groupShouldNotHaveAnswers, .emptyAnswer, .repeats, .maxCount:
      "structure"
    case .invalidAnswerOption, .invalidCoding, .invalidUnit, .invalidUnitValueSet: "code-invalid"
    case .questionnaireDraft, .questionnaireRetired, .questionnaireInactive, .notEnabled,
      .exclusiveAnswerOption:
      "business-rule"
    case .invariant: "invariant"
    case .notEvaluated, .invariantExecution: "not-supported"
    default: "value"
    }
  }
}
