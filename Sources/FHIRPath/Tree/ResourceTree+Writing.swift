import FHIR

/// Changes in place, for a live resource that alone has the tree.
extension ResourceTree {
  /// Whether a content can be written without laying the tree out anew.
  func hasRoom(for content: LiveContent, at place: Int) -> Bool {
    guard let places else { return false }
    let slot = places.slots[place]
    return content.nodes.count <= slot.capacity
      && (content.textCount <= slot.textCapacity
        || content.textCount <= text.count - places.textCount)
  }

  /// Replaces the content of a place, for which there is room.
  func write(_ content: LiveContent, at place: Int) {
    guard let places else { return }
    let wasVisible = isVisible(place, places)
    writeNodes(content, at: place, places)
    places.contents[place] = content.json
    if places.slots[place].hasLinkIds != content.hasLinkIds {
      places.slots[place].hasLinkIds = content.hasLinkIds
      places.contentsWithLinkIds += content.hasLinkIds ? 1 : -1
    }
    show(place, places, wasVisible)
  }

  private func writeNodes(_ content: LiveContent, at place: Int, _ places: LivePlaces) {
    let nodes = UnsafeMutableBufferPointer(mutating: nodes)
    let own = Int(places.nodes[place])
    let start = places.slotStart(place)
    let names = numbers(of: content.otherNames)
    var textEnd = textStart(for: content, at: place, places)
    for (offset, node) in content.nodes.enumerated() {
      var node = node
      node.end += UInt32(start - 1)
      node.parent = node.parent == 0 ? UInt32(own) : node.parent + UInt32(start - 1)
      let other = Int(node.name) - TypeTable.shared.names.count
      if names.indices.contains(other) { node.name = names[other] }
      copyText(of: &node, from: content, to: &textEnd)
      nodes[start + offset] = node
    }
    let slot = places.slots[place]
    if content.nodes.count < slot.capacity {
      nodes[start + content.nodes.count] = .padding(end: start + slot.capacity, parent: own)
    }
    places.slots[place].count = content.nodes.count
  }

  /// Where the text of a content goes: where that of the last one was, if it is not longer.
  private func textStart(for content: LiveContent, at place: Int, _ places: LivePlaces) -> Int {
    if content.textCount > places.slots[place].textCapacity {
      places.slots[place].textStart = places.textCount
      places.slots[place].textCapacity = content.textCount
      places.textCount += content.textCount
    }
    return places.slots[place].textStart
  }

  private func copyText(
    of node: inout Node, from content: LiveContent, to textEnd: inout Int
  ) {
    guard node.textLength > 0, let json = content.json else { return }
    let target = UnsafeMutableBufferPointer(mutating: text)
    let start = Int(node.textStart)
    let length = Int(node.textLength)
    let source = json.document.text[start..<start + length]
    _ = target[textEnd..<textEnd + length].update(fromContentsOf: source)
    node.textStart = UInt32(textEnd)
    textEnd += length
  }

  /// The numbers that names which the type table does not have get in this tree.
  private func numbers(of names: [String]) -> [TypeTable.NameNumber] {
    names.map { name in
      let known = otherNames.firstIndex { $0.utf8.elementsEqual(name.utf8) }
      if known == nil { otherNames.append(name) }
      let number = TypeTable.shared.names.count + (known ?? otherNames.count - 1)
      return TypeTable.NameNumber(min(number, Int(TypeTable.padding) - 1))
    }
  }

  // MARK: - Visibility

  private func isVisible(_ place: Int, _ places: LivePlaces) -> Bool {
    places.contents[place] != nil || places.slots[place].visibleWithin > 0
  }

  /// Shows or hides a place, and the places it lies in as far as that changes them.
  private func show(_ place: Int, _ places: LivePlaces, _ wasVisible: Bool) {
    let nodes = UnsafeMutableBufferPointer(mutating: nodes)
    var place = place
    var wasVisible = wasVisible
    while true {
      let element = places.structure.elements[place]
      let isVisible = isVisible(place, places)
      guard isVisible != wasVisible else { return }
      nodes[Int(places.nodes[place])].name = isVisible ? element.name : TypeTable.padding
      guard let parent = element.parent else { return }
      wasVisible = self.isVisible(parent, places)
      places.slots[parent].visibleWithin += isVisible ? 1 : -1
      place = parent
    }
  }
}
