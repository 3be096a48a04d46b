import FHIR

/// A resource whose items come and go while expressions are evaluated on it, such as the response to
/// a form that is being filled.
///
/// Its structure is given once, with a place for each item and each answer that may come to be; then
/// places get content and lose it. A place is visible exactly when it has content or a visible place
/// within; for expressions, what is not visible does not exist. The cost of a change is that of the
/// content and of the depth of the place, not of the size of the resource.
///
///     var response = LiveResource(document.root) { form in
///       pain = form.open(.item(linkId: "pain"))
///       form.close()
///     }
///     response.setContent(of: pain, to: content)
///     let values = try expression.evaluate(on: response.root)
///
/// A value like any other: a copy keeps what it shows, and so do the nodes taken from it. Whoever keeps
/// a copy, a node or a result with nodes in it makes the next change as dear as the resource is large,
/// since it is then copied; so let go of them before.
public struct LiveResource: Sendable {
  /// Where content may stand; good for the resource in whose structure it was opened, and its copies.
  public struct Place: Sendable, Hashable {
    let number: UInt32

    init(_ number: Int) { self.number = UInt32(number) }
  }

  /// An element of a response that can have content and further places.
  public enum Element: Sendable, Equatable {
    /// An item; it lies in the resource, in an item or in an answer.
    case item(linkId: String)
    /// An answer; it lies in an item, and the answers of one item stand one after the other.
    case answer
  }

  /// The tree that shows the present content; changed in place while nobody else has it.
  private var tree: ResourceTree
  private let structure: LiveStructure
  /// The least room for the content of a place, in nodes; it grows with what is written.
  private var leastRoom = 4
  /// How often the room of a place has been too small.
  private var overflowCount = 0

  /// Makes a resource in which nothing but its own elements is visible.
  ///
  /// - Parameters:
  ///   - resource: the resource without items, such as `{"resourceType": "QuestionnaireResponse"}`.
  ///   - build: opens and closes the places, in document order.
  public init(_ resource: JSONNode, build: (inout Builder) -> Void) {
    let root = ResourceTree(resource)
    var builder = Builder(rootType: root.nodes[0].type)
    build(&builder)
    structure = builder.structure()
    tree = LiveTreeWriter.tree(structure, from: root, LiveTreeWriter.Room(least: leastRoom))
  }

  /// The resource with what is visible in it.
  public var root: ResourceNode { tree.root }

  /// The item or answer at a place; nil when it is not visible.
  public func node(of place: Place) -> ResourceNode? {
    guard let places = tree.places else { return nil }
    let node = Int(places.nodes[Int(place.number)])
    return tree.nodes[node].isPadding ? nil : ResourceNode(tree: tree, index: node)
  }

  /// Replaces the content of a place, which stands before its inner places.
  ///
  /// - Parameters:
  ///   - place: a place of this resource's structure.
  ///   - content: an object with the members of an item beside `linkId` and those of its inner places,
  ///     such as `text` or, where it has no places for answers, `answer`; or with the value and the
  ///     extensions of an answer. nil, or an object without members: the place has no content.
  public mutating func setContent(of place: Place, to content: JSONNode?) {
    let number = Int(place.number)
    let written = LiveContent(content, of: structure.elements[number].type)
    if written.json == nil, tree.places?.contents[number] == nil { return }
    if !isKnownUniquelyReferenced(&tree) || !tree.hasRoom(for: written, at: number) {
      tree = LiveTreeWriter.tree(structure, from: tree, room(for: written, at: number))
    }
    tree.write(written, at: number)
  }

  /// The room to lay the tree out with.
  private mutating func room(for content: LiveContent, at place: Int) -> LiveTreeWriter.Room {
    var room = LiveTreeWriter.Room(least: leastRoom)
    room.textCount = content.textCount
    guard let slot = tree.places?.slots[place], slot.capacity < content.nodes.count else {
      return room
    }
    room.place = place
    room.count = max(content.nodes.count, 2 * slot.capacity)
    // Where several places are too small, others will be: laying out for each would be quadratic.
    overflowCount += 1
    if overflowCount % 4 == 0 {
      leastRoom = max(leastRoom, min(room.count, Self.largestLeastRoom))
      room.least = leastRoom
    }
    return room
  }

  /// Beyond this, room is given only to the places that need it, so that a few large contents do not
  /// make every place large.
  private static let largestLeastRoom = 32
}
