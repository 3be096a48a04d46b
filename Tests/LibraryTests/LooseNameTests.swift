import FHIR
import Library
import Testing

/// Names with words that do not belong to them, and names that are taken for others.
@Suite struct LooseNameTests {
  static let paints = #"""
    {"resourceType":"CodeSystem","url":"urn:paints","content":"complete",
     "extension":[
      {"url":"https://intake.example/fhir/StructureDefinition/loose-word","valueString":"Gloss"},
      {"url":"https://intake.example/fhir/StructureDefinition/loose-word","valueString":"XL"},
      {"url":"https://intake.example/fhir/StructureDefinition/loose-word","valueString":"quick-dry"},
      {"url":"https://example.org/other","valueString":"white"}],
     "concept":[
      {"code":"umber","display":"Umber","property":[
        {"code":"look-alike","valueCode":"ember"},{"code":"look-alike","valueString":"Amber"},
        {"code":"look-alike","valueString":"Umbra"},{"code":"look-alike","valueString":"Raw umber"}],
       "designation":[{"value":"Raw umber"}]},
      {"code":"ember","display":"Ember","property":[{"code":"look-alike","valueCode":"umber"}]},
      {"code":"ochre","display":"Ochre","designation":[{"value":"Amber"}]},
      {"code":"ivory","display":"Ivory","designation":[{"value":"Ivory Gloss White"}]},
      {"code":"gloss","display":"Gloss oxide"}, {"code":"slate","display":"Slate XL"},
      {"code":"sea","display":"Sea","property":[{"code":"look-alike","valueCode":"lake"}]}]}
    """#

  let search: ConceptSearch

  init() throws {
    let set = #"""
      {"resourceType":"ValueSet","url":"urn:set","compose":{"include":[{"system":"urn:paints"}]}}
      """#
    let library = try Library(
      resources: [JSONDocument(Self.paints).root, JSONDocument(set).root])
    let form = try #require(
      Questionnaire(try JSONDocument(#"{"resourceType":"Questionnaire"}"#).root))
    search = ConceptSearch(try library.concepts(ofValueSet: "urn:set", in: form))
  }

  private func found(_ typed: String) -> [String] {
    search.matches(typed).map { match in
      ([match.name, "\(match.quality)"] + match.keptWords.map { "+\($0)" })
        .joined(separator: " ")
    }
  }

  @Test(
    arguments: [
      // Passed over, kept, and spelled as the code system has it.
      ("umber gloss", ["Umber exact +Gloss"]), ("UMBER xl", ["Umber exact +XL"]),
      ("gloss umber", ["Umber exact +Gloss"]), ("umber-XL-gloss", ["Umber exact +XL +Gloss"]),
      ("Umber, quick dry", ["Umber exact +quick +dry"]),
      ("raw umber gloss", ["Raw umber exact +Gloss"]),
      // Not when the name has them itself.
      ("slate xl", ["Slate XL exact"]), ("ivory gloss white", ["Ivory Gloss White exact"]),
      ("gloss oxide", ["Gloss oxide exact"]),
      ("gloss", ["Gloss oxide startOfDisplay", "Ivory Gloss White startOfWords"]),
      // A whole name goes before the beginning of a longer one that has the word.
      ("ivory gloss", ["Ivory exact +Gloss"]),
      // Beginnings and other spellings, where nothing fits as it was typed.
      ("umb xl", ["Umber startOfDisplay +XL"]),
      ("ochra gloss", ["Ochre spelling(distance: 1) +Gloss"]),
      ("slate gloss", ["Slate XL startOfDisplay +Gloss"]),
      // Words that are not declared are part of the name.
      ("umber white", []), ("umber matt", []), ("xl", ["Slate XL startOfWords"]), ("quick dry", []),
    ] as [(String, [String])])
  func looseWords(_ typed: String, _ expected: [String]) {
    #expect(found(typed) == expected)
  }

  @Test(
    arguments: [
      // Codes by their display, names as they stand; the one that fits is not asked about itself.
      ("umber", ["Ember = ember", "Amber = ochre", "Umbra = nothing", "Raw umber = umber"]),
      ("raw umber", ["Ember = ember", "Amber = ochre", "Umbra = nothing"]),
      ("ember", ["Umber = umber"]), ("ember gloss", ["Umber = umber"]), ("ochre", []),
      // A code that is not among the concepts is shown as it is.
      ("sea", ["lake = nothing"]),
    ] as [(String, [String])])
  func lookAlikes(_ typed: String, _ expected: [String]) throws {
    let match = try #require(search.matches(typed).first)
    #expect(match.concept.coding.code == search.concepts[match.place].coding.code)
    let found = match.lookAlikes.map { other in
      "\(other.name) = \(other.concept?.coding.code ?? "nothing")"
    }
    #expect(found == expected)
    for other in match.lookAlikes {
      #expect(other.place.map { search.concepts[$0].coding } == other.concept?.coding)
    }
  }

  @Test func conceptsWithoutACodeSystemHaveNoLooseWords() {
    let search = ConceptSearch([Concept(Coding(code: "umber", display: "Umber"))])
    #expect(search.matches("umber gloss").isEmpty)
    let told = ConceptSearch([
      Concept(Coding(code: "umber", display: "Umber"), looseWords: ["gloss"])
    ])
    #expect(told.matches("umber gloss").first?.keptWords == ["gloss"])
  }
}
