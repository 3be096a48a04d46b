extension JSONNode {
  /// Where values start in their source, in the order in which they are given.
  ///
  /// Linear in the size of the source however many there are. All must be of one document; where
  /// they are not, those of others than the first one's cost as much as `position` each.
  public static func positions(of nodes: [JSONNode]) -> [SourcePosition] {
    guard let document = nodes.first?.document else { return [] }
    var positions = nodes.map { _ in SourcePosition(line: 1, column: 1) }
    // A byte order mark takes no column.
    var offset = document.text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    var column = 1
    let ordered = nodes.indices.sorted { nodes[$0].sourceOffset < nodes[$1].sourceOffset }
    for index in ordered {
      guard nodes[index].document === document else {
        positions[index] = nodes[index].position
        continue
      }
      while offset < nodes[index].sourceOffset {
        let byte = document.text[offset]
        if byte == 0x0A {
          line += 1
          column = 1
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
        offset += 1
      }
      positions[index] = SourcePosition(line: line, column: column)
    }
    return positions
  }

  private var sourceOffset: Int {
    min(Int(document.nodes[index].offset), document.sourceLength)
  }
}
