import FHIR
import Library

/// A questionnaire made ready to be filled: its items numbered in pre-order, its conditions found,
/// its options expanded.
///
/// A form is always safe to fill. Whatever its author got wrong stands in `problems`; a condition
/// that cannot be understood counts as not met.
public final class Form: Sendable {
  /// The questionnaire it was made from.
  public let questionnaire: Questionnaire
  /// The items in pre-order.
  public let items: [FormItem]
  /// The items at the top.
  public let topItems: [Int]
  /// What is wrong with the questionnaire, in the order of its file.
  public let problems: [FormProblem]
  /// The languages that its questions can be asked in, its own first if it names one.
  public let languages: [LanguageTag]
  /// The items that are help pages.
  let helpPages: [Int]
  /// Whether a linkId is used twice, which is among the problems.
  let hasDuplicateLinkIds: Bool
  private let indexByLinkId: [String: Int]
  /// The expressions of the items that have any, and of the form itself.
  let expressions: [Int?: ItemExpressions]
  /// The variables of the form, by number.
  let variables: [FormVariable]
  let dependencies: FormDependencies
  /// The questionnaire as expressions see it, where any looks at it.
  let questionnaireTree: QuestionnaireTree?
  /// The vocabularies that options come from and that expressions ask about.
  public let terminology: Terminology

  /// Compiles a questionnaire with options from value sets that a function gives, and without code
  /// systems.
  public convenience init(
    _ questionnaire: Questionnaire, expandingValueSets expand: @escaping Terminology.Expansion
  ) {
    self.init(questionnaire, terminology: Terminology(expandingValueSets: expand))
  }

  /// Compiles a questionnaire.
  ///
  /// Of the terminology, the value sets are expanded that options and units come from; those that
  /// expressions ask about wait until they do.
  public init(_ questionnaire: Questionnaire, terminology: Terminology) {
    var compiler = FormCompiler(questionnaire: questionnaire, terminology: terminology)
    compiler.compile()
    self.questionnaire = questionnaire
    self.terminology = terminology
    items = compiler.items
    topItems = compiler.topItems
    problems = compiler.problems()
    languages = compiler.languages
    helpPages = compiler.items.indices.filter { compiler.items[$0].helpPage != nil }
    indexByLinkId = compiler.indexByLinkId
    hasDuplicateLinkIds = compiler.hasDuplicateLinkIds
    expressions = compiler.expressions
    variables = compiler.variables
    dependencies = compiler.dependencies
    questionnaireTree = compiler.readsQuestionnaire ? QuestionnaireTree(questionnaire) : nil
  }

  /// Whether anything in the form is worked out from answers by an expression.
  public var usesExpressions: Bool { !expressions.isEmpty }

  /// Whether nothing is so wrong that the form cannot be used.
  public var isUsable: Bool { !problems.contains { $0.preventsUse } }

  /// The item with a linkId.
  public func item(linkId: String) -> FormItem? { indexByLinkId[linkId].map { items[$0] } }

  /// The index of the item with a linkId.
  public func index(linkId: String) -> Int? { indexByLinkId[linkId] }

  /// The items from the top down to the one at an index, that one included.
  public func pathToItem(at index: Int) -> [Int] {
    var path = [index]
    while let parent = items[path[path.count - 1]].parent { path.append(parent) }
    return path.reversed()
  }
}
