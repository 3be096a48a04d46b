import FHIR

extension AnswerReader {
  /// Reads a web address; one that starts with "www." is completed.
  func readAddress(_ typed: String) -> Reading {
    guard !typed.contains(where: \.isWhitespace) else { return .problem(.notAnAddress) }
    if typed.lowercased().hasPrefix("www."), typed.dropFirst(4).contains(".") {
      return checked(.uri("https://" + typed), typed: typed)
    }
    let scheme = typed.prefix { $0 != ":" }
    let rest = typed.dropFirst(scheme.count + 1)
    let isScheme =
      scheme.first?.isLetter == true
      && scheme.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
        default: false
        }
      }
    let address = rest.drop { $0 == "/" }
    guard isScheme, !address.isEmpty, scheme.count < typed.count else {
      return .problem(.notAnAddress)
    }
    return checked(.uri(typed), typed: typed)
  }
}
