import FHIR

extension AnswerReader {
  func readOptions(_ typed: String) -> Reading {
    guard let number = Int(typed), item.options.indices ~= number - 1 else { return .problem(.noSuchOption) }
    return .values([item.options[number - 1].value], understoodAs: nil)
  }
  public func marker(forOptionAt index: Int) -> String { String(index + 1) }
  func readNumber(_ typed: String) -> Reading {
    guard let number = ExactDecimal(typed) else { return .problem(.notANumber) }
    if item.type == .integer { return number.integer.map { checked(.integer($0), typed: typed) } ?? .problem(.notWhole) }
    return checked(.decimal(number), typed: typed)
  }
  func readDate(_ typed: String) -> Reading {
    PartialDate(typed).map { checked(.date($0), typed: typed) } ?? .problem(.notADate)
  }
  func readDateTime(_ typed: String) -> Reading {
    PartialDateTime(typed).map { checked(.dateTime($0), typed: typed) } ?? .problem(.notADate)
  }
  func readTime(_ typed: String) -> Reading {
    TimeOfDay(typed).map { checked(.time($0), typed: typed) } ?? .problem(.notATime)
  }
  func readQuantity(_ typed: String) -> Reading {
    guard let number = ExactDecimal(typed), let unit = item.source.unitOptions.first else { return .problem(.notANumber) }
    return checked(.quantity(Quantity(value: number, unit: unit)), typed: typed)
  }
  func readAddress(_ typed: String) -> Reading { checked(.uri(typed), typed: typed) }
}
