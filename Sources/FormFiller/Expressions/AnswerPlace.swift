import FHIR
import FHIRPath

/// Where an item of a form occurs in the answers to it: the response as a whole, a row of a group, or
/// a question.
public struct AnswerPlace: Sendable {
  /// The index of the item; nil: the response as a whole.
  public let item: Int?
  /// The item in the response as expressions see it; nil where nothing within it is answered.
  public let node: ResourceNode?
  /// Why a question that was asked has no answer.
  public let absence: DataAbsentReason?
  let place: EvaluationPlace
  /// The rows and answers in which further items lie.
  let containers: [Int]
}

/// Evaluates expressions that are no part of the form itself on the answers as they are.
///
/// As in a completed response, only what is enabled counts; what was declined is no answer. The
/// variables of the form, its launch contexts, `%questionnaire` and `%qitem` are there, as for the
/// form's own expressions.
///
///     var answers = AnswerExpressions(response)
///     let values = try answers.values(of: expression, at: answers.root)
public struct AnswerExpressions {
  private let response: Response
  private let scope: VariableScope
  private var evaluator: ExpressionEvaluator
  /// Made when an expression asks for it: few do, and it takes longer than most expressions.
  private lazy var questionnaire =
    response.form.questionnaireTree ?? QuestionnaireTree(response.form.questionnaire)

  /// Makes the answers of a response ready.
  public init(_ response: Response) {
    var response = response
    if response.live.resource == nil {
      var live = LiveResponse()
      live.update(from: response)
      response.live = live
    }
    self.response = response
    scope = response.form.variableScope
    evaluator = ExpressionEvaluator(response)
  }

  /// The response as a whole.
  public var root: AnswerPlace {
    AnswerPlace(
      item: nil, node: evaluator.node(at: .response), absence: nil, place: .response,
      containers: [0])
  }

  /// The places in which an item that lies directly in another occurs within a place of that one.
  ///
  /// Only what is asked, and of questions only those that were answered or declined.
  public func places(of item: FormItem, in place: AnswerPlace) -> [AnswerPlace] {
    place.containers.flatMap { container in
      let nodes = response.nodes(in: container)
      let node = nodes.lowerBound + item.placeInParent
      guard nodes.contains(node), response.nodes[node].isEnabled else { return [AnswerPlace]() }
      if item.type == .group {
        return response.nodes[node].entries.map { row in
          AnswerPlace(
            item: item.index, node: evaluator.node(at: .row(row)), absence: nil, place: .row(row),
            containers: [row])
        }
      }
      return question(item, at: node).map { [$0] } ?? []
    }
  }

  private func question(_ item: FormItem, at node: Int) -> AnswerPlace? {
    let absence: DataAbsentReason?
    switch response.nodes[node].state {
    case .unseen, .skipped: return nil
    case .unknown: absence = .askedUnknown
    case .declined: absence = .askedDeclined
    case .answered: absence = nil
    }
    guard item.isQuestion else { return nil }
    let place = EvaluationPlace.question(node)
    let answers = response.nodes[node].entries.filter { response.containers[$0].value != nil }
    return AnswerPlace(
      item: item.index, node: evaluator.node(at: place), absence: absence, place: place,
      containers: answers)
  }

  /// The answers at the place of a question, each with the place in which the items under it lie.
  public func answers(at place: AnswerPlace) -> [(answer: JSONNode, place: AnswerPlace)] {
    let answers = place.node?.json?["answer"]?.elements ?? []
    return zip(answers, place.containers).map { answer, container in
      let inner = AnswerPlace(
        item: place.item, node: place.node, absence: nil, place: place.place,
        containers: [container])
      return (answer, inner)
    }
  }

  /// What an expression gives in one place.
  ///
  /// - Parameters:
  ///   - focus: What it is evaluated on; nil: nothing.
  ///   - variables: Further variables, by name, which go before those of the form.
  public mutating func values(
    of expression: AnswerExpression, at place: AnswerPlace, on focus: ResourceNode?,
    with variables: [String: [FHIRPathValue]] = [:]
  ) throws(AnswerExpressionError) -> [FHIRPathValue] {
    var all: [String: [FHIRPathValue]] = variables
    for name in expression.variableNames where variables[name] == nil {
      guard let meaning = scope.meaning(of: name, at: place.item) else {
        throw .unknownVariable(name)
      }
      do {
        all[name] = try value(of: meaning, at: place)
      } catch { throw .variable(error) }
    }
    do {
      return try evaluator.values(of: expression, on: focus, with: all)
    } catch { throw .evaluation(error) }
  }

  private mutating func value(
    of meaning: VariableMeaning, at place: AnswerPlace
  ) throws(ExpressionFailure) -> [FHIRPathValue] {
    switch meaning {
    case .questionnaire: return [.node(questionnaire.root)]
    case .questionnaireItem:
      return [.node(place.item.map { questionnaire.items[$0] } ?? questionnaire.root)]
    case .defined, .launchContext:
      return try evaluator.values(of: meaning, owner: place.item, at: place.place)
    }
  }
}

/// Why an expression on the answers has no value.
public enum AnswerExpressionError: Error, Sendable, CustomStringConvertible {
  /// It cannot be evaluated.
  case evaluation(FHIRPathError)
  /// A variable of the form that it uses has no value.
  case variable(ExpressionFailure)
  /// It uses a variable that nothing defines there, without its percent sign.
  case unknownVariable(String)

  /// The error in words, without any answer.
  public var description: String {
    switch self {
    case .evaluation(let error): "\(error)"
    case .variable(let failure): "\(failure)"
    case .unknownVariable(let name): "it uses %\(name), which nothing defines here"
    }
  }
}

extension Form {
  /// Whether the form gives expressions of an item, or of the form itself, a variable of this name.
  public func definesVariable(_ name: String, at item: Int?) -> Bool {
    variableScope.meaning(of: name, at: item) != nil
  }
}
