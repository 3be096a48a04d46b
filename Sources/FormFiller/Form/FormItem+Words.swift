import FHIR

extension FormItem {
  /// A value in words: as the answer has them, else as the form has them, with the form's unit.
  public func words(for value: AnswerValue) -> String {
    switch value {
    case .integer, .decimal:
      guard let unit = source.unit, let name = unit.display ?? unit.code else {
        return value.plainText
      }
      return "\(value.plainText) \(name)"
    case .coding(let coding) where coding.display == nil:
      return options.first { $0.value.means(value) }?.value.plainText ?? value.plainText
    default: return value.plainText
    }
  }
}
