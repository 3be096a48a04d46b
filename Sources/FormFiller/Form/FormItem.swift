import FHIR

/// An item of a compiled form: what the filler needs at hand, with the rest a look at the JSON away.
public struct FormItem: Sendable {
  /// The place in the form's pre-order, by which the form's items are numbered.
  public let index: Int
  /// The identifier within the questionnaire.
  public let linkId: String
  /// The type.
  public let type: ItemType
  /// The item as the questionnaire has it: its words, extensions and codes.
  public let source: QuestionnaireItem
  /// The item that this one lies in, or nil at the top.
  public let parent: Int?
  /// Its place among the items of its parent.
  public let placeInParent: Int
  /// The items that lie directly in this one, in order.
  public internal(set) var children: [Int] = []
  /// The first index after this item and all within it.
  public internal(set) var end: Int

  /// Whether an answer has to be given.
  public internal(set) var isRequired: Bool
  /// Whether several answers or rows can be given.
  public let repeats: Bool
  /// Whether a person cannot change the answer.
  public internal(set) var isReadOnly: Bool
  /// The least answer.
  public internal(set) var minValue: AnswerValue?
  /// The greatest answer.
  public internal(set) var maxValue: AnswerValue?
  /// The words of the item.
  public internal(set) var text: String
  /// Whether the item is never shown.
  public let isHidden: Bool
  /// How the item is to be shown.
  public let control: ItemControl?
  /// The kind of help page that the item is.
  public let helpPage: HelpPage?
  /// When the help page is shown and recorded.
  public let helpPageMoment: HelpPageMoment
  /// Whether the help page also opens when a question that it looks at is refused.
  let opensOnRefusal: Bool
  /// What ends with the item.
  public let endPage: EndPage?

  /// The units that an amount may be given in.
  public internal(set) var units = Units.any
  /// The answers on offer, from the item or its value set.
  public internal(set) var options: [AnswerOption] = []
  /// Whether the options are all there are: false when a value set could not be expanded.
  public internal(set) var optionsAreKnown = true

  /// Whether the options are the concepts of a value set.
  var optionsComeFromValueSet = false

  /// The conditions under which the item is asked; none: always.
  public internal(set) var conditions: [Condition] = []
  /// How several conditions count together.
  public internal(set) var behavior: EnableWhen.Behavior = .any
  /// The items that have a condition on this one.
  public internal(set) var dependents: [Dependent] = []
  /// The place in an order in which every item comes after those that its conditions read.
  public internal(set) var rank = 0

  /// A condition, with its question found.
  public struct Condition: Sendable {
    /// The index of the question that is looked at, or nil when the condition can never be met: its
    /// question does not exist, it has no operator or value, or it is part of a loop.
    public internal(set) var question: Int?
    /// How the answers are compared.
    public let comparison: EnableWhen.Operator
    /// The value they are compared with.
    public let value: AnswerValue
    /// The innermost item that holds both the question and the item with the condition.
    public let scope: Int?
    /// Whether the item lies under an answer to the question.
    let isOnAncestor: Bool
    /// The places among their siblings of the items that lead from the scope down to the question.
    let way: [Int]
  }

  /// An item that has a condition on another.
  public struct Dependent: Sendable {
    /// The index of the item.
    public let item: Int
    /// The innermost item that holds both.
    public let scope: Int?
  }

  /// The units that an amount may be given in.
  public enum Units: Sendable {
    /// No units are named, or those that are cannot be found.
    case any
    /// These, which the item names.
    case options([Coding])
    /// These, which a value set gives, and any that the item names.
    case valueSet([Coding])
  }

  /// Whether the item is asked, whatever else holds.
  public var isQuestion: Bool { type.isQuestion }
  /// Whether the item is a group with any number of rows.
  public var isRepeatingGroup: Bool { type == .group && repeats }
  /// Whether several answers can be given.
  public var isRepeatingQuestion: Bool { isQuestion && repeats }
  /// Whether any of the answers on offer has a score.
  var hasWeights: Bool { options.contains { $0.weight != nil } }
  /// A few words for the item: its short text, else its text, else its linkId.
  public var shortText: String { source.shortText ?? source.text ?? linkId }
  /// The fewest answers or rows.
  public var minOccurs: Int { max(source.minOccurs ?? 0, isRequired ? 1 : 0) }
  /// The most answers or rows, or nil for any number.
  public var maxOccurs: Int? { source.maxOccurs }
  /// The units to choose from, or none when any will do.
  public var unitOptions: [Coding] {
    switch units {
    case .any: []
    case .options(let units), .valueSet(let units): units
    }
  }
}
