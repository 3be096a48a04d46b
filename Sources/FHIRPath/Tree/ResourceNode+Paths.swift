extension ResourceNode {
  /// The resource with an id that is contained in the resource in which this value lies.
  func contained(_ id: Substring) -> ResourceNode? {
    var resource = self
    while let parent = resource.parent, !(resource.node.isResource && resource.name != "contained")
    {
      resource = parent
    }
    if id.isEmpty { return resource }
    return resource.children.first { child in
      child.name == "contained"
        && child.children.contains { $0.name == "id" && $0.text.map { $0 == id } == true }
    }
  }

  /// Where the value lies, such as `Patient.name[0].given[1]`.
  public var path: String {
    guard let parent else { return typeName }
    let siblings = parent.children.filter { $0.node.name == node.name }
    let start = "\(parent.path).\(name)"
    guard siblings.count > 1, let place = siblings.firstIndex(where: { $0.index == index }) else {
      return start
    }
    return "\(start)[\(place)]"
  }
}
