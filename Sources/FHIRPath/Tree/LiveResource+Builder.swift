extension LiveResource {
  /// Takes the structure of a live resource, place by place in document order.
  public struct Builder {
    private(set) var elements: [LiveStructure.Element] = []
    private(set) var text: [UInt8] = []
    private var open: [Int] = []
    private let rootType: TypeTable.TypeNumber

    init(rootType: TypeTable.TypeNumber) { self.rootType = rootType }

    /// Opens a place within the one that is open; what is opened until it is closed lies in it.
    public mutating func open(_ element: LiveResource.Element) -> Place {
      let parent = open.last
      let owner = parent.map { elements[$0].type } ?? rootType
      let number = elements.count
      let textStart = text.count
      if case .item(let linkId) = element { text.append(contentsOf: linkId.utf8) }
      elements.append(
        LiveStructure.Element(
          element, in: owner, parent: parent, linkId: textStart..<text.count))
      open.append(number)
      return Place(number)
    }

    /// Closes the place that was opened last and is still open.
    public mutating func close() {
      guard let place = open.popLast() else { return }
      elements[place].end = elements.count
    }

    /// The structure; what is still open ends here.
    func structure() -> LiveStructure {
      var builder = self
      while !builder.open.isEmpty { builder.close() }
      return LiveStructure(elements: builder.elements, text: builder.text)
    }
  }
}
