import FHIR

/// A value as JSON, compared by rules written out anew.
struct ReferenceValue {
  enum Comparison { case less, equal, more, unknown }

  let type: String
  let node: JSONNode

  init?(in object: JSONNode, under stem: String) {
    for child in object.children {
      guard let name = child.name, name.hasPrefix(stem) else { continue }
      type = String(name.dropFirst(stem.count))
      node = child
      return
    }
    return nil
  }

  init(type: String, node: JSONNode) {
    self.type = type
    self.node = node
  }

  var text: String { JSONWriter(.compact).text(of: node) }

  /// Whether two values are the same answer; nil when that cannot be told.
  func isSame(as other: ReferenceValue) -> Bool? {
    switch (type, other.type) {
    case ("Boolean", "Boolean"), ("Attachment", "Attachment"): return text == other.text
    case ("Reference", "Reference"):
      return node["reference"]?.string == other.node["reference"]?.string
    case ("Coding", "Coding"):
      guard node["code"]?.string == other.node["code"]?.string else { return false }
      guard let system = node["system"]?.string, let otherSystem = other.node["system"]?.string
      else { return true }
      return system == otherSystem
    case ("Coding", _), (_, "Coding"): return false
    default:
      let comparison = compare(with: other)
      return comparison == .unknown ? nil : comparison == .equal
    }
  }

  func compare(with other: ReferenceValue) -> Comparison {
    switch (type, other.type) {
    case ("Integer", "Integer"), ("Decimal", "Decimal"), ("Integer", "Decimal"),
      ("Decimal", "Integer"):
      return Self.order(number, other.number)
    case ("String", "String"), ("Uri", "Uri"), ("Uri", "String"):
      let scalars = (node.string ?? "").unicodeScalars.map(\.value)
      let others = (other.node.string ?? "").unicodeScalars.map(\.value)
      if scalars == others { return .equal }
      return scalars.lexicographicallyPrecedes(others) ? .less : .more
    case ("Time", "Time"): return Self.order(node.string ?? "", other.node.string ?? "")
    case ("Date", "Date"), ("Date", "DateTime"), ("DateTime", "Date"), ("DateTime", "DateTime"):
      return ReferencePeriod(node.string ?? "").compare(
        with: ReferencePeriod(other.node.string ?? ""))
    case ("Quantity", "Quantity"): return compareAmounts(with: other)
    default: return .unknown
    }
  }

  private var number: Double { Double(node.numberText ?? "") ?? .nan }

  private func compareAmounts(with other: ReferenceValue) -> Comparison {
    let grams = ["g": 1.0, "mg": 0.001, "kg": 1000.0]
    let metres = ["cm": 0.01]
    guard let amount = node["value"]?.numberText.flatMap({ Double($0) }),
      let otherAmount = other.node["value"]?.numberText.flatMap({ Double($0) }),
      node["comparator"] == nil, other.node["comparator"] == nil
    else { return .unknown }
    let unit = node["code"]?.string
    let otherUnit = other.node["code"]?.string
    if unit == otherUnit { return Self.order(amount, otherAmount) }
    for table in [grams, metres] {
      if let factor = table[unit ?? ""], let otherFactor = table[otherUnit ?? ""] {
        return Self.order(amount * factor, otherAmount * otherFactor)
      }
    }
    return .unknown
  }

  static func order<Value: Comparable>(_ left: Value, _ right: Value) -> Comparison {
    left < right ? .less : left == right ? .equal : .more
  }
}

/// The time that a date or a date with time may mean, in minutes.
struct ReferencePeriod {
  let first: Int
  let last: Int
  let length: Int

  init(_ text: String) {
    let halves = text.split(separator: "T")
    let parts = halves[0].split(separator: "-").map { Int($0) ?? 0 }
    // Months of 31 days and years of twelve of them keep the order, which is all that counts.
    func minute(_ year: Int, _ month: Int, _ day: Int) -> Int {
      ((year * 12 + month) * 31 + day) * 1440
    }
    var first = minute(parts[0], parts.count > 1 ? parts[1] : 1, parts.count > 2 ? parts[2] : 1)
    var last = minute(parts[0], parts.count > 1 ? parts[1] : 12, parts.count > 2 ? parts[2] : 31)
    last += 1439
    length = halves.count > 1 ? 4 : parts.count
    if halves.count > 1 {
      let time = halves[1].prefix(8).split(separator: ":").map { Int($0) ?? 0 }
      let zone = halves[1].dropFirst(8)
      let minutes = first + time[0] * 60 + time[1]
      if zone.isEmpty {
        first = minutes
        last = minutes
        isLocal = true
      } else {
        let hours = zone == "Z" ? 0 : Int(zone.dropFirst().prefix(2)) ?? 0
        first = minutes - (zone.first == "-" ? -hours : hours) * 60
        last = first
      }
    }
    self.first = first
    self.last = last
  }

  /// Whether it is a time whose place on Earth is not known.
  private(set) var isLocal = false

  func compare(with other: ReferencePeriod) -> ReferenceValue.Comparison {
    let slack = length == 4 && other.length == 4 && isLocal != other.isLocal ? 26 * 60 : 0
    if last + slack < other.first { return .less }
    if first > other.last + slack { return .more }
    return length == other.length && slack == 0 ? .equal : .unknown
  }
}
