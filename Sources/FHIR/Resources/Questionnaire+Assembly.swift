extension Questionnaire {
  /// What is expected of the questionnaire as a whole or as a part; nil when it does not say, or
  /// the code is none that SDC has.
  public var assembleExpectation: AssembleExpectation? {
    node.extensionText(.assembleExpectation).flatMap { AssembleExpectation(rawValue: $0) }
  }
  /// The names of the variables that the questionnaire needs where it is put as a part.
  public var assembleContext: [String] {
    node.extensions(.assembleContext).compactMap { $0.choiceNode("value")?.string }
  }
  /// Whether the questionnaire can only be a part of another.
  public var isPart: Bool {
    assembleExpectation?.canBeRoot == false || !assembleContext.isEmpty
  }
  /// The questionnaires that this one was put together of, with or without version.
  public var assembledFrom: [String] {
    node.extensions(.assembledFrom).compactMap { $0.choiceNode("value")?.string }
  }
}

extension QuestionnaireItem {
  /// The canonical URL of the questionnaire whose items belong in place of this one.
  public var subQuestionnaire: String? { node.extensionText(.subQuestionnaire) }
}
