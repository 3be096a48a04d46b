extension Questionnaire {
  /// What is known of the resource itself.
  public var meta: Meta? { node["meta"].map { Meta($0) } }
  /// The rules under which the content was made and without which it is not understood.
  public var implicitRules: String? { node["implicitRules"]?.string }
  /// The language of the words.
  public var language: String? { node["language"]?.string }
  /// Whether all questions are asked in one language or in another, never in both.
  public var isWholeLanguage: Bool { node.extensionValue(.wholeLanguage) == .boolean(true) }
  /// The content as XHTML, for people.
  public var narrative: String? { node["text"]?["div"]?.string }
  /// Other identifiers of the form.
  public var identifiers: [Identifier] {
    node["identifier"]?.elements.map { Identifier($0) } ?? []
  }
  /// The canonical URLs of the forms that this one was made from.
  public var derivedFrom: [String] {
    node["derivedFrom"]?.elements.compactMap { $0.string } ?? []
  }
  /// Where the content stands, or nil when the code is none that FHIR has.
  public var status: PublicationStatus? { node.publicationStatus }
  /// Whether the form is for testing and not for use.
  public var isExperimental: Bool { node["experimental"]?.boolean ?? false }
  /// The organisation behind the content.
  public var publisher: String? { node["publisher"]?.string }
  /// Whom to ask about the form.
  public var contacts: [ContactDetail] {
    node["contact"]?.elements.map { ContactDetail($0) } ?? []
  }
  /// What the form is, for people.
  public var summary: String? { node["description"]?.string }
  /// The situations that the form is meant for.
  public var useContexts: [UsageContext] {
    node["useContext"]?.elements.map { UsageContext($0) } ?? []
  }
  /// The regions that the form is meant for.
  public var jurisdictions: [CodeableConcept] {
    node["jurisdiction"]?.elements.map { CodeableConcept($0) } ?? []
  }
  /// Why the form is as it is.
  public var purpose: String? { node["purpose"]?.string }
  /// Who may use the content, and whom to credit.
  public var copyright: String? { node["copyright"]?.string }
  /// The date of the last change.
  public var date: PartialDateTime? { node.dateTime("date") }
  /// When the content was approved.
  public var approvalDate: PartialDate? { node.date("approvalDate") }
  /// When the content was last reviewed.
  public var lastReviewDate: PartialDate? { node.date("lastReviewDate") }
  /// From when responses may be written.
  public var effectiveStart: PartialDateTime? { node["effectivePeriod"]?.dateTime("start") }
  /// Until when responses may be written.
  public var effectiveEnd: PartialDateTime? { node["effectivePeriod"]?.dateTime("end") }
}
