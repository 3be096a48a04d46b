extension JSONNode {
  /// The date or time in a member, or nil when there is none that can be read.
  func dateTime(_ name: StaticString) -> PartialDateTime? {
    self[name]?.string.flatMap { PartialDateTime($0) }
  }

  /// The date in a member, or nil when there is none that can be read.
  func date(_ name: StaticString) -> PartialDate? {
    self[name]?.string.flatMap { PartialDate($0) }
  }

  /// The publication status in `status`, or nil when the code is none that FHIR has.
  var publicationStatus: PublicationStatus? {
    self["status"]?.string.flatMap { PublicationStatus(rawValue: $0) }
  }

  /// The extensions that must be understood, by their URLs (R4, 2.4.2 `modifierExtension`).
  ///
  /// What they change about an element is not known here, so that one who uses the element has to
  /// say so.
  public var modifierExtensions: [String] {
    self["modifierExtension"]?.elements.compactMap { $0["url"]?.string } ?? []
  }
}
