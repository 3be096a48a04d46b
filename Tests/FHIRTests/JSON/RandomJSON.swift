import SeededRandomness

/// Makes random JSON text as the compact writer would write it.
struct RandomJSON {
  private var generator: SeededGenerator
  private var names = 0

  init(seed: Int) { generator = SeededGenerator(seed: seed) }

  mutating func text() -> String { object(depth: 0) }

  private mutating func value(depth: Int) -> String {
    switch Int.random(in: 0..<(depth < 5 ? 10 : 6), using: &generator) {
    case 0: "null"
    case 1: Bool.random(using: &generator) ? "true" : "false"
    case 2, 3: number()
    case 4, 5: string()
    case 6, 7: array(depth: depth + 1)
    default: object(depth: depth + 1)
    }
  }

  private mutating func array(depth: Int) -> String {
    let count = Int.random(in: 0..<5, using: &generator)
    return "[" + (0..<count).map { _ in value(depth: depth) }.joined(separator: ",") + "]"
  }

  /// An object whose members come in any order, with `_element` siblings and unknown names.
  private mutating func object(depth: Int) -> String {
    var members: [String] = []
    for _ in 0..<Int.random(in: 0..<6, using: &generator) {
      names += 1
      let stem = ["linkId", "text", "x-unknown", "é", "a b"].randomElement(using: &generator)
      let name = "\(stem ?? "")\(names)"
      members.append("\"\(name)\":\(value(depth: depth))")
      if Bool.random(using: &generator) {
        members.append("\"_\(name)\":{\"extension\":[\(value(depth: depth + 1))]}")
      }
    }
    members.shuffle(using: &generator)
    return "{" + members.joined(separator: ",") + "}"
  }

  private mutating func number() -> String {
    let sign = Bool.random(using: &generator) ? "-" : ""
    let whole = String(Int.random(in: 0...99_999, using: &generator))
    let fraction = ["", ".0", ".50", ".000", ".125000"].randomElement(using: &generator) ?? ""
    let exponent = ["", "e5", "E+03", "e-10", "E0"].randomElement(using: &generator) ?? ""
    return sign + whole + fraction + exponent
  }

  private mutating func string() -> String {
    let pieces = [
      "pain", " ", "é", "日本", "😀", "e\u{301}", "\\\"", "\\\\", "\\n", "\\t", "\\r", "\\u0001",
      "\\u0000", "/",
      "\\u007f", "\\u009b", "\u{A0}", "\u{FFFF}", "\u{E000}", "\u{200B}",
    ]
    let count = Int.random(in: 0..<8, using: &generator)
    let body = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }
    return "\"" + body.joined() + "\""
  }
}
