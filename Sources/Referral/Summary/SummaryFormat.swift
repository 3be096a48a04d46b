/// The formats that a summary can be written in.
public enum SummaryFormat: String, Sendable, CaseIterable {
  /// Plain text of 80 columns, to read and to print.
  case text
  /// JSON with codes, to be read by programs; its schema is `referral-summary.schema.json`.
  case json
  /// One page of HTML that needs nothing else, to read on a screen and to print.
  case html

  /// Finds a format by its name or its file extension, in capitals or not; nil for any other word.
  public init?(word: String) {
    let word = word.lowercased()
    let found = Self.allCases.first { $0.rawValue == word || $0.fileExtension == word }
    guard let found else { return nil }
    self = found
  }

  /// The ending of a file's name, without the point.
  public var fileExtension: String {
    switch self {
    case .text: "txt"
    case .json: "json"
    case .html: "html"
    }
  }

  /// Writes a summary in this format; ends with a line break.
  public func render(_ summary: ReferralSummary) -> String {
    switch self {
    case .text: TextRenderer().render(summary)
    case .json: JSONRenderer().render(summary)
    case .html: HTMLRenderer().render(summary)
    }
  }
}
