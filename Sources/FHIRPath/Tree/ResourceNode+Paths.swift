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

  /// Where the value lies, such as `Patient.name.given[1]`; with a number only where there are
  /// several.
  public var path: String { path(isEachNumbered: false) }

  /// Where the value lies, with a number for each element, such as `Patient.name[0].given[1]`.
  var indexedPath: String { path(isEachNumbered: true) }

  private func path(isEachNumbered: Bool) -> String {
    guard let parent else { return typeName }
    let siblings = parent.children.filter { $0.node.name == node.name }
    let start = "\(parent.path(isEachNumbered: isEachNumbered)).\(name)"
    guard isEachNumbered || siblings.count > 1,
      let place = siblings.firstIndex(where: { $0.index == index })
    else { return start }
    return "\(start)[\(place)]"
  }
}
