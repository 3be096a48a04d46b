/// What came of a rule for one response.
public struct Finding: Sendable, Equatable {
  /// The rule.
  public let rule: Rule
  /// What came of it.
  public let outcome: Outcome
  /// The answers that raised it, as they are to be quoted; none unless it was raised.
  ///
  /// One without answers is a question of which the person is not sure.
  public let quotes: [RuleInput]

  /// What came of a rule.
  public enum Outcome: Sendable, Equatable {
    /// What it looks for was reported.
    case raised
    /// What it looks for was asked and not reported.
    case notRaised
    /// It is not known: these questions have no answer, or none that decides it.
    case notAssessed(missing: [RuleInput])
    /// The rule itself could not be worked out, for this reason; it is never taken for a no.
    case failed(reason: String)
  }

  /// Whether what the rule looks for was reported.
  public var isRaised: Bool { outcome == .raised }

  /// The questions that keep the rule from being assessed.
  public var missing: [RuleInput] {
    guard case .notAssessed(let missing) = outcome else { return [] }
    return missing
  }

  /// The rule's own words for not being assessed: others when nobody was asked.
  public var unassessedText: String? {
    guard case .notAssessed(let missing) = outcome else { return nil }
    let wasAsked = missing.contains { $0.state.wasAsked }
    return wasAsked ? rule.textWhenNotAnswered : rule.textWhenNotAsked
  }
}
