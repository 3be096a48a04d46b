import FHIR

/// What an item can name in its expressions, as far as assembly has to know.
///
/// Scopes are linked and not copied: there may be many variables and many items that add one.
final class AssemblyScope: Sendable {
  /// The name of the variable that is put before the linkIds of a part.
  static let prefixName = "linkIdPrefix"

  /// What a name stands for.
  struct Variable {
    let expression: String
    /// The text it always has; nil when that depends on more than the questionnaire.
    let text: String?
    /// Whether it is there still when the questionnaire is assembled.
    let isKept: Bool
  }

  private let outer: AssemblyScope?
  private let variables: [String: Variable]
  /// The names of what the questionnaire is started with or filled from.
  private let contexts: Set<String>

  private init(
    outer: AssemblyScope?, variables: [String: Variable], contexts: Set<String>
  ) {
    self.outer = outer
    self.variables = variables
    self.contexts = contexts
  }

  /// The scope of what lies in a questionnaire.
  static func of(_ questionnaire: JSONNode) -> AssemblyScope {
    AssemblyScope(outer: nil, variables: [:], contexts: []).within(questionnaire)
  }

  /// The scope of what lies in an item or a part.
  ///
  /// - Parameter keepsPrefix: Whether the variable `linkIdPrefix` is there still when the
  ///   questionnaire is assembled.
  func within(_ node: JSONNode, keepsPrefix: Bool = true) -> AssemblyScope {
    var variables: [String: Variable] = [:]
    var contexts: Set<String> = []
    for element in node["extension"]?.elements ?? [] {
      if element.isExtension(.variable), let expression = element["valueExpression"],
        let name = expression["name"]?.string
      {
        let language = expression["language"]?.string ?? "text/fhirpath"
        let source = expression["expression"]?.string ?? ""
        variables[name] = Variable(
          expression: source,
          text: language == "text/fhirpath" ? text(of: source, known: variables) : nil,
          isKept: keepsPrefix || name != Self.prefixName)
      } else if element.isExtension(.populationContext) {
        if let name = element["valueExpression"]?["name"]?.string { contexts.insert(name) }
      } else if element.isExtension(.launchContext), let name = element.launchContextName {
        contexts.insert(name)
      }
    }
    guard !variables.isEmpty || !contexts.isEmpty else { return self }
    return AssemblyScope(outer: self, variables: variables, contexts: contexts)
  }

  func knows(_ name: String) -> Bool {
    variables[name] != nil || contexts.contains(name) || outer?.knows(name) == true
  }

  func variable(_ name: String) -> Variable? { variables[name] ?? outer?.variable(name) }

  /// The text that an expression of texts, variables and `+` or `&` always has; nil for any other.
  ///
  /// A text longer than a prefix may be is cut after one character more than that.
  private func text(of expression: String, known: [String: Variable]) -> String? {
    let longest = AssemblyLimits.prefix + 1
    guard expression.utf8.count <= 16 * longest else { return nil }
    let tokens = ExpressionToken.all(in: expression)
    guard tokens.count % 2 == 1 else { return nil }
    var text = ""
    for (place, token) in tokens.enumerated() {
      switch token.kind {
      case .text(let part) where place % 2 == 0: text += part
      case .variable(let name) where place % 2 == 0:
        guard let part = (known[name] ?? variable(name))?.text else { return nil }
        text += part
      case .symbol("+") where place % 2 == 1, .symbol("&") where place % 2 == 1: break
      default: return nil
      }
      text = String(text.prefix(longest))
    }
    return text
  }
}

extension JSONNode {
  /// The name of what a launchContext extension stands for.
  var launchContextName: String? {
    let name = self["extension"]?.children.first { $0["url"]?.isString("name") == true }
    let value = name?.choiceNode("value")
    return value?["code"]?.string ?? value?.string
  }
}
