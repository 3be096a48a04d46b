import FHIR

extension AnswerOption {
  /// What people take the option for.
  enum LookAlike: Hashable {
    /// The option with this code.
    case code(String)
    /// A name, of an option or of nothing that is on offer.
    case name(String)
  }

  /// What the option's concept says that people take it for: its property `look-alike`.
  var lookAlikes: [LookAlike] {
    let properties = listings.last?["property"]?.elements ?? []
    return properties.filter { $0["code"]?.isString("look-alike") == true }.compactMap { property in
      if let code = property["valueCode"]?.string { return .code(code) }
      return (property["valueString"] ?? property["valueCoding"]?["display"])?.string
        .map { .name($0) }
    }
  }
}
