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

  /// Makes a resource in which nothing but its own elements is visible.
  ///
  /// - Parameters:
  ///   - resource: the resource without items, such as `{"resourceType": "QuestionnaireResponse"}`.
  ///   - build: opens and closes the places, in document order.
  public init(_ resource: JSONNode, build: (inout Builder) -> Void) {
    let root = ResourceTree(resource)
    var builder = Builder(rootType: root.nodes[0].type)
    build(&builder)
    tree = root
  }

  /// The resource with what is visible in it.
  public var root: ResourceNode { tree.root }

  /// The item or answer at a place; nil when it is not visible.
  public func node(of place: Place) -> ResourceNode? { nil }

  /// Replaces the content of a place, which stands before its inner places.
  ///
  /// - Parameters:
  ///   - content: an object with the members of an item beside `linkId` and those of its inner places,
  ///     such as `text` or, where it has no places for answers, `answer`; or with the value and the
  ///     extensions of an answer. nil, or an object without members: the place has no content.
  public mutating func setContent(of place: Place, to content: JSONNode?) {}
}
