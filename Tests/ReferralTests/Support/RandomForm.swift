import FHIR
import FormFiller
import SeededRandomness
import Testing

@testable import Referral

/// Forms of every shape: groups in groups, rows, questions under answers, conditions, sections,
/// sensitive groups, gates, hidden and read-only items.
struct RandomForm {
  private var random: SeededGenerator
  private var count = 0
  private var booleans: [String] = []

  init(seed: Int) { random = SeededGenerator(seed: seed) }

  /// A form.
  static func form(seed: Int) throws -> Form {
    var generator = RandomForm(seed: seed)
    let document = JSONBuilder.object { root in
      root.add("resourceType", "Questionnaire")
      root.add("url", "https://example.org/random")
      root.add("status", "draft")
      root.addArray("item") { generator.addItems(to: &$0, depth: 0) }
    }
    return Form(try #require(Questionnaire(document.root))) { _ in [] }
  }

  private mutating func addItems(to array: inout JSONBuilder, depth: Int) {
    for _ in 0..<Int.random(in: 1...(depth == 0 ? 6 : 4), using: &random) {
      array.addObject { addItem(to: &$0, depth: depth) }
    }
  }

  private mutating func addItem(to object: inout JSONBuilder, depth: Int) {
    count += 1
    let linkId = "i\(count)"
    object.add("linkId", linkId)
    object.add("text", "Question in full number \(count)?")
    addCodes(to: &object)
    addCondition(to: &object)
    addExtensions(to: &object)
    let types = ItemType.allCases.filter { $0 != .question }
    let type = depth < 3 && random.happens(onceIn: 3) ? .group : random.pick(types) ?? .boolean
    object.add("type", type.rawValue)
    if type == .display { return }
    if type == .group {
      if random.happens(onceIn: 3) { object.add("repeats", true) }
      object.addArray("item") { addItems(to: &$0, depth: depth + 1) }
      return
    }
    if type == .boolean { booleans.append(linkId) }
    if random.happens(onceIn: 4) { object.add("repeats", true) }
    if random.happens(onceIn: 15), type == .integer {
      object.add("readOnly", true)
      object.addArray("initial") { $0.addObject { $0.add("value", AnswerValue.integer(7)) } }
    }
    if type == .choice || type == .openChoice { addOptions(to: &object) }
    if depth < 3, random.happens(onceIn: 6) {
      object.addArray("item") { addItems(to: &$0, depth: depth + 1) }
    }
  }

  private mutating func addCodes(to object: inout JSONBuilder) {
    var codes: [Coding] = []
    if random.happens(onceIn: 5) {
      let code = random.pick(["pain", "sleep", "legal"]) ?? "pain"
      codes.append(
        Coding(system: SummaryCodeSystem.section.rawValue, code: code, display: "About \(code)"))
    }
    if random.happens(onceIn: 10) {
      let code = random.pick(["sensitive", "withheld-by-default"])
      codes.append(Coding(system: SummaryCodeSystem.privacy.rawValue, code: code))
    }
    if random.happens(onceIn: 3) {
      codes.append(Coding(system: SummaryCodeSystem.role.rawValue, code: random.pick(Self.roles)))
    }
    guard !codes.isEmpty else { return }
    object.addArray("code") { array in
      for code in codes { array.addObject { $0.addMembers(of: code) } }
    }
  }

  /// What questions and groups can be for; that they are for something odd does no harm.
  private static let roles =
    ["patient-name", "birth-date", "respondent", "private-answers", "helper-name", "medicine"]
    + ["allergy", "treatment", "procedure", "diagnosis", "diagnosis-text", "goal", "escort"]
    + ["body-weight", "body-mass-index", "systolic-pressure", "main-pain-site", "interpreter"]
    + ["dose-total-usual", "dose-total-note"] + MedicinePart.allCases.map(\.rawValue)
    + AllergyPart.allCases.map(\.rawValue) + TreatmentPart.allCases.map(\.rawValue)

  private mutating func addCondition(to object: inout JSONBuilder) {
    guard let question = random.pick(booleans), random.happens(onceIn: 4) else { return }
    let value = Bool.random(using: &random)
    object.addArray("enableWhen") { array in
      array.addObject { condition in
        condition.add("question", question)
        condition.add("operator", "=")
        condition.add("answer", AnswerValue.boolean(value))
      }
    }
  }

  private mutating func addExtensions(to object: inout JSONBuilder) {
    let number = count
    let isHidden = random.happens(onceIn: 15)
    object.addArray("extension") { array in
      array.addObject { element in
        element.add("url", ExtensionURL.shortText.rawValue)
        element.add("valueString", "Label [\(number)]")
      }
      if isHidden {
        array.addObject { element in
          element.add("url", ExtensionURL.hidden.rawValue)
          element.add("valueBoolean", true)
        }
      }
    }
  }

  private mutating func addOptions(to object: inout JSONBuilder) {
    let number = count
    object.addArray("answerOption") { array in
      for place in 1...3 {
        array.addObject { option in
          option.add(
            "value",
            AnswerValue.coding(
              Coding(
                system: "https://example.org/options", code: "\(number)-\(place)",
                display: "Option \(number)-\(place)")))
        }
      }
      array.addObject { option in
        option.addArray("extension") { extensions in
          extensions.addObject { element in
            element.add("url", ExtensionURL.optionExclusive.rawValue)
            element.add("valueBoolean", true)
          }
        }
        option.add("value", AnswerValue.coding(Coding(code: "none", display: "None of these")))
      }
    }
  }
}
