import FHIR

/// Where the places of a live resource lie in its tree, and what they hold.
///
/// Written as the nodes of the tree are: by the live resource that alone has it.
final class LivePlaces: Sendable {
  /// The nodes and the text that are kept for the content of a place.
  struct Slot: Sendable {
    /// How many nodes there may be, and how many there are; the rest is padding.
    var capacity = 0
    var count = 0
    var textStart = 0
    var textCapacity = 0
    /// How many of the places directly within are visible.
    var visibleWithin = 0
    /// Whether there is a `linkId` in the content, which the index does not know.
    var hasLinkIds = false
  }

  let structure: LiveStructure
  /// The node of each place, in document order as the places are.
  let nodes: [UInt32]
  /// How many nodes stand before those of the places.
  let rootCount: Int
  @exclusivity(unchecked) nonisolated(unsafe) var slots: [Slot]
  @exclusivity(unchecked) nonisolated(unsafe) var contents: [JSONNode?]
  /// How much of the tree's text has been written.
  @exclusivity(unchecked) nonisolated(unsafe) var textCount: Int
  /// How many contents, the resource's own elements among them, have a `linkId`.
  @exclusivity(unchecked) nonisolated(unsafe) var contentsWithLinkIds: Int

  init(
    structure: LiveStructure, nodes: [UInt32], rootCount: Int, slots: [Slot],
    contents: [JSONNode?], textCount: Int, contentsWithLinkIds: Int
  ) {
    self.structure = structure
    self.nodes = nodes
    self.rootCount = rootCount
    self.slots = slots
    self.contents = contents
    self.textCount = textCount
    self.contentsWithLinkIds = contentsWithLinkIds
  }

  /// The first node of the content of a place.
  func slotStart(_ place: Int) -> Int {
    Int(nodes[place]) + (structure.elements[place].isItem ? 2 : 1)
  }

  /// Whether each `linkId` is that of a place, so that the index finds all.
  var isIndexed: Bool { contentsWithLinkIds == 0 }

  /// The place in which a node lies that is none of the resource's own.
  func place(of node: Int) -> Int {
    firstPlace(from: UInt32(node) + 1, among: nodes.indices) { $0 } - 1
  }

  /// The nodes of the items that may have a link identifier, among a range of nodes, in document
  /// order, hidden ones too.
  func items(
    withFingerprint fingerprint: UInt64, among range: Range<UInt32>
  ) -> some Sequence<UInt32> {
    let places = structure.items(withFingerprint: fingerprint)
    let start = firstPlace(from: range.lowerBound, among: places.indices) { Int(places[$0]) }
    return places[start...].lazy.map { self.nodes[Int($0)] }.prefix { $0 < range.upperBound }
  }

  /// The first of some places, in document order, whose node does not lie before another.
  private func firstPlace(
    from node: UInt32, among places: Range<Int>, _ number: (Int) -> Int
  ) -> Int {
    var start = places.lowerBound
    var end = places.upperBound
    while start < end {
      let middle = (start + end) / 2
      if nodes[number(middle)] < node { start = middle + 1 } else { end = middle }
    }
    return start
  }
}
