/// Where the wording of an instrument comes from (extension `wording-source`).
public struct WordingSource: Sendable, Hashable {
  /// The document that the wording is that of.
  public let document: String?
  /// The line of credit that goes with the wording.
  public let credit: String?
  /// The day on which the wording was compared with the document; nil as long as nobody has.
  public let compared: PartialDate?

  /// Reads the extension, whose parts are `document`, `credit`, `compared` and `unverified`.
  public init(_ node: JSONNode) {
    let parts = node["extension"]?.elements ?? []
    func value(_ name: String) -> JSONNode? {
      parts.first { $0["url"]?.string == name }?.choiceNode("value")
    }
    document = value("document")?.string
    credit = value("credit")?.string
    let isUnverified = value("unverified")?.boolean ?? false
    compared = isUnverified ? nil : value("compared")?.string.flatMap { PartialDate($0) }
  }
}
