import FHIR

/// A use of a questionnaire in an assembled one.
struct AssemblyPart {
  let file: String
  let questionnaire: Questionnaire
  /// The address with the version that it has.
  let canonical: Canonical?
  /// What its linkIds begin with in this use.
  let prefix: LinkIdPrefix?
  /// The resources that it contains, by their id.
  let contained: [String: JSONNode]

  init(_ questionnaire: Questionnaire, file: String, prefix: LinkIdPrefix? = nil) {
    self.questionnaire = questionnaire
    self.file = file
    self.prefix = prefix
    canonical = questionnaire.url.map { Canonical(url: $0, version: questionnaire.version) }
    contained = Dictionary(
      questionnaire.contained.compactMap { node in node["id"]?.string.map { ($0, node) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// A linkId as it is when assembled.
  func assembled(_ linkId: String) -> String { (prefix?.text ?? "") + linkId }
}

/// A part of a resource and the use of the questionnaire that it is from, by its number.
struct AssemblyElement {
  let node: JSONNode
  let part: Int
}

/// An item of an assembled questionnaire.
struct AssemblyItem {
  let element: AssemblyElement
  /// The items within, those of parts in their places.
  var content: AssemblyContent
  /// Whether it is just as it was written, with all within.
  var isVerbatim: Bool
}

/// What lies in a questionnaire or an item when assembled.
struct AssemblyContent {
  var items: [AssemblyItem] = []
  /// The extensions of parts that belong to what the items lie in.
  var extensions: [AssemblyElement] = []
  /// Whether it is just as it was written.
  var isVerbatim = true

  mutating func append(_ other: AssemblyContent) {
    items += other.items
    extensions += other.extensions
    isVerbatim = false
  }
}
