/// Something in an expression that is allowed and yet likely not what its author meant.
public struct ExpressionLint: Sendable, Hashable {
  /// What kind of slip it may be.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// `|` or `union()` before a total or a count, which then leaves out equal values
    case unionBeforeTotal
    /// `repeat()` before a total or a count, which then leaves out equal items
    case repeatBeforeTotal
    /// `item.descendants()`, which has not the outermost items themselves
    case outermostItemsMissed
    /// `valueCoding` and its like, which are empty: the element is `value`
    case typedChoiceName
  }

  /// What kind of slip it may be.
  public let kind: Kind
  /// Where it stands.
  public let range: SourceRange
  /// What happens and what to write instead.
  public let description: String
}

extension FHIRPathExpression {
  /// What is allowed in the expression and yet likely not meant, in the order of the text.
  public var lints: [ExpressionLint] { LintSearch.lints(in: syntax) }
}
