import FHIR
import Library
import Testing

/// What value sets stand for.
@Suite struct ValueSetTests {
  static let animals = #"""
    {"resourceType":"CodeSystem","url":"urn:animals","version":"1","content":"complete","concept":[
      {"code":"mammal","display":"Mammal","property":[{"code":"notSelectable","valueBoolean":true}],
       "concept":[
        {"code":"cat","display":"Cat","designation":[{"value":"Pussycat"}],
         "property":[{"code":"legs","valueInteger":4},{"code":"home","valueCode":"house"}]},
        {"code":"bat","display":"Bat","property":[{"code":"legs","valueInteger":2}],
         "concept":[{"code":"fruit-bat","display":"Fruit bat"}]}]},
      {"code":"bird","display":"Bird","property":[{"code":"legs","valueInteger":2},
         {"code":"tame","valueBoolean":false}]}]}
    """#

  /// The codes of a value set with this `compose`, or the error.
  private func codes(_ compose: String, more: [String: String] = [:]) throws -> [String] {
    try concepts(compose, more: more).compactMap(\.coding.code)
  }

  private func concepts(_ compose: String, more: [String: String] = [:]) throws -> [Concept] {
    var files = ["animals.json": Self.animals]
    files["set.json"] = #"{"resourceType":"ValueSet","url":"urn:set","compose":\#(compose)}"#
    files["intake.json"] = #"{"resourceType":"Questionnaire"}"#
    let library = try Folder(files.merging(more) { _, new in new }).library()
    return try library.concepts(
      ofValueSet: "urn:set", in: library.questionnaire(role: .intake).questionnaire)
  }

  private static func set(_ url: String, _ compose: String) -> String {
    #"{"resourceType":"ValueSet","url":"\#(url)","compose":\#(compose)}"#
  }

  @Test(arguments: [
    // A whole code system: those that only group are left out, narrower ones follow.
    (#"{"include":[{"system":"urn:animals"}]}"#, ["cat", "bat", "fruit-bat", "bird"]),
    (
      #"{"include":[{"system":"urn:animals","version":"1"}]}"#, ["cat", "bat", "fruit-bat", "bird"]
    ),
    // A list, in its own order, even of codes that only group; unknown systems and codes too.
    (
      #"{"include":[{"system":"urn:animals","concept":[{"code":"bird"},{"code":"mammal"},{"code":"x"}]}]}"#,
      ["bird", "mammal", "x"]
    ),
    (#"{"include":[{"system":"urn:none","concept":[{"code":"y"},{"code":"y"}]}]}"#, ["y"]),
    // Several parts, each concept once.
    (
      #"{"include":[{"system":"urn:animals","concept":[{"code":"bird"}]},{"system":"urn:animals"}]}"#,
      ["bird", "cat", "bat", "fruit-bat"]
    ),
    // Other value sets; several of them in one part have to agree.
    (#"{"include":[{"valueSet":["urn:flying"]}]}"#, ["bird", "bat"]),
    (#"{"include":[{"valueSet":["urn:flying|1"]}]}"#, ["bird", "bat"]),
    (#"{"include":[{"valueSet":["urn:flying","urn:furry"]}]}"#, ["bat"]),
    (
      #"{"include":[{"valueSet":["urn:flying"]},{"valueSet":["urn:furry"]}]}"#,
      ["bird", "bat", "cat"]
    ),
    (#"{"include":[{"system":"urn:animals","valueSet":["urn:flying"]}]}"#, ["bat", "bird"]),
    // Excluded parts.
    (
      #"{"include":[{"system":"urn:animals"}],"exclude":[{"system":"urn:animals","concept":[{"code":"bat"}]}]}"#,
      ["cat", "fruit-bat", "bird"]
    ),
    (
      #"{"include":[{"system":"urn:animals"}],"exclude":[{"valueSet":["urn:flying"]}]}"#,
      ["cat", "fruit-bat"]
    ),
    (
      #"{"include":[{"system":"urn:none","concept":[{"code":"y"}]},{"valueSet":["urn:furry"]}],"exclude":[{"system":"urn:none"}]}"#,
      ["bat", "cat"]
    ),
    (#"{"include":[{"valueSet":["urn:flying"]}],"exclude":[{"system":"urn:animals"}]}"#, []),
    // Filters that the code system alone decides.
    (
      #"{"include":[{"system":"urn:animals","filter":[{"property":"concept","op":"is-a","value":"bat"}]}]}"#,
      ["bat", "fruit-bat"]
    ),
    (
      #"{"include":[{"system":"urn:animals","filter":[{"property":"code","op":"descendent-of","value":"mammal"}]}]}"#,
      ["cat", "bat", "fruit-bat"]
    ),
    (
      #"{"include":[{"system":"urn:animals","filter":[{"property":"legs","op":"=","value":"2"}]}]}"#,
      ["bat", "bird"]
    ),
    (
      #"{"include":[{"system":"urn:animals","filter":[{"property":"legs","op":"=","value":"2"},{"property":"tame","op":"=","value":"false"}]}]}"#,
      ["bird"]
    ),
    (
      #"{"include":[{"system":"urn:animals","filter":[{"property":"home","op":"=","value":"house"}]}]}"#,
      ["cat"]
    ),
    (
      #"{"include":[{"system":"urn:animals","filter":[{"property":"concept","op":"is-a","value":"fish"}]}]}"#,
      []
    ),
    (
      #"{"include":[{"system":"urn:animals","filter":[{"property":"legs","op":"in","value":"4, 2"}]}]}"#,
      ["cat", "bat", "bird"]
    ),
    (
      #"{"include":[{"system":"urn:animals","filter":[{"property":"legs","op":"not-in","value":"4,8"}]}]}"#,
      ["bat", "fruit-bat", "bird"]
    ),
    (
      #"{"include":[{"system":"urn:animals","filter":[{"property":"code","op":"in","value":"bird,cat"}]}]}"#,
      ["cat", "bird"]
    ),
    (
      #"{"include":[{"system":"urn:animals","filter":[{"property":"concept","op":"=","value":"bat"}]}]}"#,
      ["bat"]
    ),
    (
      #"{"include":[{"system":"urn:animals","filter":[{"property":"home","op":"exists","value":"true"}]}]}"#,
      ["cat"]
    ),
    (
      #"{"include":[{"system":"urn:animals","filter":[{"property":"home","op":"exists","value":"false"}]}]}"#,
      ["bat", "fruit-bat", "bird"]
    ),
    (#"{"include":[]}"#, []),
  ])
  func compositions(_ compose: String, _ expected: [String]) throws {
    let flying = #"""
      {"resourceType":"ValueSet","url":"urn:flying","version":"1","compose":{"include":[
        {"system":"urn:animals","concept":[{"code":"bird"},{"code":"bat"}]}]}}
      """#
    let furry = Self.set(
      "urn:furry",
      #"{"include":[{"system":"urn:animals","concept":[{"code":"bat"},{"code":"cat"}]}]}"#)
    #expect(try codes(compose, more: ["flying.json": flying, "furry.json": furry]) == expected)
  }

  @Test(
    arguments: [
      (#"{"include":[{"system":"urn:none"}]}"#, .unknownCodeSystem(Canonical("urn:none")), 66),
      (
        #"{"include":[{"system":"urn:animals","version":"2"}]}"#,
        .unknownCodeSystem(Canonical("urn:animals|2")), 66
      ),
      (#"{"include":[{"system":"urn:empty"}]}"#, .codeSystemWithoutConcepts("urn:empty"), 66),
      (#"{"include":[{"valueSet":["urn:none"]}]}"#, .unknownValueSet("urn:none"), 66),
      (##"{"include":[{"valueSet":["#none"]}]}"##, .unknownValueSet("#none"), 66),
      (#"{"include":[{}]}"#, .emptyPart, 66),
      (
        #"{"include":[{"system":"urn:x","concept":[{"display":"no code"}]}]}"#, .conceptWithoutCode,
        95
      ),
      (
        #"{"include":[{"system":"urn:animals","filter":[{"property":"legs","op":"regex","value":"."}]}]}"#,
        .unsupportedFilter(property: "legs", operation: "regex"), 100
      ),
      (
        #"{"include":[{"system":"urn:animals","filter":[{"property":"legs","op":"exists","value":"1"}]}]}"#,
        .unsupportedFilter(property: "legs", operation: "exists"), 100
      ),
      (#"{"include":[{"valueSet":["urn:set"]}]}"#, .valueSetCycle(["urn:set", "urn:set"]), 66),
    ] as [(String, LibraryError.Reason, Int)])
  func errors(_ compose: String, _ reason: LibraryError.Reason, _ column: Int) {
    let empty = #"{"resourceType":"CodeSystem","url":"urn:empty","content":"not-present"}"#
    let error = #expect(throws: LibraryError.self) {
      try codes(compose, more: ["empty.json": empty])
    }
    #expect(
      error
        == LibraryError(
          reason, file: "set.json", position: SourcePosition(line: 1, column: column)))
  }

  @Test func cyclesNameAllThatTakePart() {
    let error = #expect(throws: LibraryError.self) {
      try codes(
        #"{"include":[{"valueSet":["urn:a"]}]}"#,
        more: [
          "a.json": Self.set("urn:a", #"{"include":[{"valueSet":["urn:b"]}]}"#),
          "b.json": Self.set("urn:b", #"{"include":[{"valueSet":["urn:a"]}]}"#),
        ])
    }
    #expect(error?.reason == .valueSetCycle(["urn:a", "urn:b", "urn:a"]))
    #expect(error?.file == "b.json")
  }

  /// Sets that each name the one before twice would take for ever if each were worked out anew.
  @Test func setsThatAreNamedOftenAreWorkedOutOnce() throws {
    var contained = [
      #"{"resourceType":"ValueSet","id":"s0","compose":{"include":[{"system":"urn:x","concept":[{"code":"a"}]}]}}"#
    ]
    for number in 1...60 {
      let part = ##"{"valueSet":["#s\##(number - 1)"]}"##
      contained.append(
        #"{"resourceType":"ValueSet","id":"s\#(number)","compose":{"include":[\#(part),\#(part)]}}"#
      )
    }
    let text =
      #"{"resourceType":"Questionnaire","contained":[\#(contained.joined(separator: ","))]}"#
    let form = try #require(Questionnaire(try JSONDocument(text).root))
    let found = try Library(resources: []).concepts(ofValueSet: "#s60", in: form)
    #expect(found.map(\.coding.code) == ["a"])
  }

  // MARK: - What a concept brings along

  @Test func wordsComeFromTheValueSetThenTheCodeSystem() throws {
    let found = try concepts(
      #"""
      {"include":[{"system":"urn:animals","concept":[
        {"code":"cat","display":"House cat","designation":[{"value":"Moggy"}]},
        {"code":"bat"},{"code":"unknown"}]}]}
      """#)
    #expect(found.map(\.display) == ["House cat", "Bat", "unknown"])
    #expect(found.map(\.coding.system) == ["urn:animals", "urn:animals", "urn:animals"])
    #expect(found.map(\.designations) == [["Moggy", "Cat", "Pussycat"], [], []])
    #expect(found.map { $0.definition?["code"]?.string } == ["cat", "bat", nil])
    #expect(found.map { $0.listing?["code"]?.string } == ["cat", "bat", "unknown"])
  }

  @Test func expansionsThatAreBroughtAlong() throws {
    let text = #"""
      {"resourceType":"ValueSet","url":"urn:set","compose":{"include":[{"system":"urn:none"}]},
       "expansion":{"contains":[
        {"system":"urn:animals","code":"mammal","abstract":true,"contains":[
          {"system":"urn:animals","code":"cat"},
          {"display":"Others","contains":[{"system":"urn:none","code":"y","display":"Yak"}]}]},
        {"system":"urn:animals","code":"cat"}]}}
      """#
    let found = try concepts("{}", more: ["set.json": text])
    #expect(found.map(\.coding.code) == ["cat", "y"])
    #expect(found.map(\.display) == ["Cat", "Yak"])
  }

  @Test func aSetWithoutContent() {
    let error = #expect(throws: LibraryError.self) {
      try codes("{}", more: ["set.json": #"{"resourceType":"ValueSet","url":"urn:set"}"#])
    }
    #expect(error?.reason == .emptyValueSet)
  }

  // MARK: - Contained resources

  @Test(arguments: [
    ("#own", ["x1", "x2"]), ("urn:own", ["x1", "x2"]), ("urn:own|2", ["x1", "x2"]),
    ("#whole", ["x1", "x2"]),
    ("#mixed", ["bird"]), ("urn:flying", ["bird"]),
  ])
  func containedSets(_ reference: String, _ expected: [String]) throws {
    let form = #"""
      {"resourceType":"Questionnaire","contained":[
        {"resourceType":"ValueSet","id":"own","url":"urn:own","version":"2","compose":{"include":[
          {"system":"urn:x","concept":[{"code":"x1"},{"code":"x2"}]}]}},
        {"resourceType":"ValueSet","id":"whole","compose":{"include":[{"system":"urn:x"}]}},
        {"resourceType":"CodeSystem","url":"urn:x","concept":[{"code":"x1"},{"code":"x2"}]},
        {"resourceType":"ValueSet","id":"mixed","compose":{"include":[{"valueSet":["urn:flying"]}]}}]}
      """#
    let flying = #"{"include":[{"system":"urn:animals","concept":[{"code":"bird"}]}]}"#
    let library = try Folder([
      "intake.json": form, "flying.json": Self.set("urn:flying", flying),
      "animals.json": Self.animals,
    ]).library()
    let questionnaire = try library.questionnaire(role: .intake).questionnaire
    let found = try library.concepts(ofValueSet: reference, in: questionnaire)
    #expect(found.compactMap(\.coding.code) == expected)
  }

  /// A contained resource is only for the resource that contains it.
  @Test func containedSetsOfOthers() throws {
    let other = #"""
      {"resourceType":"ValueSet","url":"urn:other","contained":[
        {"resourceType":"ValueSet","id":"own","compose":{"include":[
          {"system":"urn:z","concept":[{"code":"z"}]}]}}],
       "compose":{"include":[{"valueSet":["#own"]}]}}
      """#
    let form = #"""
      {"resourceType":"Questionnaire","contained":[
        {"resourceType":"ValueSet","id":"own","compose":{"include":[{"valueSet":["urn:other"]}]}}]}
      """#
    let library = try Folder(["intake.json": form, "other.json": other]).library()
    let questionnaire = try library.questionnaire(role: .intake).questionnaire
    #expect(
      try library.concepts(ofValueSet: "#own", in: questionnaire).map(\.coding.code) == ["z"])
  }

  @Test(arguments: ["#none", "urn:own|3", "http://hl7.org/fhir/ValueSet/administrative-gender", ""])
  func unknown(_ reference: String) throws {
    let form = #"""
      {"resourceType":"Questionnaire","contained":[
        {"resourceType":"ValueSet","id":"own","url":"urn:own","version":"2"}]}
      """#
    let questionnaire = try #require(Questionnaire(try JSONDocument(form).root))
    let error = #expect(throws: LibraryError.self) {
      try Library(resources: []).concepts(ofValueSet: reference, in: questionnaire)
    }
    #expect(error == LibraryError(.unknownValueSet(reference)))
  }

  // MARK: - Only what is needed

  @Test func filesAreReadOnceAndBrokenOnesDoNoHarm() throws {
    let folder = Folder([
      "intake.json": #"{"resourceType":"Questionnaire"}"#, "animals.json": Self.animals,
      "set.json": Self.set("urn:set", #"{"include":[{"system":"urn:animals"}]}"#),
      // Its address is not wanted, so what follows it is never looked at.
      "unused.json":
        #"{"resourceType":"ValueSet","url":"urn:unused","version":"1","compose":{oops"#,
    ])
    let library = try folder.library()
    let questionnaire = try library.questionnaire(role: .intake).questionnaire
    for _ in 0..<3 {
      #expect(try library.concepts(ofValueSet: "urn:set", in: questionnaire).count == 4)
    }
    #expect(folder.reads == ["intake.json", "animals.json", "set.json", "unused.json"])
  }
}
