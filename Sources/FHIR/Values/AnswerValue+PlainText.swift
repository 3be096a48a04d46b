extension AnswerValue {
  /// The value in words that need no language: displays as given, dates as FHIR writes them.
  public var plainText: String {
    switch self {
    case .boolean(let value): value ? "Yes" : "No"
    case .decimal(let value): value.description
    case .integer(let value): String(value)
    case .date(let value): value.description
    case .dateTime(let value): value.description
    case .time(let value): value.description
    case .string(let value), .uri(let value): value
    case .attachment(let value): value.title ?? value.url ?? value.contentType ?? ""
    case .coding(let value): value.display ?? value.code ?? ""
    case .quantity(let value): value.plainText
    case .reference(let value): value.display ?? value.reference ?? ""
    }
  }

  /// The code of a coding, else the plain text.
  public var codeText: String {
    if case .coding(let coding) = self, let code = coding.code { return code }
    return plainText
  }
}

extension Quantity {
  /// The amount and its unit.
  public var plainText: String {
    let number = (comparator ?? "") + (value?.description ?? "")
    return [number, unit ?? code ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
