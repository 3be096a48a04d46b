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
    var work = 0
    return path(work: &work)
  }

  /// Where the value lies; adds the number of values looked at to find out.
  func path(work: inout Int) -> String {
    guard let parent else { return typeName }
    var place = 0
    var count = 0
    var sibling = parent.index + 1
    while sibling < Int(parent.node.end) {
      work += 1
      if tree.nodes[sibling].name == node.name {
        if sibling == index { place = count }
        count += 1
      }
      sibling = Int(tree.nodes[sibling].end)
    }
    let start = "\(parent.path(work: &work)).\(name)"
    return count > 1 ? "\(start)[\(place)]" : start
  }
}
