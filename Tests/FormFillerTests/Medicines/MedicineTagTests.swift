import Testing

/// What medicines count as, from the clinical reference.
@Suite struct MedicineTagTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let tag: String
    let names: [String]
    /// What is near and does not count.
    let others: [String]

    init(_ tag: String, _ names: [String], not others: [String] = []) {
      self.tag = tag
      self.names = names
      self.others = others
    }

    var testDescription: String { tag }
  }

  static let cases = [
    Case(
      "opioid", ["tramadol", "Suboxone", "Percocet", "Norco", "Fioricet with Codeine", "Opana"],
      not: ["naloxone", "Narcan", "naltrexone", "Fioricet"]),
    Case("benzodiazepine", ["Xanax", "Librax", "midazolam"], not: ["zolpidem"]),
    Case("z-drug", ["Ambien", "eszopiclone", "zaleplon"], not: ["suvorexant"]),
    Case("barbiturate", ["Fioricet", "phenobarbital", "primidone", "Ascomp"]),
    Case("gabapentinoid", ["gabapentin", "Lyrica"]),
    Case("muscle-relaxant", ["baclofen", "Soma", "tizanidine", "Norgesic"]),
    Case(
      "sedating-antihistamine", ["hydroxyzine", "Benadryl", "Tylenol PM", "NyQuil"],
      not: ["Zyrtec", "Claritin", "Zyrtec-D"]),
    Case(
      "sedating-antidepressant",
      ["trazodone", "mirtazapine", "amitriptyline", "nortriptyline", "doxepin"],
      not: ["sertraline", "bupropion", "duloxetine"]),
    Case(
      "sedating-antipsychotic", ["quetiapine", "olanzapine", "Symbyax", "Lybalvi"],
      not: ["aripiprazole"]),
    Case("alpha-2-agonist", ["clonidine", "tizanidine"]),
    Case("oxybate", ["Xyrem", "Xywav"]),
    Case(
      "sedative",
      ["oxycodone", "clonidine", "trazodone", "quetiapine", "olanzapine", "hydroxyzine", "Lyrica"],
      not: ["melatonin", "caffeine", "lithium", "sertraline", "ondansetron", "metoclopramide"]),
    Case("maoi", ["phenelzine", "selegiline", "linezolid", "methylene blue", "Urelle"]),
    Case(
      "stimulant", ["Adderall", "methylphenidate", "modafinil", "phentermine", "Qsymia"],
      not: ["caffeine"]),
    Case(
      "decongestant", ["Sudafed", "phenylephrine", "Zyrtec-D", "Allegra-D", "ephedrine"],
      not: ["albuterol", "salmeterol", "Advair", "EpiPen", "Zyrtec", "Allegra", "desmopressin"]),
    Case("theophylline", ["theophylline", "aminophylline"], not: ["albuterol"]),
    Case("thyroid-hormone", ["levothyroxine", "liothyronine", "Armour Thyroid"]),
    Case("liothyronine", ["liothyronine", "Cytomel", "Armour Thyroid"], not: ["levothyroxine"]),
    Case("antithyroid", ["methimazole", "propylthiouracil"]),
    Case(
      "cyp3a4-inhibitor",
      ["clarithromycin", "grapefruit juice", "itraconazole", "Kaletra", "Genvoya", "diltiazem"],
      not: ["amlodipine"]),
    Case("cyp2b6-inhibitor", ["ticlopidine", "clopidogrel"]),
    Case(
      "inducer", ["rifampin", "St. John's wort", "carbamazepine", "phenytoin", "phenobarbital"],
      not: ["lamotrigine", "levetiracetam"]),
    Case("lamotrigine", ["Lamictal"], not: ["levetiracetam"]),
    Case("nmda", ["memantine", "amantadine", "Nuedexta", "Auvelity", "Spravato", "ketamine"]),
    Case("ketamine", ["ketamine", "esketamine"], not: ["memantine", "ketorolac"]),
    Case(
      "opioid-antagonist", ["naltrexone", "low-dose naltrexone", "Contrave", "Lybalvi"],
      not: ["naloxone", "Narcan", "Suboxone", "Zubsolv", "naloxegol", "methylnaltrexone"]),
    Case("antipsychotic", ["clozapine", "haloperidol", "Symbyax"], not: ["lithium"]),
    Case("clozapine", ["Clozaril"], not: ["olanzapine"]),
    Case(
      "heart", ["metoprolol", "nitroglycerin", "amiodarone", "Entresto", "Zestoretic"],
      not: ["atorvastatin", "rosuvastatin", "warfarin"]),
    Case(
      "blood-pressure", ["lisinopril", "Zestoretic", "Hyzaar", "Entresto", "clonidine"],
      not: ["midodrine", "atorvastatin"]),
    Case("anticoagulant", ["warfarin", "Eliquis", "Plavix", "Lovenox"], not: ["aspirin"]),
    Case("cannabinoid", ["cannabis", "CBD", "dronabinol", "nabilone"]),
    Case("fasting-delay", ["Ozempic", "tirzepatide", "Trulicity"], not: ["metformin"]),
    Case("fasting-sugar", ["Lantus", "Jardiance", "glipizide"], not: ["metformin", "Ozempic"]),
  ]

  @Test(arguments: cases) func `a tag is on what it is for`(example: Case) throws {
    let vocabulary = try MedicineVocabulary.shared.get()
    for (names, isTagged) in [(example.names, true), (example.others, false)] {
      for name in names {
        let concept = try #require(vocabulary.concepts(named: name).first, "\(name)")
        #expect(concept.texts("tag").contains(example.tag) == isTagged, "\(name)")
      }
    }
  }

  @Test(arguments: [
    "caffeine", "melatonin", "ondansetron", "metoclopramide", "atorvastatin", "rosuvastatin",
    "desmopressin", "naloxone", "naloxegol", "methylnaltrexone", "albuterol", "salmeterol",
    "epinephrine", "lithium", "sertraline", "acetaminophen",
  ])
  func `what raises no finding has no tag`(code: String) throws {
    #expect(try MedicineVocabulary.shared.get().concept(code).texts("tag") == [])
  }

  @Test func `each tag that is used is tested`() throws {
    let used = Set(try MedicineVocabulary.shared.get().concepts.flatMap { $0.texts("tag") })
    #expect(used == Set(Self.cases.map(\.tag)))
  }
}
