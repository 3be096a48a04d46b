import FHIRPath

/// Why the value of an expression of a form is not known.
///
/// What is not known is never taken as false, as zero or as no.
public struct ExpressionFailure: Error, Sendable, Hashable {
  /// What the expression is for.
  public let use: ExpressionUse
  /// The linkId of the item that holds it; nil: the form itself.
  public let linkId: String?
  /// What went wrong.
  public let reason: Reason

  /// What went wrong; it quotes no answer.
  public enum Reason: Sendable, Hashable {
    /// The expression is no FHIRPath, or meets data that it cannot work with; the text says what.
    case evaluation(String)
    /// It is in another language than FHIRPath.
    case language
    /// It uses a resource that was not handed in, by its name; it counts as empty.
    case missingContext(String)
    /// It depends on itself, which is said of the form.
    case loop
    /// It was worked out ten times and came to something else each time.
    case unsettled
    /// It gives a value that the item cannot have as its answer.
    case wrongType
    /// It gives several values and the item takes one.
    case severalValues
  }
}

extension ExpressionFailure {
  /// Whether it is unknown what the expression comes to; one that lacks a resource comes to what it
  /// does without.
  public var leavesValueUnknown: Bool {
    if case .missingContext = reason { return false }
    return true
  }
}

extension ExpressionFailure: CustomStringConvertible {
  /// The failure in words: where, what and how to mend it.
  public var description: String {
    let place = linkId.map { "linkId '\($0)': " } ?? ""
    return "\(place)\(use.label) has no value: \(reason.text)"
  }
}

extension ExpressionFailure.Reason {
  var text: String {
    switch self {
    case .evaluation(let text): text
    case .language: "it is not in FHIRPath (text/fhirpath); write it so"
    case .missingContext(let name):
      "the resource %\(name) was not handed in; start the form with it, or fill in the answer"
    case .loop: "it depends on itself; take it out of the loop"
    case .unsettled:
      "it was worked out ten times and never came to rest; take its own value out of what it reads"
    case .wrongType: "it gives a value of a type that the item does not take; convert it"
    case .severalValues:
      "it gives several values and the item takes one; choose one, as with first()"
    }
  }
}
