import FHIR

/// A value as JSON has it: the ending of `value[x]` and what stands there.
public struct SampleValue: Sendable, Hashable {
  /// The ending of `value[x]`, such as `Coding`.
  public let type: String
  /// The value as JSON text.
  public let json: String

  /// Makes a value.
  public init(_ type: String, _ json: String) {
    self.type = type
    self.json = json
  }

  /// The value as JSON.
  public var node: JSONNode? { try? JSONDocument(json).root }

  /// Values for an answer to an item of this type.
  ///
  /// They are few, so that they meet often, and hold what is equal without being written the same,
  /// and what cannot be compared.
  public static func samples(for itemType: String) -> [SampleValue] {
    switch itemType {
    case "boolean": values("Boolean", ["true", "false"])
    case "integer": values("Integer", ["0", "1", "2", "-3"])
    case "decimal": values("Decimal", ["1", "1.5", "1.50", "2.0", "-0.25"])
    case "date": strings("Date", ["2020", "2020-02", "2020-02-15", "2020-02-16", "2021-07-01"])
    case "dateTime":
      strings(
        "DateTime",
        [
          "2020", "2020-02-15T10:00:00Z", "2020-02-15T12:00:00+02:00", "2020-02-15T10:30:00",
          "2020-02-15T10:45:00", "2018-01-01T00:00:00Z", "2022-05-01",
        ])
    case "time": strings("Time", ["08:00:00", "08:30:00", "14:00:00"])
    case "string", "text": strings("String", ["a", "b", "é", "e\u{301}"])
    case "url": strings("Uri", ["http://example.org/a", "urn:b"])
    case "choice": codings
    case "open-choice": codings + strings("String", ["a", "other"])
    case "quantity": quantities
    case "reference":
      values("Reference", [#"{"reference":"Patient/1"}"#, #"{"reference":"Patient/2"}"#])
    case "attachment": values("Attachment", [#"{"contentType":"text/plain","title":"a"}"#])
    default: []
    }
  }

  private static let codings = values(
    "Coding",
    [
      #"{"system":"urn:s","code":"a","display":"A"}"#, #"{"system":"urn:t","code":"a"}"#,
      #"{"code":"a"}"#, #"{"system":"urn:s","code":"b"}"#, #"{"code":"c"}"#,
    ])

  private static let quantities = values(
    "Quantity",
    [
      #"{"value":1,"unit":"g","system":"http://unitsofmeasure.org","code":"g"}"#,
      #"{"value":1000,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}"#,
      #"{"value":2.5,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}"#,
      #"{"value":3,"unit":"cm","system":"http://unitsofmeasure.org","code":"cm"}"#,
      #"{"value":1,"comparator":"<","unit":"g","system":"http://unitsofmeasure.org","code":"g"}"#,
      #"{"value":4}"#, #"{"unit":"g"}"#,
    ])

  private static func values(_ type: String, _ texts: [String]) -> [SampleValue] {
    texts.map { SampleValue(type, $0) }
  }

  private static func strings(_ type: String, _ texts: [String]) -> [SampleValue] {
    texts.map { SampleValue(type, "\"\($0)\"") }
  }
}
