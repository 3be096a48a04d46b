import FHIR
import Library
import Testing

@Suite struct ConceptSearchTests {
  static let search = ConceptSearch(
    [
      ("Co-codamol", []), ("Codeine", []), ("Paracetamol", ["Acetaminophen", "Tylenol"]),
      ("Tylenol PM", []), ("X-ray", []), ("Crohn's disease", []),
      ("Ménière disease", ["Meniere's"]),
      ("Low back pain", ["Lumbago"]), ("Back pain after surgery", []), ("Pain", []),
      ("Straße", []), ("Łódź œdema", []), ("Boule-2 40 mg", []), ("Боль в спине", []),
      ("Xanax", []),
      ("Zantac", []), ("Hydroxyzine", []), ("Hydralazine", []),
    ].map { Concept(Coding(code: $0.0, display: $0.0), designations: $0.1) })

  private func found(_ typed: String) -> [String] {
    Self.search.matches(typed).map { match in
      let name = match.name == match.concept.display ? "" : " (\(match.name))"
      return "\(match.concept.display)\(name) \(match.quality)"
    }
  }

  @Test(
    arguments: [
      ("", []), ("  - ", []), ("qqq", []),
      // Hyphens and spaces do not matter, in what is typed or in the name.
      ("cocodamol", ["Co-codamol exact"]), ("CO CODAMOL", ["Co-codamol exact"]),
      ("co-codamol", ["Co-codamol exact"]),
      ("xray", ["X-ray exact"]), ("x ray", ["X-ray exact"]),
      ("lowback", ["Low back pain startOfDisplay"]),
      ("backpain", ["Back pain after surgery startOfDisplay", "Low back pain startOfWords"]),
      // Nor do diacritics, apostrophes and case.
      ("crohns", ["Crohn's disease startOfDisplay"]),
      ("crohn\u{2019}s dis", ["Crohn's disease startOfDisplay"]),
      ("meniere", ["Ménière disease startOfDisplay"]),
      ("MÉNIÈRE DISEASE", ["Ménière disease exact"]),
      ("me\u{301}nie\u{300}re", ["Ménière disease startOfDisplay"]), ("strasse", ["Straße exact"]),
      ("lodz oedema", ["Łódź œdema exact"]), ("БОЛЬ", ["Боль в спине startOfDisplay"]),
      // Each typed word starts a word, in any order.
      ("pain back", ["Low back pain startOfWords", "Back pain after surgery startOfWords"]),
      ("40 boule", ["Boule-2 40 mg startOfWords"]),
      ("surg", ["Back pain after surgery startOfWords"]),
      // Better fits come first, ties as the concepts are written.
      (
        "pain",
        ["Pain exact", "Low back pain startOfWords", "Back pain after surgery startOfWords"]
      ),
      ("co", ["Co-codamol startOfDisplay", "Codeine startOfDisplay"]),
      // Other words for a concept, each concept once by its best.
      ("tylenol", ["Paracetamol (Tylenol) exact", "Tylenol PM startOfDisplay"]),
      ("acet", ["Paracetamol (Acetaminophen) startOfWords"]),
      ("lumbago", ["Low back pain (Lumbago) exact"]),
      // Spelled differently: marked, and only when nothing fits as it stands.
      ("zanax", ["Xanax spelling(distance: 1)"]),
      ("paracetmol", ["Paracetamol spelling(distance: 1)"]),
      ("cocodomal", ["Co-codamol spelling(distance: 2)"]),
      ("codiene", ["Codeine spelling(distance: 1)"]),
      ("low bakc pain", ["Low back pain spelling(distance: 1)"]),
      (
        "bakc",
        ["Low back pain spelling(distance: 1)", "Back pain after surgery spelling(distance: 1)"]
      ),
      ("acetaminofen", ["Paracetamol (Acetaminophen) spelling(distance: 2)"]),
      ("hydroxizine", ["Hydroxyzine spelling(distance: 1)"]),
      ("hydrolazine", ["Hydralazine spelling(distance: 1)", "Hydroxyzine spelling(distance: 2)"]),
      // Short words are near too many others; three letters off is another word.
      ("pan", []), ("xnx", []), ("xanaks", ["Xanax spelling(distance: 2)"]), ("xonox", []),
      ("parrasetimol", []),
    ] as [(String, [String])])
  func matches(_ typed: String, _ expected: [String]) {
    #expect(found(typed) == expected)
  }

  @Test func everyConceptIsFoundByItsOwnWords() {
    for concept in Self.search.concepts {
      for name in [concept.display] + concept.designations {
        let match = Self.search.matches(name).first
        #expect(match?.quality == .exact)
        #expect(match?.name == name)
      }
    }
  }
}
