import FHIR
import Library
import Testing

/// What a form can ask of its vocabularies.
@Suite struct TerminologyTests {
  static let pets = #"""
    {"resourceType":"CodeSystem","url":"urn:pets","version":"2","name":"Pets","content":"complete",
     "concept":[
      {"code":"dog","display":"Dog","definition":"It barks.",
       "designation":[{"language":"es","use":{"system":"urn:uses","code":"word"},"value":"Perro"},
        {"value":"Hound"}],
       "property":[{"code":"tag","valueCode":"loud"},{"code":"tag","valueCode":"large"},
        {"code":"weight","valueDecimal":25.50},{"code":"name","valueString":"Rex"},
        {"code":"tame","valueBoolean":true},
        {"code":"enemy","valueCoding":{"system":"urn:pets","code":"cat"}}],
       "concept":[{"code":"puppy","property":[{"code":"tag","valueCode":"small"}]}]},
      {"code":"cat","display":"Cat","property":[{"code":"tag","valueCode":"small"}]}]}
    """#

  static let form = #"""
    {"resourceType":"Questionnaire","contained":[
      {"resourceType":"ValueSet","id":"own","compose":{"include":[
        {"system":"urn:own","concept":[{"code":"x"}]}]}},
      {"resourceType":"CodeSystem","url":"urn:mine","content":"complete","concept":[{"code":"m"}]}]}
    """#

  static func set(_ url: String, version: String, _ tag: String) -> String {
    #"""
    {"resourceType":"ValueSet","url":"\#(url)","version":"\#(version)","compose":{"include":[
      {"system":"urn:pets","filter":[{"property":"tag","op":"=","value":"\#(tag)"}]}]}}
    """#
  }

  private let folder = Folder([
    "intake.json": form, "pets.json": pets,
    "small.json": set("urn:small", version: "1", "small"),
    "loud.json": set("urn:small", version: "0.9", "loud"),
    "broken.json": #"{"resourceType":"ValueSet","url":"urn:broken","version":"1","compose":{oops"#,
    "lost.json":
      #"{"resourceType":"ValueSet","url":"urn:lost","version":"1","compose":{"include":[{"system":"urn:gone"}]}}"#,
  ])

  private func terminology() throws -> Terminology {
    let library = try folder.library()
    return Terminology(library, for: try library.questionnaire(role: .intake).questionnaire)
  }

  @Test(
    arguments: [
      ("urn:pets dog", "urn:small", false), ("urn:pets puppy", "urn:small", true),
      ("urn:pets cat", "urn:small", true), ("urn:pets cat", "urn:small|1", true),
      ("urn:pets cat", "urn:small|0.9", false), ("urn:pets dog", "urn:small|0.9", true),
      // The same code of another system is another concept; without a system the code decides.
      ("urn:cars cat", "urn:small", false), (" cat", "urn:small", true),
      (" dog", "urn:small", false),
      ("urn:pets gone", "urn:small", false), ("urn:own x", "#own", true),
      ("urn:own y", "#own", false),
      // Any of several codings; codings without a code say nothing.
      ("urn:pets dog,urn:pets cat", "urn:small", true), ("", "urn:small", nil),
      ("urn:pets", "urn:small", nil), ("urn:pets,urn:pets dog", "urn:small", false),
    ] as [(String, String, Bool?)])
  func membership(_ codes: String, _ valueSet: String, _ expected: Bool?) throws {
    let codings = codes.split(separator: ",").map { text in
      let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      return Coding(
        system: parts[0].isEmpty ? nil : parts[0], code: parts.count > 1 ? parts[1] : nil)
    }
    #expect(try terminology().membership(of: codings, in: valueSet) == expected)
  }

  @Test(arguments: [
    ("urn:none", "is not here"), ("#none", "is not here"), ("urn:small|3", "is not here"),
    ("", "is not here"), ("urn:broken", "JSON"),
    ("urn:lost", "the code system urn:gone is not here"),
  ])
  func whatCannotBeUsedIsAnErrorEachTime(_ valueSet: String, _ reason: String) throws {
    let terminology = try terminology()
    for _ in 0..<2 {
      let error = #expect(throws: TerminologyError.self) {
        try terminology.membership(of: [Coding(system: "urn:pets", code: "cat")], in: valueSet)
      }
      #expect(error?.valueSet == valueSet)
      #expect(reason == "JSON" || error?.reason.contains(reason) == true)
    }
  }

  @Test(arguments: [
    ("urn:small", true), ("urn:small|0.9", true), ("#own", true), ("urn:lost", true),
    ("urn:none", false), ("urn:small|3", false), ("#none", false), ("urn:pets", false),
  ])
  func whetherAValueSetIsHereIsKnownWithoutExpandingIt(
    _ valueSet: String, _ isHere: Bool
  ) throws {
    #expect(try (terminology().problem(withValueSet: valueSet) == nil) == isHere)
  }

  @Test func nothingIsReadBeforeItIsAskedFor() throws {
    let terminology = try terminology()
    #expect(folder.reads == ["intake.json"])
    _ = try terminology.membership(of: [Coding(code: "x")], in: "urn:small")
    #expect(Set(folder.reads).count == folder.reads.count)
  }

  // MARK: - Look-up

  @Test func aConceptIsLookedUpWithItsProperties() throws {
    let found = try #require(
      try terminology().lookUp(Coding(system: "urn:pets", code: "dog")))
    let expected = try JSONDocument(
      #"""
      {"resourceType":"Parameters","parameter":[
        {"name":"name","valueString":"Pets"},{"name":"version","valueString":"2"},
        {"name":"display","valueString":"Dog"},
        {"name":"designation","part":[{"name":"language","valueCode":"es"},
          {"name":"use","valueCoding":{"system":"urn:uses","code":"word"}},
          {"name":"value","valueString":"Perro"}]},
        {"name":"designation","part":[{"name":"value","valueString":"Hound"}]},
        {"name":"property","part":[{"name":"code","valueCode":"definition"},
          {"name":"value","valueString":"It barks."}]},
        {"name":"property","part":[{"name":"code","valueCode":"tag"},
          {"name":"value","valueCode":"loud"}]},
        {"name":"property","part":[{"name":"code","valueCode":"tag"},
          {"name":"value","valueCode":"large"}]},
        {"name":"property","part":[{"name":"code","valueCode":"weight"},
          {"name":"value","valueDecimal":25.50}]},
        {"name":"property","part":[{"name":"code","valueCode":"name"},
          {"name":"value","valueString":"Rex"}]},
        {"name":"property","part":[{"name":"code","valueCode":"tame"},
          {"name":"value","valueBoolean":true}]},
        {"name":"property","part":[{"name":"code","valueCode":"enemy"},
          {"name":"value","valueCoding":{"system":"urn:pets","code":"cat"}}]}]}
      """#)
    #expect(found.root == expected.root)
  }

  @Test(
    arguments: [
      (Coding(system: "urn:pets", version: "2", code: "cat"), "Cat"),
      // Narrower concepts, and those that the form contains; without words, the code.
      (Coding(system: "urn:pets", code: "puppy"), "puppy"),
      (Coding(system: "urn:mine", code: "m"), "m"),
      (Coding(system: "urn:pets", version: "1", code: "cat"), nil),
      (Coding(system: "urn:pets", code: "gone"), nil),
      (Coding(system: "urn:gone", code: "cat"), nil), (Coding(code: "cat"), nil),
      (Coding(system: "urn:pets"), nil),
    ] as [(Coding, String?)])
  func lookUp(_ coding: Coding, _ display: String?) throws {
    let found = try terminology().lookUp(coding)
    let parameters = found?.root["parameter"]?.elements ?? []
    let shown = parameters.first { $0["name"]?.string == "display" }
    #expect(shown?["valueString"]?.string == display)
  }

  // MARK: - Concepts

  @Test func propertiesOfAConcept() throws {
    let library = try Library(resources: [
      JSONDocument(Self.pets).root,
      JSONDocument(
        #"""
        {"resourceType":"ValueSet","url":"urn:all","compose":{"include":[{"system":"urn:pets"}]}}
        """#
      ).root,
    ])
    let form = try #require(Questionnaire(JSONDocument(Self.form).root))
    let dog = try #require(try library.concepts(ofValueSet: "urn:all", in: form).first)
    #expect(dog.properties("tag").compactMap(\.string) == ["loud", "large"])
    #expect(dog.properties("weight").first?.decimal == ExactDecimal("25.50"))
    #expect(dog.properties("tame").first?.boolean == true)
    #expect(dog.properties("enemy").first?["code"]?.string == "cat")
    #expect(dog.properties("none").isEmpty)
  }

  @Test func aTerminologyOfAFunctionKnowsNoCodeSystem() throws {
    struct Away: Error, CustomStringConvertible { let description = "it is away" }
    let terminology = Terminology { reference in
      guard reference == "urn:v" else { throw Away() }
      return [Concept(Coding(system: "urn:s", code: "a"))]
    }
    #expect(try terminology.membership(of: [Coding(code: "a")], in: "urn:v") == true)
    #expect(terminology.problem(withValueSet: "urn:v") == nil)
    #expect(terminology.problem(withValueSet: "urn:w")?.reason == "it is away")
    #expect(try terminology.lookUp(Coding(system: "urn:s", code: "a")) == nil)
  }
}
