/// Looks for a text in others, in a time proportional to their length (Knuth, Morris and Pratt).
struct TextSearch {
  private let wanted: [UInt8]
  /// For each number of bytes that agree: how many still do, one place further at least.
  private let borders: [Int]

  init(_ wanted: some Sequence<UInt8>) {
    let wanted = Array(wanted)
    var borders = [0, 0]
    var border = 0
    for place in wanted.indices.dropFirst() {
      while border > 0, wanted[border] != wanted[place] { border = borders[border] }
      if wanted[border] == wanted[place] { border += 1 }
      borders.append(border)
    }
    self.wanted = wanted
    self.borders = borders
  }

  /// Where the text occurs first from a place on, in bytes; nil where it does not.
  func firstRange(in text: [UInt8], from start: Int = 0) -> Range<Int>? {
    if wanted.isEmpty { return start..<start }
    var agreeing = 0
    for place in start..<text.count {
      while agreeing > 0, wanted[agreeing] != text[place] { agreeing = borders[agreeing] }
      if wanted[agreeing] == text[place] { agreeing += 1 }
      if agreeing == wanted.count { return (place + 1 - agreeing)..<(place + 1) }
    }
    return nil
  }
}
