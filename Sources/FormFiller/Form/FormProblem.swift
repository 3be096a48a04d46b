import FHIR
import FHIRPath

/// Something in a questionnaire that cannot be right, or that this program cannot do.
public struct FormProblem: Sendable, Equatable, CustomStringConvertible {
  /// How much it matters.
  public enum Severity: String, Sendable {
    /// The form cannot be used.
    case error
    /// The form can be used, but not as its author meant.
    case warning
  }

  /// How much it matters.
  public let severity: Severity
  /// What is wrong.
  public let kind: Kind
  /// The linkId of the item, if it has one.
  public let linkId: String?
  /// The name of the file that the item is from, where the questionnaire knows it: one of the
  /// parts that it was put together of, perhaps.
  public let file: String?
  /// Where the item stands in its file.
  public let position: SourcePosition

  /// Whether the form cannot be filled because of it.
  ///
  /// Several conditions of which nothing says how they count are an error of the author; the form is
  /// filled all the same, with any of them counting.
  public var preventsUse: Bool { severity == .error && kind != .missingBehavior }

  /// The problem in words: where, what and how to mend it.
  public var description: String {
    let place = linkId.map { "linkId '\($0)': " } ?? ""
    return "\(place)\(kind.text)"
  }

  /// Problems in the order of their files, and of their places in these.
  static func inOrder(_ problems: [FormProblem], firstFile: String?) -> [FormProblem] {
    var ranks = [firstFile: 0]
    for problem in problems where ranks[problem.file] == nil { ranks[problem.file] = ranks.count }
    return problems.sorted {
      (ranks[$0.file] ?? 0, $0.position) < (ranks[$1.file] ?? 0, $1.position)
    }
  }

  /// What is wrong.
  public enum Kind: Sendable, Equatable {
    /// An item has no linkId.
    case missingLinkId
    /// Two items have the same linkId.
    case duplicateLinkId(first: SourcePosition)
    /// An item has no type.
    case missingType
    /// The type is none that FHIR has.
    case unknownType(String)
    /// The type is FHIR's name for all questions, not for one.
    case abstractType
    /// A condition names no question.
    case conditionWithoutQuestion
    /// A condition names a question that does not exist.
    case conditionOnUnknownItem(String)
    /// A condition names an item that is not asked.
    case conditionOnUnaskedItem(String)
    /// A condition names the item itself or one within it.
    case conditionOnItself(String)
    /// A condition's operator is none that FHIR has.
    case conditionOperator(String?)
    /// A condition has no value to compare with.
    case conditionWithoutValue
    /// A condition compares with a value of another type than the question's answers.
    case conditionType(question: String, expected: String)
    /// A condition compares with a code that is not among the question's options.
    case conditionOption(question: String, code: String)
    /// A condition on whether there is an answer has no yes or no.
    case existsWithoutBoolean
    /// A condition asks which value is greater, of values that have no order.
    case conditionWithoutOrder(String)
    /// Several conditions, and nothing says whether all or any of them count.
    case missingBehavior
    /// Conditions come in a loop.
    case conditionLoop([String])
    /// A pattern that does not compile.
    case regex(String)
    /// An option without a value.
    case optionWithoutValue
    /// An option occurs twice.
    case duplicateOption(String)
    /// A choice without options.
    case choiceWithoutOptions
    /// Both options and a value set.
    case optionsAndValueSet
    /// A value set that could not be expanded; the text says why.
    case valueSet(String, reason: String)
    /// Options on an item that has no choice.
    case optionsOnOtherType
    /// A display item that holds items or asks for an answer.
    case displayThatAsks
    /// A group without items.
    case emptyGroup
    /// A bound that no value can meet: the least is greater than the greatest.
    case emptyRange
    /// Initial values on an item that cannot have them.
    case initialValue
    /// A translation whose language is none, as it is written, or is not named.
    case languageTag(String?)
    /// An expression that is not FHIRPath, with the place.
    case expression(ExpressionUse, FHIRPathError, excerpt: String)
    /// An expression in another language than FHIRPath.
    case expressionLanguage(ExpressionUse, String)
    /// An expression uses a variable that nothing defines there.
    case unknownVariable(ExpressionUse, String)
    /// An expression reads answers to an item that does not exist.
    case expressionOnUnknownItem(ExpressionUse, linkId: String)
    /// An expression asks about a value set that is not here; the text says why.
    case expressionValueSet(ExpressionUse, String, reason: String)
    /// An expression that is likely to mean something else than what its author wants.
    case expressionLint(ExpressionUse, String)
    /// A variable has no name.
    case variableWithoutName
    /// Two variables of one item have the same name.
    case duplicateVariable(String)
    /// Variables read each other in a circle.
    case variableLoop([String])
    /// Calculations and conditions read each other in a circle.
    case calculationLoop([String])
    /// A constraint has no expression.
    case constraintWithoutExpression(String)
    /// A value is given to an item that cannot have one.
    case expressionOnUnaskedItem(ExpressionUse)
    /// Both enableWhen and an enableWhenExpression.
    case conditionsAndExpression
    /// A code of one of our own extensions is none that there is.
    case unknownCode(ExtensionURL, String?)
    /// An extension of help pages stands on an item that is none.
    case withoutHelpPage(ExtensionURL)
    /// A score names a definition that the questionnaire does not contain.
    case scoreDefinition(String)
    /// Something that the form asks for and this program cannot do.
    case unsupported(Unsupported)
    /// Something that a review of the whole form finds.
    case review(ReviewFinding)
  }

  /// What a form may ask for and this program cannot do.
  public enum Unsupported: Sendable, Equatable {
    /// An extension that changes what the form does.
    case `extension`(String)
    /// An extension that must be understood.
    case modifierExtension(String)
    /// A server that concepts are to be looked up on.
    case terminologyServer
    /// A question for a file.
    case attachment
    /// A question for a reference to a record.
    case reference
  }
}

extension FormProblem.Kind {
  var text: String {
    switch self {
    case .missingLinkId: "an item has no linkId; give it one that no other item has"
    case .duplicateLinkId(let first):
      "the linkId is used before, at \(first); give this item another"
    case .missingType: "the item has no type; add one, such as \"string\" or \"group\""
    case .unknownType(let type):
      "there is no item type \"\(type)\"; use one of "
        + ItemType.allCases.filter { $0 != .question }.map(\.rawValue).joined(separator: ", ")
    case .abstractType:
      "\"question\" is not a type that an item can have; use the type of its answer"
    case .conditionWithoutQuestion:
      "an enableWhen has no \"question\"; name the linkId of the question it looks at"
    case .conditionOnUnknownItem(let linkId):
      "an enableWhen looks at '\(linkId)', which no item has; correct the linkId"
    case .conditionOnUnaskedItem(let linkId):
      "an enableWhen looks at '\(linkId)', which is not a question; name a question"
    case .conditionOnItself(let linkId):
      "an enableWhen looks at '\(linkId)', which is the item itself or lies in it; "
        + "name a question before it"
    case .conditionOperator(let code):
      code.map { "there is no enableWhen operator \"\($0)\"" } ?? "an enableWhen has no operator"
    case .conditionWithoutValue: "an enableWhen has no answer[x] to compare with; add one"
    case .conditionType(let question, let expected):
      "an enableWhen compares answers to '\(question)' with a value of another type; "
        + "use \(expected)"
    case .conditionOption(let question, let code):
      "an enableWhen waits for the code \"\(code)\", which '\(question)' does not offer; "
        + "correct the code"
    case .existsWithoutBoolean:
      "an enableWhen with the operator \"exists\" needs answerBoolean true or false"
    case .conditionWithoutOrder(let question):
      "an enableWhen asks which answer to '\(question)' is greater, but such answers have no order;"
        + " use = or !="
    case .missingBehavior:
      "several enableWhen need enableBehavior: \"all\" or \"any\"; until then, any counts"
    case .conditionLoop(let linkIds):
      "conditions come in a loop: \(linkIds.joined(separator: " → ")); remove one of them"
    case .regex(let pattern):
      "the pattern \"\(pattern.prefix(60))\" cannot be used: "
        + (TextPattern.problem(with: pattern) ?? "correct it")
    case .optionWithoutValue: "an answerOption has no value[x]; add one or remove the option"
    case .duplicateOption(let code): "the option \"\(code)\" occurs twice; remove one"
    case .choiceWithoutOptions:
      "a choice has neither answerOption nor answerValueSet; add what can be chosen"
    case .optionsAndValueSet: "both answerOption and answerValueSet are given; keep one"
    case .valueSet(let url, let reason): "the value set \(url) cannot be used: \(reason)"
    case .optionsOnOtherType: "this type of item has no options; remove them or change the type"
    case .displayThatAsks:
      "a display item cannot hold items, be required or repeat; make it a group or a question"
    case .emptyGroup: "the group holds no items; add some or make it a display"
    case .emptyRange: "the least value or number is greater than the greatest; correct one"
    case .scoreDefinition(let reference):
      "the score-definition names \"\(reference)\", which is no contained ObservationDefinition; "
        + "add one or correct the reference"
    case .unknownCode(let url, let code):
      "\(url.name) holds \(code.map { "\"\($0)\"" } ?? "no code"); use "
        + url.knownCodes.joined(separator: ", ")
    case .withoutHelpPage(let url):
      "\(url.name) stands on an item that is no help page; add the extension help-page or remove it"
    case .initialValue: "the initial value does not fit the item; correct or remove it"
    case .languageTag(let tag?):
      "\"\(tag.prefix(40))\" is not the tag of a language; write it like \"es\" or \"es-MX\""
    case .languageTag(nil): "a translation names no language; add \"lang\", like \"es\""
    case .unsupported(let what): what.text
    case .review(let finding): finding.text
    default: expressionText
    }
  }

  private var expressionText: String {
    switch self {
    case .expression(let use, let error, let excerpt):
      "\(use.label) cannot be used: \(error)\n\(excerpt)"
    case .expressionLanguage(let use, let language):
      "\(use.label) is in the language \"\(language)\"; write it in FHIRPath (text/fhirpath)"
    case .unknownVariable(let use, let name):
      "\(use.label) uses %\(name), which nothing defines here; define it on this item or above"
    case .expressionOnUnknownItem(let use, let linkId):
      "\(use.label) reads '\(linkId)', which no item has; correct the linkId"
    case .expressionValueSet(let use, let url, let reason):
      "\(use.label) asks about the value set \(url), which cannot be used: \(reason)"
    case .expressionLint(let use, let advice): "\(use.label): \(advice)"
    case .variableWithoutName: "a variable has no name; give its expression one"
    case .duplicateVariable(let name):
      "the variable %\(name) is defined twice on this item; rename one"
    case .variableLoop(let names):
      "variables read each other in a circle: \(names.map { "%\($0)" }.joined(separator: ", ")); "
        + "take one of them out"
    case .calculationLoop(let linkIds):
      "calculations read each other in a circle: \(linkIds.joined(separator: " → ")); "
        + "take one of them out"
    case .constraintWithoutExpression(let key):
      "the constraint '\(key)' has no expression; add one"
    case .expressionOnUnaskedItem(let use):
      "\(use.label) stands on an item that takes no answer; move it to a question"
    case .conditionsAndExpression:
      "both enableWhen and an enableWhenExpression are given and both have to hold; keep one"
    default: ""
    }
  }
}

extension ExtensionURL {
  /// The last part of the address, by which people know the extension.
  fileprivate var name: String { rawValue.split(separator: "/").last.map(String.init) ?? rawValue }

  /// The codes that one of our own extensions may hold.
  var knownCodes: [String] {
    switch self {
    case .helpPage: HelpPage.allCases.map(\.rawValue)
    case .helpPageMoment: HelpPageMoment.allCases.map(\.rawValue)
    case .endPage: EndPage.allCases.map(\.rawValue)
    default: []
    }
  }
}

extension FormProblem.Unsupported {
  fileprivate var text: String {
    switch self {
    case .extension(let url):
      "the extension \(url) is not supported; the form is shown without what it does"
    case .modifierExtension(let url):
      "the modifier extension \(url) is not known and cannot be passed over; remove it"
    case .terminologyServer:
      "no terminology server is asked; concepts come from the value sets at hand"
    case .attachment:
      "files are not taken here; the person is told to hand them to the staff"
    case .reference: "references to records cannot be answered here; the question is passed over"
    }
  }
}
