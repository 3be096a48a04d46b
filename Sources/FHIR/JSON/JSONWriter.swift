/// Writes JSON values as UTF-8 text.
public struct JSONWriter: Sendable {
  /// How the text is laid out.
  public enum Layout: Sendable {
    /// On one line, without spaces.
    case compact
    /// A member a line, two spaces a level.
    case indented
  }

  /// How the text is laid out.
  public var layout: Layout

  /// Makes a writer.
  public init(_ layout: Layout = .indented) { self.layout = layout }

  /// The value as UTF-8; indented text ends with a line break.
  public func bytes(of node: JSONNode) -> [UInt8] {
    var output: [UInt8] = []
    write(node, level: 0, to: &output)
    if layout == .indented { output.append(0x0A) }
    return output
  }

  /// The value as text; indented text ends with a line break.
  public func text(of node: JSONNode) -> String {
    String(decoding: bytes(of: node), as: UTF8.self)
  }

  private func write(_ node: JSONNode, level: Int, to output: inout [UInt8]) {
    switch node.kind {
    case .null, .boolean, .number: output.append(contentsOf: node.text)
    case .string: writeString(node.text, to: &output)
    case .array: writeContainer(node, "[", "]", level: level, to: &output)
    case .object: writeContainer(node, "{", "}", level: level, to: &output)
    }
  }

  private func writeContainer(
    _ node: JSONNode, _ open: Unicode.Scalar, _ close: Unicode.Scalar, level: Int,
    to output: inout [UInt8]
  ) {
    output.append(UInt8(ascii: open))
    var isFirst = true
    for child in node.children {
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      breakLine(level: level + 1, to: &output)
      if node.kind == .object, let name = child.name {
        writeString(Array(name.utf8)[...], to: &output)
        output.append(UInt8(ascii: ":"))
        if layout == .indented { output.append(UInt8(ascii: " ")) }
      }
      write(child, level: level + 1, to: &output)
    }
    if !isFirst { breakLine(level: level, to: &output) }
    output.append(UInt8(ascii: close))
  }

  private func breakLine(level: Int, to output: inout [UInt8]) {
    guard layout == .indented else { return }
    output.append(0x0A)
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level * 2))
  }

  private func writeString(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0x0A: output.append(contentsOf: "\\n".utf8)
      case 0x0D: output.append(contentsOf: "\\r".utf8)
      case 0x09: output.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F: Self.writeEscape(of: byte, to: &output)
      // U+0080 to U+009F, which some terminals obey.
      case 0xC2 where index < text.endIndex && text[index] < 0xA0:
        Self.writeEscape(of: text[index], to: &output)
        index += 1
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func writeEscape(of control: UInt8, to output: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    output.append(contentsOf: "\\u00".utf8)
    output.append(digits[Int(control >> 4)])
    output.append(digits[Int(control & 15)])
  }
}
