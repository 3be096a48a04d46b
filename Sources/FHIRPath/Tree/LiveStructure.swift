/// The places of a live resource as they were opened: what never changes about them.
final class LiveStructure: Sendable {
  /// What a place is.
  struct Element: Sendable {
    var name: TypeTable.NameNumber
    var type: TypeTable.TypeNumber
    var isItem: Bool
    /// The place that it lies in; nil: the resource.
    var parent: Int?
    /// The first place after it and those within it.
    var end: Int
    /// The link identifier in `text`.
    var linkId: Range<Int>

    init(
      _ element: LiveResource.Element, in owner: TypeTable.TypeNumber, parent: Int?,
      linkId: Range<Int>
    ) {
      let table = TypeTable.shared
      isItem = element != .answer
      name = table.name(isItem ? "item" : "answer")
      type = table.element(name, of: owner)?.type ?? TypeTable.unknown
      self.parent = parent
      self.linkId = linkId
      end = 0
    }
  }

  let elements: [Element]
  let text: [UInt8]
  /// The places of the items, those of one link identifier together, in document order.
  private let items: [UInt32]
  /// Where the items with a fingerprint of their link identifier stand in `items`.
  private let ranges: [UInt64: Range<Int>]

  init(elements: [Element], text: [UInt8]) {
    self.elements = elements
    self.text = text
    var groups: [UInt64: [UInt32]] = [:]
    for (place, element) in elements.enumerated() where element.isItem {
      let fingerprint = text[element.linkId].withUnsafeBufferPointer { TextFingerprint.of($0) }
      groups[fingerprint, default: []].append(UInt32(place))
    }
    var items: [UInt32] = []
    ranges = groups.mapValues { places in
      items += places
      return items.count - places.count..<items.count
    }
    self.items = items
  }

  /// The places of the items that may have a link identifier, in document order; its text has to be
  /// compared, since two may share a fingerprint.
  func items(withFingerprint fingerprint: UInt64) -> ArraySlice<UInt32> {
    ranges[fingerprint].map { items[$0] } ?? []
  }
}
