import FHIR

extension AnswerReader {
  /// Reads the answer to a yes-or-no question.
  func readYesOrNo(_ typed: String) -> Reading {
    guard let answer = wording.yesOrNo(typed) else { return .problem(.notYesOrNo) }
    return checked(.boolean(answer), typed: typed)
  }
}
