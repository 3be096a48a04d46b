import FHIR
import SeededRandomness

@testable import FHIRPath

/// The reference for a live resource: the same places, from which the JSON of what is visible is
/// written anew each time.
struct ResponseModel {
  struct Entry {
    var element: LiveResource.Element
    var parent: Int?
    var inner: [Int] = []
    var place: LiveResource.Place
    /// The members of the content as JSON without braces; nil: none.
    var content: String?
  }

  var entries: [Entry] = []
  var outermost: [Int] = []
  let ownMembers: String

  static let linkIds = ["a", "b", "c", "pain", "é", "e\u{301}", ""]

  /// A random structure, with the live resource that has it.
  static func random(
    _ random: inout SeededGenerator, ownMembers: String = Self.ownMembers
  ) throws -> (model: ResponseModel, live: LiveResource) {
    var model = ResponseModel(ownMembers: ownMembers)
    let count = random.number(1...6)
    let live = LiveResource(try JSONDocument("{\(ownMembers)}").root) { builder in
      for _ in 0..<count { model.openItem(in: nil, depth: 0, &builder, &random) }
    }
    return (model, live)
  }

  static let ownMembers = """
    "resourceType":"QuestionnaireResponse","id":"r","status":"in-progress",\
    "_status":{"extension":[{"url":"u","valueBoolean":true}]},"unknownHere":{"x":1}
    """

  private mutating func openItem(
    in parent: Int?, depth: Int, _ builder: inout LiveResource.Builder,
    _ random: inout SeededGenerator
  ) {
    let item = open(.item(linkId: random.pick(from: Self.linkIds)), in: parent, &builder)
    if depth < 4 {
      for _ in 0..<random.pick(from: [0, 0, 1, 2]) {
        let answer = open(.answer, in: item, &builder)
        for _ in 0..<random.pick(from: [0, 0, 1, 2]) {
          openItem(in: answer, depth: depth + 2, &builder, &random)
        }
        builder.close()
      }
      for _ in 0..<random.pick(from: [0, 1, 2, 3]) {
        openItem(in: item, depth: depth + 1, &builder, &random)
      }
    }
    builder.close()
  }

  private mutating func open(
    _ element: LiveResource.Element, in parent: Int?, _ builder: inout LiveResource.Builder
  ) -> Int {
    let entry = entries.count
    entries.append(Entry(element: element, parent: parent, place: builder.open(element)))
    if let parent { entries[parent].inner.append(entry) } else { outermost.append(entry) }
    return entry
  }

  // MARK: - Changes

  /// Sets or takes away a random content, in both.
  mutating func change(_ live: inout LiveResource, _ random: inout SeededGenerator) throws {
    let entry = random.number(0...entries.count - 1)
    let content: String? =
      random.happens(inHundred: 30) ? nil : randomContent(of: entry, &random)
    entries[entry].content = content?.isEmpty == true ? nil : content
    let json = try content.map { try JSONDocument("{\($0)}").root }
    // With a copy about, the tree is laid out anew.
    let copy = random.happens(inHundred: 20) ? live : nil
    live.setContent(of: entries[entry].place, to: json)
    withExtendedLifetime(copy) {}
  }

  private func randomContent(of entry: Int, _ random: inout SeededGenerator) -> String {
    switch entries[entry].element {
    case .answer: return random.pick(from: Self.answers)
    case .item:
      var members = [random.pick(from: Self.itemMembers)]
      if entries[entry].inner.allSatisfy({ entries[$0].element != .answer }),
        random.happens(inHundred: 60)
      {
        let answers = (0..<random.pick(from: [1, 1, 2, 9])).map { _ in
          "{\(random.pick(from: Self.answers))}"
        }
        members.append("\"answer\":[\(answers.joined(separator: ","))]")
      }
      return members.filter { !$0.isEmpty }.joined(separator: ",")
    }
  }

  static let itemMembers = [
    #""odd":1,"another":{"_odd":{"id":"o"}}"#,
    "", #""text":"How is it?""#, #""text":null"#, #""_text":{"id":"only an extension"}"#,
    #""text":"a \"q\" é","_text":{"extension":[{"url":"u","valueString":"s"}]}"#,
    #""definition":"http://a/b","odd":{"odder":[1,2.50]}"#, #""another":"x","odd":3"#,
    #""extension":[{"url":"w","valueDecimal":1.50},{"url":"v","valueCode":"c"}]"#,
  ]

  static let answers = [
    #""valueInteger":3"#, #""valueDecimal":3.0"#,
    #""valueBoolean":true"#, #""valueBoolean":false"#, #""valueString":"no""#,
    #""valueString":"a longer text that takes more room than most others do, and then some""#,
    #""valueCoding":{"system":"s","code":"x","display":"X"}"#,
    #""valueCoding":{"code":"y","extension":[{"url":"\#(weight)","valueDecimal":2}]}"#,
    #""valueQuantity":{"value":5,"unit":"cm","system":"http://unitsofmeasure.org","code":"cm"}"#,
    #""valueQuantity":{"value":0.05,"system":"http://unitsofmeasure.org","code":"m"}"#,
    #""valueDate":"2020-01""#, #""valueDateTime":"2020-01-05T10:00:00Z""#,
    #""valueTime":"10:30:00""#,
    #""valueReference":{"reference":"Patient/1"},"extension":[{"url":"w","valueDecimal":7}]"#,
    #""id":"without a value""#, "",
  ]

  private static let weight = "http://hl7.org/fhir/StructureDefinition/ordinalValue"

  // MARK: - What is visible

  func isVisible(_ entry: Int) -> Bool {
    entries[entry].content != nil || entries[entry].inner.contains { isVisible($0) }
  }

  /// The document that holds what is visible.
  var document: String { "{\(members(ownMembers, outermost))}" }

  private func members(_ own: String, _ inner: [Int]) -> String {
    var members = own.isEmpty ? [] : [own]
    let visible = inner.filter { isVisible($0) }
    let answers = visible.filter { entries[$0].element == .answer }
    let items = visible.filter { entries[$0].element != .answer }
    if !answers.isEmpty { members.append(#""answer":[\#(list(answers))]"#) }
    if !items.isEmpty { members.append(#""item":[\#(list(items))]"#) }
    return members.joined(separator: ",")
  }

  private func list(_ entries: [Int]) -> String {
    entries.map { entry in
      var own = self.entries[entry].content.map { [$0] } ?? []
      if case .item(let linkId) = self.entries[entry].element {
        own.insert(#""linkId":"\#(linkId)""#, at: 0)
      }
      return "{\(members(own.joined(separator: ","), self.entries[entry].inner))}"
    }.joined(separator: ",")
  }

  /// The node of a visible entry in the tree of the document.
  func node(of entry: Int, in root: ResourceNode) -> ResourceNode {
    let parent = entries[entry].parent
    let outer = parent.map { node(of: $0, in: root) } ?? root
    let siblings = (parent.map { entries[$0].inner } ?? outermost).filter {
      isVisible($0) && (entries[$0].element == .answer) == (entries[entry].element == .answer)
    }
    let name = entries[entry].element == .answer ? "answer" : "item"
    let place = siblings.firstIndex(of: entry) ?? 0
    return outer.children.filter { $0.name == name }[place]
  }
}
