/// A resource that a form expects from whoever starts it (SDC, `launchContext`).
public struct LaunchContext: Sendable {
  /// The extension as JSON.
  public let node: JSONNode

  /// Makes a view of a launch context.
  public init(_ node: JSONNode) { self.node = node }

  /// The name by which expressions use the resource, such as `patient`.
  public var name: String? {
    guard let value = part("name")?.choiceNode("value") else { return nil }
    return value.kind == .object ? value["code"]?.string : value.string
  }
  /// The types that the resource may have.
  public var types: [String] {
    parts("type").compactMap { $0.choiceNode("value")?.string }
  }
  /// What the resource is used for, for people.
  public var summary: String? { part("description")?.choiceNode("value")?.string }

  private func parts(_ name: String) -> [JSONNode] {
    (node["extension"]?.elements ?? []).filter { $0["url"]?.isString(name) == true }
  }

  private func part(_ name: String) -> JSONNode? { parts(name).first }
}
