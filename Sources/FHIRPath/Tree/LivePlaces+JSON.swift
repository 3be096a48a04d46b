import FHIR

extension LivePlaces {
  /// The JSON of a node: in its document, or put together where places lie in it.
  func json(of index: Int, in tree: ResourceTree) -> JSONNode? {
    if index == 0 {
      return JSONBuilder.object { builder in
        let own = JSONNode(document: tree.document, index: Int(tree.nodes[0].source))
        for member in own.children { builder.add(member.name, copyOf: member) }
        addPlaces(0..<nodes.count, in: tree, to: &builder)
      }.root
    }
    guard index >= rootCount else {
      return JSONNode(document: tree.document, index: Int(tree.nodes[index].source))
    }
    let place = place(of: index)
    if index >= slotStart(place) {
      return contents[place].map {
        JSONNode(document: $0.document, index: Int(tree.nodes[index].source))
      }
    }
    let document = JSONBuilder.object { add(place, in: tree, to: &$0) }
    return index == Int(nodes[place]) ? document.root : document.root["linkId"]
  }

  /// Adds the members of a place.
  private func add(_ place: Int, in tree: ResourceTree, to builder: inout JSONBuilder) {
    let element = structure.elements[place]
    if element.isItem {
      let linkId = structure.text[element.linkId]
      builder.add("linkId", String(decoding: linkId, as: UTF8.self))
    }
    if let content = contents[place] {
      for member in content.children { builder.add(member.name, copyOf: member) }
    }
    addPlaces(place + 1..<element.end, in: tree, to: &builder)
  }

  /// Adds the visible ones among places side by side, a list for those of one kind.
  private func addPlaces(
    _ places: Range<Int>, in tree: ResourceTree, to builder: inout JSONBuilder
  ) {
    var place = places.lowerBound
    while place < places.upperBound {
      let element = structure.elements[place]
      guard isVisible(place, in: tree) else {
        place = element.end
        continue
      }
      builder.addArray(element.isItem ? "item" : "answer") { list in
        while place < places.upperBound, structure.elements[place].isItem == element.isItem {
          if isVisible(place, in: tree) { list.addObject { add(place, in: tree, to: &$0) } }
          place = structure.elements[place].end
        }
      }
    }
  }

  func isVisible(_ place: Int, in tree: ResourceTree) -> Bool {
    !tree.nodes[Int(nodes[place])].isPadding
  }
}
