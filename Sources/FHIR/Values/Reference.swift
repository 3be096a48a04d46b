/// A reference to another resource (R4, 2.3.0 `Reference`).
public struct Reference: Sendable, Hashable {
  /// The literal reference, relative or absolute.
  public var reference: String?
  /// The type of the resource.
  public var type: String?
  /// The words for people.
  public var display: String?

  /// Makes a reference.
  public init(reference: String? = nil, type: String? = nil, display: String? = nil) {
    self.reference = reference
    self.type = type
    self.display = display
  }

  /// The resource type that the literal reference names, or nil when it names none.
  public var targetType: String? {
    guard let reference else { return type }
    let path = reference.split(separator: "/", omittingEmptySubsequences: false)
    guard path.count >= 2 else { return type }
    var name = path[path.count - 2]
    // `Patient/1/_history/2`
    if name == "_history", path.count >= 4 { name = path[path.count - 4] }
    guard let first = name.utf8.first, 65...90 ~= first else { return type }
    return String(name)
  }
}
