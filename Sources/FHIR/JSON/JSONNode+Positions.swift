extension JSONNode {
  /// Where the value starts in its source.
  ///
  /// The source is the text that was read; for a value that stands for one of another document, it
  /// is that one's. Linear in the size of the source, so it is for problems only.
  public var position: SourcePosition {
    let source = source
    return SourcePosition(
      offset: sourceOffset, in: source.text.prefix(source.sourceLength))
  }

  /// The name of the file that the value was read from; nil when nobody gave one.
  public var fileName: String? { source.fileName }

  /// Where values start in their sources, in the order in which they are given.
  ///
  /// Linear in the size of the sources however many values there are.
  public static func positions(of nodes: [JSONNode]) -> [SourcePosition] {
    var positions = nodes.map { _ in SourcePosition(line: 1, column: 1) }
    let sources = nodes.map(\.source)
    for indices in Dictionary(grouping: nodes.indices, by: { ObjectIdentifier(sources[$0]) }).values
    {
      let ordered = indices.sorted { nodes[$0].sourceOffset < nodes[$1].sourceOffset }
      guard let first = ordered.first else { continue }
      var place = Place(in: sources[first])
      for index in ordered { positions[index] = place.advanced(to: nodes[index].sourceOffset) }
    }
    return positions
  }

  /// The document that the value was read from.
  var source: JSONDocument {
    let runs = document.sourceRuns
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].firstNode <= index { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? document : runs[low - 1].document ?? document
  }

  /// Where the value starts in its source, in bytes.
  var sourceOffset: Int { min(Int(document.nodes[index].offset), source.sourceLength) }

  /// A place in a text, which only ever goes forward.
  private struct Place {
    let text: [UInt8]
    var offset: Int
    var line = 1
    var column = 1

    init(in document: JSONDocument) {
      text = document.text
      // A byte order mark takes no column.
      offset = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func advanced(to end: Int) -> SourcePosition {
      while offset < end {
        let byte = text[offset]
        if byte == 0x0A {
          line += 1
          column = 1
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
        offset += 1
      }
      return SourcePosition(line: line, column: column)
    }
  }
}
