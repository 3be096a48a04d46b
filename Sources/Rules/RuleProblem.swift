import FHIR
import FHIRPath

/// Something in a rule that cannot be right.
public struct RuleProblem: Sendable, Equatable, CustomStringConvertible {
  /// The id of the rule, if it has one.
  public let rule: String?
  /// What is wrong.
  public let kind: Kind
  /// The name of the file that the rule is from.
  public let file: String?
  /// Where in the file.
  public let position: SourcePosition

  init(_ kind: Kind, rule: PlanDefinition, at node: JSONNode?) {
    self.rule = rule.id
    self.kind = kind
    file = rule.node.fileName
    position = (node ?? rule.node).position
  }

  /// What is wrong.
  public enum Kind: Error, Sendable, Equatable {
    /// A member that every rule needs is not there.
    case missing(Part)
    /// There is not exactly one action.
    case actionCount(Int)
    /// The level is none that there is.
    case unknownLevel(String)
    /// The audience is none that there is.
    case unknownAudience(String)
    /// The condition is in another language than FHIRPath.
    case language
    /// The expression is no FHIRPath.
    case expression(FHIRPathError)
    /// The expression reads a question that no questionnaire of the library asks.
    case unknownItem(linkId: String)
    /// The expression may read any answer, so that nobody can tell what it needs.
    case readsEverything
    /// The expression reads no answer at all.
    case readsNothing
    /// The expression uses a variable that the form does not define.
    case unknownVariable(String)
    /// The expression asks about a value set that is not here; the text says why.
    case valueSet(String, reason: String)
    /// Something in the expression is likely not meant.
    case lint(String)
    /// Another rule has the same id.
    case duplicateId

    /// A member that every rule needs.
    public enum Part: String, Sendable {
      /// `id`
      case id
      /// `url`
      case url
      /// `version`
      case version
      /// `title`
      case title
      /// `description`: the logic in plain words
      case logic = "description"
      /// `usage`: why the rule may not apply
      case limits = "usage"
      /// `relatedArtifact` of type `citation`
      case basis = "relatedArtifact"
      /// `action.title`: the finding in a line
      case line = "action.title"
      /// `action.description`: the finding for the clinician
      case text = "action.description"
      /// A code of the code system `finding-level` in `action.code`
      case level = "action.code of finding-level"
      /// A code of the code system `finding-audience` in `action.code`
      case audience = "action.code of finding-audience"
      /// `action.condition` of kind `applicability`
      case condition = "action.condition"
    }
  }

  /// The problem in words: where, what and how to mend it.
  public var description: String { "\(rule.map { "rule '\($0)': " } ?? "")\(kind.text)" }
}

extension RuleProblem.Kind {
  var text: String {
    switch self {
    case .missing(let part): "it has no \(part.rawValue); every rule needs one"
    case .actionCount(let count): "it has \(count) actions; a rule has one"
    case .unknownLevel(let code):
      "there is no level '\(code)'; use one of "
        + FindingLevel.allCases.map(\.rawValue).joined(separator: ", ")
    case .unknownAudience(let code):
      "there is no audience '\(code)'; use "
        + FindingAudience.allCases.map(\.rawValue).joined(separator: ", ")
    case .language: "its expression is not in FHIRPath (text/fhirpath); write it so"
    case .expression(let error): "its expression cannot be used: \(error)"
    case .unknownItem(let linkId):
      "it reads linkId '\(linkId)', which no questionnaire with a role has; "
        + "correct the linkId, or ask the question"
    case .readsEverything:
      "its expression may read any answer; name the questions with where(linkId = '…')"
    case .readsNothing: "its expression reads no answer; name the questions that it looks at"
    case .unknownVariable(let name): "it uses %\(name), which the form does not define"
    case .valueSet(let url, let reason):
      "it asks about the value set \(url), which cannot be used: \(reason)"
    case .lint(let text): "its expression: \(text)"
    case .duplicateId: "another rule has the same id; give each its own"
    }
  }
}
