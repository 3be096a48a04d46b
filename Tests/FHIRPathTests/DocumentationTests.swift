import FHIR
import FHIRPath
import Foundation
import Testing

/// The page that explains the module: its examples stand here too, and so compile and run.
@Suite struct DocumentationTests {
  // MARK: - The examples of the page

  private func resource() throws -> ResourceNode {
    let document = try JSONDocument(
      """
      {"resourceType": "QuestionnaireResponse", "status": "completed", "item": [
        {"linkId": "pain", "answer": [{"valueInteger": 7}]},
        {"linkId": "sleep", "answer": [{"valueInteger": 2}]}]}
      """)
    let resource = ResourceTree(document).root
    return resource
  }

  @Test func anExpressionIsEvaluated() throws {
    let resource = try resource()
    let expression = try FHIRPathExpression("item.where(linkId = 'pain').answer.value")
    let values = try expression.evaluate(on: resource)
    let number = values.first?.decimal  // 7
    let place = if case .node(let node)? = values.first { node.path } else { "" }
    #expect(number == 7)
    #expect(place == "QuestionnaireResponse.item[0].answer.value")
    #expect(try Page.text().contains("`\(place)`"))

    let rule = try FHIRPathExpression("item.answer.value.max() >= 7")
    let isRaised = try rule.isTrue(on: resource)  // true
    #expect(isRaised == true)
  }

  @Test func variablesAndAClockAreHandedOver() throws {
    let resource = try resource()
    var options = EvaluationOptions(now: PartialDateTime("2026-03-27T09:30:00+01:00"))
    options.variables["limit"] = [.integer(5)]
    options.trace = { name, items in print(name, items.compactMap(\.text)) }

    let high = try FHIRPathExpression("item.where(answer.value > %limit).linkId.trace('high')")
    let linkIds = try high.evaluate(on: resource, options).compactMap(\.text)  // ["pain"]
    let today = try FHIRPathExpression("today()").evaluate(on: resource, options)  // 2026-03-27
    #expect(linkIds == ["pain"])
    #expect(today.map(\.text) == ["2026-03-27"])
  }

  @Test func anErrorShowsItsPlace() throws {
    let source = "item.where(linkId = 'pain'"
    var report = ""
    do {
      _ = try FHIRPathExpression(source)
    } catch {
      report = "\(error)\n\(error.excerpt(of: source))"
    }
    #expect(try Page.blocks("").contains(report))
  }

  @Test func aHostAnswers() throws {
    let patient = try JSONDocument(#"{"resourceType": "Patient", "birthDate": "1980-02-03"}"#)
    let host = Directory(resources: ["Patient/1": ResourceTree(patient).root])
    let birth = try FHIRPathExpression("'Patient/1'.resolve().birthDate")
    let dates = try birth.evaluate(on: nil, EvaluationOptions(host: host))
    #expect(dates.map(\.text) == ["1980-02-03"])
  }

  @Test func limitsHold() throws {
    let resource = try resource()
    let short = try FHIRPathExpression("item.linkId", limits: SyntaxLimits(bytes: 2_000, depth: 50))
    let quick = EvaluationOptions(limits: EvaluationLimits(steps: 10_000))
    let all = try short.evaluate(on: resource, quick)
    #expect(all.map(\.text) == ["pain", "sleep"])
  }

  @Test func strictReadingFindsAMisspeltName() throws {
    let misspelt = "item.lnkId"
    var problem = ""
    do {
      _ = try FHIRPathExpression(misspelt, isStrict: true, rootType: "QuestionnaireResponse")
    } catch {
      problem = "\(error)"
    }
    #expect(try Page.blocks("").contains(problem))
  }

  // MARK: - What the page says

  @Test func everyExampleStandsInTheseTests() throws {
    let source = try Page.lines(of: #filePath)
    let examples = try Page.blocks("swift")
    #expect(examples.count == 10)
    for example in examples {
      let lines = example.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(
        source.indices.contains { source[$0...].starts(with: lines) },
        "not in the tests:\n\(example)")
    }
  }

  @Test func theDisputedTestsAreListedWithTheirReasons() throws {
    let text = try Page.text()
    for (name, reason) in Conformance.disputed {
      #expect(text.contains("| `\(name)` | \(reason) |"))
    }
  }

  /// What the page says of questions that the specification leaves open.
  @Test(arguments: [
    ("1 / 3", ["0.33333333333333333333"]), ("1.0 / 8", ["0.125"]),
    ("2 / 3", ["0.66666666666666666667"]), ("-2 / 3", ["-0.66666666666666666667"]),
    ("1.20.toString()", ["1.20"]), ("1.20 = 1.2", ["true"]), ("now()", []),
    ("@2019 < @2020-03", ["true"]), ("@2019 = @2019-03", []),
    ("@2024-01-01T10:00Z < @2024-06-02T10:00", []), ("@2020-01-31 + 1 month", ["2020-02-29"]),
    ("@2016 + 365 days", ["2017"]), ("1 year = 1 'a'", []), ("1 'kg' = 1 's'", []),
    ("1 'kg' + 2 'g'", ["1002 'g'"]),
    ("9999999999999999999999999999999999999.0 * 1000", []),
  ])
  func openQuestionsAreAnsweredAsThePageSays(_ text: String, _ expected: [String]) throws {
    #expect(try FHIRPathExpression(text).evaluate().compactMap(\.text) == expected)
  }

  @Test(arguments: ["(1 | 2) + 1", "'a'.resolve()", "elementDefinition()", "%unknown"])
  func whatCannotBeSaidIsAnError(_ text: String) throws {
    let resource = try resource()
    #expect(throws: FHIRPathError.self) {
      try FHIRPathExpression(text).evaluate(on: resource)
    }
  }

  @Test func answersLieHoweverDeep() throws {
    let document = try JSONDocument(
      """
      {"resourceType": "QuestionnaireResponse", "item": [{"linkId": "a", "answer": [
        {"valueInteger": 1, "item": [{"linkId": "b", "answer": [{"valueInteger": 2}]}]}]}]}
      """)
    let expression = try FHIRPathExpression("answers().value")
    let values = try expression.evaluate(on: ResourceTree(document).root)
    #expect(values.map(\.text) == ["1", "2"])
  }
}

struct Directory: FHIRPathHost {
  let resources: [String: ResourceNode]

  func resolve(_ reference: String, from node: ResourceNode?) -> [ResourceNode]? {
    resources[reference].map { [$0] } ?? []
  }
}

/// The page of the module.
private enum Page {
  static func text() throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let page = folder.appending(path: "../../Sources/FHIRPath/FHIRPath.docc/FHIRPath.md")
    return try String(contentsOf: page, encoding: .utf8)
  }

  static func lines(of path: String) throws -> [String] {
    try String(contentsOf: URL(filePath: path), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The blocks of code of one language.
  static func blocks(_ language: String) throws -> [String] {
    var blocks: [String] = []
    var current: [Substring]?
    var isWanted = false
    for line in try text().split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("```") else {
        current?.append(line)
        continue
      }
      if let lines = current {
        if isWanted { blocks.append(lines.joined(separator: "\n")) }
        current = nil
      } else {
        current = []
        isWanted = line.dropFirst(3) == language
      }
    }
    return blocks
  }
}
