import FHIR
import Library
import Testing

/// What keeps a questionnaire from being put together, each with its file, place and item.
@Suite struct AssemblyProblemTests {
  private static let m = Modular.self
  private static let one = m.part("one", items: m.question("o"))
  private static let root = m.root(items: m.placeholder("urn:one|1"))

  struct Case: CustomTestStringConvertible, Sendable {
    let files: [String: String]
    let problems: [String]
    var testDescription: String { problems.joined(separator: "\n") }

    init(_ files: [String: String], _ problems: String...) {
      self.files = files
      self.problems = problems
    }
  }

  private static func rootWith(
    extensions: [String] = [], members: String = "", _ items: String...
  ) -> String {
    m.root(extensions: extensions, members: members, items: items.joined(separator: ",\n"))
  }

  /// The place of the only extension of an item at a line's start.
  private static let element = "column 45"

  static let placeholders = [
    Case(
      ["root.json": root],
      "root.json, line 4, \(element), item 'p': no file holds the part urn:one|1"),
    Case(
      ["root.json": rootWith(m.placeholder("urn:one|2")), "one.json": one],
      "root.json, line 4, \(element), item 'p': the part urn:one|2 is here in version 1"),
    Case(
      ["root.json": rootWith(m.placeholder("")), "one.json": one],
      "root.json, line 4, column 1, item 'p': the item has to name one sub-questionnaire "
        + "(valueCanonical)"),
    Case(
      [
        "root.json": rootWith(
          m.placeholder(
            "urn:one|1",
            extensions: [#"{"url":"\#(m.sdc)subQuestionnaire","valueCanonical":"urn:two"}"#])),
        "one.json": one,
      ],
      "root.json, line 4, column 1, item 'p': the item has to name one sub-questionnaire "
        + "(valueCanonical)"),
    Case(
      [
        "root.json": rootWith(m.placeholder("urn:one|1"))
          .replacing("display", with: "group"), "one.json": one,
      ],
      "root.json, line 4, column 1, item 'p': the item stands for a sub-questionnaire and is not of "
        + "the type \"display\""),
    Case(
      [
        "root.json": rootWith(m.placeholder("urn:one|1", members: #""enableWhen":[],"item":[],"#)),
        "one.json": one,
      ],
      "root.json, line 4, column 55, item 'p': the item gives way to a sub-questionnaire, and its "
        + "\"item\" would be lost",
      "root.json, line 4, column 45, item 'p': the item gives way to a sub-questionnaire, and its "
        + "\"enableWhen\" would be lost"),
    Case(
      [
        "root.json": rootWith(m.placeholder("urn:one|1")),
        "one.json": m.part("one", extensions: [m.context("person")], items: m.question("o")),
      ],
      "root.json, line 4, column 1, item 'p': urn:one|1 needs the variable %person here"),
    Case(
      [
        "root.json": rootWith(
          extensions: [m.variable("linkIdPrefix", "%patient.id")], m.placeholder("urn:one|1")),
        "one.json": one,
      ],
      "root.json, line 5, column 1, item 'p': linkIdPrefix has to be a text that is known "
        + "beforehand, which \"%patient.id\" is not"),
    Case(
      [
        "root.json": rootWith(
          extensions: [m.variable("linkIdPrefix", "'\(String(repeating: "x", count: 256))'")],
          m.placeholder("urn:one|1")), "one.json": one,
      ],
      "root.json, line 5, column 1, item 'p': linkIdPrefix is longer than 255 characters"),
  ]

  static let uses = [
    Case(
      [
        "root.json": root,
        "one.json": m.questionnaire("one", "assemble-root", items: m.question("o")),
      ],
      "root.json, line 4, \(element), item 'p': urn:one|1 says that it is no part of others "
        + "(assemble-root)"),
    Case(
      ["root.json": m.questionnaire("root", "assemble", items: m.question("o"))],
      "root.json, line 2, column 14: there is no assemble-expectation \"assemble\""),
    Case(
      [
        "intake.json": m.part("intake", items: m.question("i"))
      ],
      "intake.json, line 1, column 1: this is a part of other questionnaires and cannot be used on "
        + "its own"),
    Case(
      [
        "intake.json": m.questionnaire(
          "intake", extensions: [m.context("x")], items: m.question("i"))
      ],
      "intake.json, line 1, column 1: this is a part of other questionnaires and cannot be used on "
        + "its own"),
  ]

  static let conflicts = [
    Case(
      [
        "root.json": root,
        "one.json": m.part("one", members: #""language":"fr","#, items: m.question("o")),
      ],
      "one.json, line 1, column 74: the part is in the language \"fr\", the questionnaire around it "
        + "in none that it names"),
    Case(
      [
        "root.json": rootWith(members: #""language":"en","#, m.placeholder("urn:one")),
        "one.json": m.part(
          "one", members: #""language":"fr","implicitRules":"x","#, items: m.question("o")),
      ],
      "one.json, line 1, column 74: the part is in the language \"fr\", the questionnaire around it "
        + "in \"en\"", "one.json, line 1, column 95: a part cannot have \"implicitRules\""),
    Case(
      [
        "root.json": root,
        "one.json": m.part(
          "one", extensions: [#"{"url":"\#(m.sdc)entryMode","valueCode":"random"}"#],
          items: m.question("o")),
      ],
      "one.json, line 3, column 1: the part has the entryMode \"random\", the questionnaire around "
        + "it none"),
    Case(
      [
        "root.json": root,
        "one.json": m.part(
          "one", members: #""meta":{"security":[{"code":"R"}]},"#, items: m.question("o")),
      ],
      "one.json, line 1, column 83: the part has the security label \"R\", the questionnaire around "
        + "it has not"),
    Case(
      [
        "root.json": rootWith(extensions: [m.variable("v", "1")], m.placeholder("urn:one|1")),
        "one.json": m.part("one", extensions: [m.variable("v", "1")], items: m.question("o")),
      ],
      "one.json, line 3, column 1: the variable v comes from root.json to the same place"),
    Case(
      [
        "root.json": rootWith(
          m.placeholder("urn:one|1"), m.placeholder("urn:two|1", linkId: "q")),
        "one.json": m.part(
          "one",
          extensions: [
            m.launchContext("x"), #"{"url":"\#(m.sdc)itemExtractionContext","valueCode":"A"}"#,
          ], items: m.question("o")),
        "two.json": m.part(
          "two",
          extensions: [
            m.launchContext("x", "Group"),
            #"{"url":"\#(m.sdc)itemExtractionContext","valueCode":"B"}"#,
          ], items: m.question("t")),
      ],
      "two.json, line 3, column 1: there can be one sdc-questionnaire-launchContext \"x\" in this "
        + "place, and another comes from one.json",
      "two.json, line 4, column 1: there can be one sdc-questionnaire-itemExtractionContext in this "
        + "place, and another comes from one.json"),
    Case(
      [
        "root.json": rootWith(
          m.placeholder("urn:one|1"), m.placeholder("urn:two|1", linkId: "q")),
        "one.json": m.part(
          "one", members: #""contained":[{"resourceType":"Basic","id":"c"}],"#,
          items: m.question("o")),
        "two.json": m.part(
          "two", members: #""contained":[{"resourceType":"Basic","id":"c","x":1}],"#,
          items: m.question("t")),
      ],
      "two.json, line 1, column 76: the contained resource \"c\" is another one in one.json"),
    Case(
      [
        "root.json": root,
        "one.json": m.part(
          "one", members: #""contained":[{"resourceType":"Basic"}],"#, items: m.question("o")),
      ], "one.json, line 1, column 76: the contained resource has no \"id\""),
    Case(
      [
        "root.json": rootWith(m.question("a"), m.placeholder("urn:one|1")),
        "one.json": m.part("one", items: m.question("o") + ",\n" + m.question("a")),
      ],
      "one.json, line 5, column 1, item 'a': the linkId 'a' is also in root.json, line 4, column 1"),
    Case(
      [
        "root.json": rootWith(m.placeholder("urn:one|1"), m.placeholder("urn:one", linkId: "q")),
        "one.json": m.part("one", items: m.question("o") + "," + m.question("u")),
      ],
      "one.json, line 4, column 1, item 'o': urn:one|1 is put in twice, so that linkIds such as 'o' "
        + "are there twice"),
    Case(
      [
        "root.json": root,
        "one.json": m.part("one", items: m.placeholder("urn:two|1", linkId: "q")),
        "two.json": m.part("two", items: m.placeholder("urn:one", linkId: "r")),
      ],
      "two.json, line 4, column 1, item 'r': these questionnaires hold each other: "
        + "urn:one|1 → urn:two|1 → urn:one|1"),
    Case(
      [
        "root.json": m.questionnaire("root", items: m.placeholder("urn:root"))
      ],
      "root.json, line 4, column 1, item 'p': these questionnaires hold each other: "
        + "urn:root|1 → urn:root|1"),
  ]

  @Test(arguments: placeholders + uses + conflicts)
  func isNamedWithItsPlace(_ row: Case) throws {
    #expect(try Modular.problems(row.files) == row.problems)
  }

  @Test func allAreNamedAtOnceAndTheFirstWhenTheFormIsAskedFor() throws {
    let m = Modular.self
    let library = try Folder([
      "root.json": m.root(
        items: [m.placeholder("urn:a"), m.placeholder("urn:b"), m.placeholder("urn:c")]
          .joined(separator: ",\n"))
    ]).library()
    let problems = library.problems()
    #expect(
      problems.map(\.reason)
        == ["urn:a", "urn:b", "urn:c"].map { .assembly(.missingPart(Canonical($0))) })
    let error = #expect(throws: LibraryError.self) {
      try library.questionnaire(file: "root.json")
    }
    #expect(error == problems.first)
  }

  // MARK: - Too much

  /// Forms that use the next twice, down to one of questions.
  private func doubling(_ count: Int) -> [String: String] {
    let m = Modular.self
    var files = ["root.json": m.root(items: m.placeholder("urn:n0"))]
    for number in 0..<count {
      let next = ["a", "b"].map { side in
        m.placeholder(
          "urn:n\(number + 1)", linkId: side,
          extensions: [m.variable("linkIdPrefix", "'\(side)'")])
      }
      files["n\(number).json"] = m.part("n\(number)", items: next.joined(separator: ","))
    }
    files["n\(count).json"] = m.part("n\(count)", items: m.question("o"))
    return files
  }

  @Test func moreThanAThousandParts() throws {
    let problems = try Folder(doubling(30)).library().problems().map(\.reason)
    #expect(problems.contains(.assembly(.tooManyParts(limit: 1000))))
    #expect(problems.count < 10)
  }

  @Test func moreThanTwoHundredThousandItems() throws {
    let m = Modular.self
    let many = (0..<2_100).map { m.question("\($0)") }.joined(separator: ",")
    let uses = (0..<100).map { number in
      m.placeholder(
        "urn:one", linkId: "p\(number)",
        extensions: [m.variable("linkIdPrefix", "'\(number).'")])
    }
    let files = [
      "root.json": m.root(items: uses.joined(separator: ",")),
      "one.json": m.part("one", items: many),
    ]
    let problems = try Folder(files).library().problems().map(\.reason)
    #expect(problems == [.assembly(.tooManyItems(limit: 200_000))])
  }

  @Test func moreBytesThanAFileMayHave() throws {
    let m = Modular.self
    let long = String(repeating: "x", count: 1_048_576)
    let part = m.part("one", items: #"{"linkId":"o","type":"display","text":"\#(long)"}"#)
    let uses = (0..<40).map { number in
      m.placeholder(
        "urn:one", linkId: "p\(number)",
        extensions: [m.variable("linkIdPrefix", "'\(number).'")])
    }
    let problems = try Folder([
      "root.json": m.root(items: uses.joined(separator: ",")), "one.json": part,
    ]).library().problems().map(\.reason)
    #expect(problems == [.assembly(.tooLarge(limit: 32 * 1_048_576))])
  }

  @Test(arguments: [49, 50])
  func deeperThanTheReaderReads(_ depth: Int) throws {
    let m = Modular.self
    var files: [String: String] = ["root.json": m.root(items: m.placeholder("urn:n1"))]
    for number in 1...depth {
      files["n\(number).json"] = m.part(
        "n\(number)",
        items: m.group("g\(number)", m.placeholder("urn:n\(number + 1)", linkId: "p")))
    }
    files["n\(depth + 1).json"] = m.part("n\(depth + 1)", items: m.question("o"))
    let problems = try Folder(files).library().problems().map(\.reason)
    #expect(problems == (depth < 50 ? [] : [.assembly(.tooDeep(limit: 50))]))
    if depth < 50 {
      let form = try m.assembled(files)
      let text = JSONWriter().text(of: form.node)
      #expect(try JSONDocument(text).root == form.node)
    }
  }
}
