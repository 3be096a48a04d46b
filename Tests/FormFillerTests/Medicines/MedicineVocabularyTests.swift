import FHIR
import Testing

/// What every entry of the list of medicines keeps to.
@Suite struct MedicineVocabularyTests {
  private let vocabulary: MedicineVocabulary

  init() throws { vocabulary = try MedicineVocabulary.shared.get() }

  @Test func `a combination has the tags of all its ingredients and no others`() throws {
    var combinations = 0
    for concept in vocabulary.concepts {
      let ingredients = concept.texts("ingredient")
      guard !ingredients.isEmpty else { continue }
      combinations += 1
      let tags = try ingredients.flatMap { try vocabulary.concept($0).texts("tag") }
      #expect(Set(concept.texts("tag")) == Set(tags), "\(concept.code ?? "")")
      #expect(ingredients.count > 1, "\(concept.code ?? "")")
    }
    #expect(combinations > 50)
  }

  @Test func `what makes drowsy by its class counts as sedative`() {
    let classes = [
      "opioid", "benzodiazepine", "z-drug", "barbiturate", "gabapentinoid", "muscle-relaxant",
      "sedating-antihistamine", "sedating-antidepressant", "sedating-antipsychotic",
      "alpha-2-agonist", "oxybate",
    ]
    let sedatives = vocabulary.codes(tagged: "sedative")
    for tag in classes {
      let members = vocabulary.codes(tagged: tag)
      #expect(!members.isEmpty, "\(tag)")
      #expect(members.subtracting(sedatives) == [], "\(tag)")
    }
  }

  @Test func `every tag has a value set with just the concepts that carry it`() throws {
    let tags = Set(vocabulary.concepts.flatMap { $0.texts("tag") })
    #expect(tags.count > 30)
    for tag in tags.sorted() {
      let members = vocabulary.concepts.filter { $0.isSelectable && $0.texts("tag").contains(tag) }
      let codes = try MedicineVocabulary.codes(ofValueSet: "medicine-\(tag)")
      #expect(Set(codes) == Set(members.compactMap(\.code)), "\(tag)")
    }
    let all = vocabulary.concepts.filter(\.isSelectable).compactMap(\.code)
    #expect(try MedicineVocabulary.codes(ofValueSet: "medicines") == all)
  }

  @Test func `a name belongs to one concept alone`() {
    var owners: [String: String] = [:]
    for concept in vocabulary.concepts {
      for name in concept.names {
        let code = concept.code ?? ""
        let key = MedicineVocabulary.folded(name)
        #expect(owners[key] == nil, "\(name): \(owners[key] ?? "") and \(code)")
        owners[key] = code
      }
    }
    #expect(Set(vocabulary.concepts.map(\.code)).count == vocabulary.concepts.count)
  }

  @Test func `a name that looks like another is told of by both`() throws {
    var pairs = 0
    for concept in vocabulary.concepts {
      for name in concept.texts("look-alike") {
        let others = vocabulary.concepts(named: name)
        try #require(others.count == 1, "\(concept.code ?? "") looks like \(name)")
        let back = others[0].texts("look-alike").map(MedicineVocabulary.folded)
        let own = concept.names.map(MedicineVocabulary.folded)
        #expect(!Set(back).isDisjoint(with: own), "\(name) does not look like \(own[0])")
        pairs += 1
      }
    }
    #expect(pairs > 0)
  }

  /// The pairs of the clinical reference; names, since some are brands.
  @Test(arguments: [
    ["hydroxyzine", "hydralazine"], ["tramadol", "trazodone"], ["clonidine", "clonazepam"],
    ["clonidine", "Klonopin"], ["lamotrigine", "levetiracetam"], ["bupropion", "buspirone"],
    ["bupropion", "buprenorphine"], ["buspirone", "buprenorphine"], ["oxycodone", "OxyContin"],
    ["oxycodone", "oxymorphone"], ["OxyContin", "oxymorphone"], ["methadone", "methylphenidate"],
    ["Celexa", "Celebrex"], ["Celexa", "Cerebyx"], ["Celebrex", "Cerebyx"], ["Zyprexa", "Zyrtec"],
    ["prednisone", "primidone"], ["hydrocodone", "hydromorphone"], ["hydrocodone", "morphine"],
    ["hydromorphone", "morphine"], ["tramadol", "Toradol"], ["ketamine", "ketorolac"],
  ])
  func `names that are known to be mixed up are asked about`(pair: [String]) throws {
    for (name, other) in [(pair[0], pair[1]), (pair[1], pair[0])] {
      let concept = try #require(vocabulary.concepts(named: name).first, "\(name)")
      let found = concept.texts("look-alike").map(MedicineVocabulary.folded)
      #expect(found.contains(MedicineVocabulary.folded(other)), "\(name)")
    }
  }

  @Test func `numbers of RxNorm are numbers, each of one concept`() {
    var seen: Set<String> = []
    for number in vocabulary.concepts.flatMap({ $0.texts("rxcui") }) {
      #expect(number.allSatisfy(\.isNumber) && !number.isEmpty, "\(number)")
      #expect(seen.insert(number).inserted, "\(number)")
    }
    #expect(seen.count > 250)
  }

  /// Numbers that were seen only in lists known to be wrong.
  @Test(arguments: ["alprazolam", "albuterol", "atenolol", "amlodipine", "apixaban"])
  func `a number of RxNorm that nobody verified is left out`(code: String) throws {
    #expect(try vocabulary.concept(code).texts("rxcui") == [])
  }
}
