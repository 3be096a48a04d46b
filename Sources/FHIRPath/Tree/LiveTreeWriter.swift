import FHIR

/// Lays out the tree of a live resource: its own elements, then each place with its link identifier,
/// its content, room for more of it, and its inner places.
struct LiveTreeWriter {
  /// How much room there shall be.
  struct Room {
    /// The least number of nodes for the content of a place.
    var least: Int
    /// A place that needs more nodes.
    var place = -1
    var count = 0
    /// Bytes of text that are about to be written.
    var textCount = 0
  }

  private let source: ResourceTree
  private let structure: LiveStructure
  private let room: Room
  private var nodes: [ResourceTree.Node] = []
  private var text: [UInt8] = []
  private var placeNodes: [UInt32] = []
  private var slots: [LivePlaces.Slot] = []

  /// A tree with the content of another, of the same structure or without places.
  static func tree(
    _ structure: LiveStructure, from source: ResourceTree, _ room: Room
  ) -> ResourceTree {
    var writer = LiveTreeWriter(source, structure, room)
    return writer.write()
  }

  private init(_ source: ResourceTree, _ structure: LiveStructure, _ room: Room) {
    self.source = source
    self.structure = structure
    self.room = room
    nodes.reserveCapacity(source.nodes.count)
    placeNodes.reserveCapacity(structure.elements.count)
    slots.reserveCapacity(structure.elements.count)
  }

  private mutating func write() -> ResourceTree {
    let known = source.places
    let rootCount = known?.rootCount ?? source.nodes.count
    for index in 0..<rootCount { append(source.nodes[index], shift: 0) }
    for place in structure.elements.indices { add(place) }
    for (place, element) in structure.elements.enumerated() {
      let isLast = element.end == structure.elements.count
      nodes[Int(placeNodes[place])].end = isLast ? UInt32(nodes.count) : placeNodes[element.end]
    }
    nodes[0].end = UInt32(nodes.count)
    let linkId = TypeTable.shared.name("linkId")
    let places = LivePlaces(
      structure: structure, nodes: placeNodes, rootCount: rootCount, slots: slots,
      contents: known?.contents ?? Array(repeating: nil, count: slots.count),
      textCount: text.count,
      contentsWithLinkIds: known?.contentsWithLinkIds
        ?? (nodes[..<rootCount].contains { $0.name == linkId } ? 1 : 0))
    // As much again is left, so that laying out is rare however much is written.
    text += Array(repeating: 0, count: text.count + room.textCount + 1024)
    return ResourceTree(
      document: source.document, nodes: nodes, text: text, otherNames: source.otherNames,
      places: places)
  }

  /// Appends a node that lay somewhere else before, with its text.
  private mutating func append(_ node: ResourceTree.Node, shift: Int) {
    var node = node
    node.end = UInt32(Int(node.end) + shift)
    node.parent = UInt32(Int(node.parent) + shift)
    let start = Int(node.textStart)
    let bytes = source.text[start..<start + Int(node.textLength)]
    node.textStart = UInt32(text.count)
    text.append(contentsOf: bytes)
    nodes.append(node)
  }

  private mutating func add(_ place: Int) {
    let element = structure.elements[place]
    let own = nodes.count
    let isVisible = source.places?.isVisible(place, in: source) ?? false
    placeNodes.append(UInt32(own))
    nodes.append(
      ResourceTree.Node(
        name: isVisible ? element.name : TypeTable.padding, type: element.type, kind: .object,
        end: 0, parent: element.parent.map { placeNodes[$0] } ?? 0, textStart: 0, textLength: 0,
        source: 0))
    if element.isItem { addLinkId(element, in: own) }
    addContent(place, in: own)
  }

  private mutating func addLinkId(_ element: LiveStructure.Element, in own: Int) {
    let table = TypeTable.shared
    let name = table.name("linkId")
    nodes.append(
      ResourceTree.Node(
        name: name,
        type: table.element(name, of: element.type)?.type ?? table.type(named: "string"),
        kind: .string, end: UInt32(nodes.count + 1), parent: UInt32(own),
        textStart: UInt32(text.count), textLength: UInt32(element.linkId.count), source: 0))
    text.append(contentsOf: structure.text[element.linkId])
  }

  private mutating func addContent(_ place: Int, in own: Int) {
    var slot = LivePlaces.Slot()
    let start = nodes.count
    if let known = source.places {
      slot = known.slots[place]
      let oldStart = known.slotStart(place)
      slot.textStart = text.count
      for index in oldStart..<oldStart + slot.count {
        append(source.nodes[index], shift: start - oldStart)
      }
      slot.textCapacity = text.count - slot.textStart
    }
    slot.capacity = max(slot.capacity, room.least, place == room.place ? room.count : 0)
    let rest = ResourceTree.Node.padding(end: start + slot.capacity, parent: own)
    for _ in slot.count..<slot.capacity { nodes.append(rest) }
    slots.append(slot)
  }
}

extension ResourceTree.Node {
  /// A node that says that there is nothing up to another.
  static func padding(end: Int, parent: Int) -> ResourceTree.Node {
    ResourceTree.Node(
      name: TypeTable.padding, type: TypeTable.unknown, kind: .null, end: UInt32(end),
      parent: UInt32(parent), textStart: 0, textLength: 0, source: 0)
  }
}
