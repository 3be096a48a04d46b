/// A form (R4, Questionnaire): a typed view of its JSON.
public struct Questionnaire: Sendable {
  /// The questionnaire as JSON.
  public let node: JSONNode

  /// Makes a view of a questionnaire; nil when the resource is something else.
  public init?(_ node: JSONNode) {
    guard node["resourceType"]?.isString("Questionnaire") == true else { return nil }
    self.node = node
  }

  /// The logical id.
  public var id: String? { node["id"]?.string }
  /// The canonical URL.
  public var url: String? { node["url"]?.string }
  /// The version of the content.
  public var version: String? { node["version"]?.string }
  /// The name for programs.
  public var name: String? { node["name"]?.string }
  /// The name for people.
  public var title: String? { node["title"]?.string }
  /// Where the content stands: draft, active, retired or unknown.
  public var status: String? { node["status"]?.string }
  /// The language of the words.
  public var language: String? { node["language"]?.string }
  /// The types of resource that responses are about.
  public var subjectTypes: [String] {
    node["subjectType"]?.elements.compactMap { $0.string } ?? []
  }
  /// The organisation behind the content.
  public var publisher: String? { node["publisher"]?.string }
  /// What the form is, for people.
  public var summary: String? { node["description"]?.string }
  /// Why the form is as it is.
  public var purpose: String? { node["purpose"]?.string }
  /// Who may use the content, and whom to credit.
  public var copyright: String? { node["copyright"]?.string }
  /// The date of the last change.
  public var date: PartialDateTime? { node["date"]?.string.flatMap { PartialDateTime($0) } }
  /// When the content was approved.
  public var approvalDate: PartialDate? {
    node["approvalDate"]?.string.flatMap { PartialDate($0) }
  }
  /// When the content was last reviewed.
  public var lastReviewDate: PartialDate? {
    node["lastReviewDate"]?.string.flatMap { PartialDate($0) }
  }
  /// From when responses may be written.
  public var effectiveStart: PartialDateTime? {
    node["effectivePeriod"]?["start"]?.string.flatMap { PartialDateTime($0) }
  }
  /// Until when responses may be written.
  public var effectiveEnd: PartialDateTime? {
    node["effectivePeriod"]?["end"]?.string.flatMap { PartialDateTime($0) }
  }
  /// The concepts that the form stands for.
  public var codes: [Coding] { node["code"].map { $0.elements.map { Coding($0) } } ?? [] }
  /// The items at the top.
  public var items: [QuestionnaireItem] {
    node["item"]?.elements.map { QuestionnaireItem($0) } ?? []
  }
  /// The resources within.
  public var contained: [JSONNode] { node["contained"]?.elements ?? [] }

  /// The canonical URL with the version, as a response names it.
  public var canonical: String? {
    guard let url else { return nil }
    return version.map { "\(url)|\($0)" } ?? url
  }
}
