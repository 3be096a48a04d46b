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
  public var path: String {
    var work = 0
    return path(work: &work)
  }

  /// As `path`; adds how many values were looked at to find out.
  func path(work: inout Int) -> String { path(isEachNumbered: false, work: &work) }

  /// Where the value lies, with a number for each element, such as `Patient.name[0].given[1]`; adds
  /// how many values were looked at to find out.
  func indexedPath(work: inout Int) -> String { path(isEachNumbered: true, work: &work) }

  private func path(isEachNumbered: Bool, work: inout Int) -> String {
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
    let start = "\(parent.path(isEachNumbered: isEachNumbered, work: &work)).\(name)"
    return isEachNumbered || count > 1 ? "\(start)[\(place)]" : start
  }
}
