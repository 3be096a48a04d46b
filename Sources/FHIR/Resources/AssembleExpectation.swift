/// What is expected of a questionnaire with parts, or of one that is a part (SDC code system
/// `assemble-expectation`).
public enum AssembleExpectation: String, Sendable, CaseIterable {
  /// It has to be assembled, and can be a form or a part.
  case assembleRootOrChild = "assemble-root-or-child"
  /// It has to be assembled, and can only be a form.
  case assembleRoot = "assemble-root"
  /// It has to be assembled, and can only be a part.
  case assembleChild = "assemble-child"
  /// It is as it is, and can be a form or a part.
  case independentRootOrChild = "independent-root-or-child"
  /// It is as it is, and can only be a part.
  case independentChild = "independent-child"

  /// Whether the questionnaire can be filled on its own.
  public var canBeRoot: Bool { self != .assembleChild && self != .independentChild }

  /// Whether the questionnaire can be a part of another.
  public var canBePart: Bool { self != .assembleRoot }

  /// What is expected of the questionnaire once it is assembled; nil for nothing.
  public var afterAssembly: AssembleExpectation? {
    switch self {
    case .assembleRootOrChild, .independentRootOrChild: .independentRootOrChild
    case .assembleRoot: nil
    case .assembleChild, .independentChild: .independentChild
    }
  }
}
