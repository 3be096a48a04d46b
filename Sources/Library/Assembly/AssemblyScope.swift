import FHIR

/// What an item can name in its expressions, as far as assembly has to know.
struct AssemblyScope {
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

  private(set) var variables: [String: Variable] = [:]
  /// The names of what the questionnaire is started with or filled from.
  private var contexts: Set<String> = []

  func knows(_ name: String) -> Bool { variables[name] != nil || contexts.contains(name) }

  /// Adds what an item or a questionnaire gives to those within it.
  ///
  /// - Parameter keepsPrefix: Whether the variable `linkIdPrefix` is there still when the
  ///   questionnaire is assembled.
  mutating func enter(_ node: JSONNode, keepsPrefix: Bool = true) {
    for element in node.extensions(.variable) {
      guard let expression = element["valueExpression"], let name = expression["name"]?.string
      else { continue }
      let source = expression["expression"]?.string ?? ""
      let language = expression["language"]?.string ?? "text/fhirpath"
      variables[name] = Variable(
        expression: source, text: language == "text/fhirpath" ? text(of: source) : nil,
        isKept: keepsPrefix || name != Self.prefixName)
    }
    for element in node.extensions(.populationContext) {
      if let name = element["valueExpression"]?["name"]?.string { contexts.insert(name) }
    }
    for element in node.extensions(.launchContext) {
      if let name = element.launchContextName { contexts.insert(name) }
    }
  }

  /// The text that an expression of texts, variables and `+` or `&` always has; nil for any other.
  private func text(of expression: String) -> String? {
    var text = ""
    for (place, token) in ExpressionToken.all(in: expression).enumerated() {
      switch token.kind {
      case .text(let part) where place % 2 == 0: text += part
      case .variable(let name) where place % 2 == 0:
        guard let part = variables[name]?.text else { return nil }
        text += part
      case .symbol("+") where place % 2 == 1, .symbol("&") where place % 2 == 1: break
      default: return nil
      }
      // One text may stand in another any number of times.
      guard text.utf8.count <= 4 * AssemblyLimits.prefix else { return text }
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
