import FHIR
import FHIRPath

/// A constraint of the form that is not kept, or of which that cannot be told.
public struct RuleBreach: Sendable {
  /// The rule.
  public let rule: Constraint
  /// What it came to.
  public let outcome: Outcome
  /// The question or the group that the rule stands on; nil: the form.
  public let node: NodeID?
  /// Where in the response, in one of several rows or nowhere else.
  let place: EvaluationPlace
  /// Which of the rules there.
  let number: Int

  /// What a rule came to.
  public enum Outcome: Sendable, Hashable {
    /// It is not kept.
    case broken
    /// It cannot be evaluated.
    case unknown(ExpressionFailure)
  }

  /// Whether a response cannot be completed because of it.
  public var preventsCompletion: Bool { rule.severity == .error }

  /// Whether it is of the same rule in the same place.
  func isSame(as other: RuleBreach) -> Bool { place == other.place && number == other.number }
}

extension Response {
  /// The row in which a rule of a group is not kept.
  public func row(of breach: RuleBreach) -> InstanceID? {
    guard case .row(let container) = breach.place else { return nil }
    return containers[container].id
  }

  /// All constraints that are not kept, of what is asked now.
  public func ruleBreaches() -> [RuleBreach] {
    var found = breaches(of: nil, at: .response, node: nil)
    for node in inFormOrder(nodes.indices.filter { nodes[$0].isEnabled }) {
      for place in rulePlaces(of: node) {
        found += breaches(of: nodes[node].item, at: place, node: node)
      }
    }
    return found
  }

  /// The constraints that are kept now and would not be after a change: those of the item, of the
  /// rows that it lies in, and of the form.
  ///
  /// A change that opens a help page breaks none: nothing may keep it from being made.
  public func ruleBreaches(causedBy change: Change) -> [RuleBreach] {
    guard form.hasConstraints, let node = node(at: change.path)?.index else { return [] }
    let before = ruleBreaches(around: node)
    var changed = self
    guard let outcome = try? changed.apply(change), !changed.concernsHelpPage(outcome) else {
      return []
    }
    return changed.ruleBreaches(around: node).filter { breach in
      !before.contains { $0.isSame(as: breach) }
    }
  }

  private func ruleBreaches(around node: Int) -> [RuleBreach] {
    var found = breaches(of: nodes[node].item, at: .question(node), node: node)
    var container = nodes[node].container
    while let owner = containers[container].owner {
      let isGroup = form.items[nodes[owner].item].type == .group
      found += breaches(
        of: nodes[owner].item, at: isGroup ? .row(container) : .question(owner), node: owner)
      container = nodes[owner].container
    }
    return found + breaches(of: nil, at: .response, node: nil)
  }

  /// The places where the rules of a node's item hold.
  func rulePlaces(of node: Int) -> [EvaluationPlace] {
    let item = form.items[nodes[node].item]
    if item.isQuestion { return [.question(node)] }
    return item.type == .group ? nodes[node].entries.map { .row($0) } : []
  }

  /// The rules of an item, or of the form, that are not kept in one place.
  ///
  /// Where nothing is answered there is nothing to hold to them; the response itself always is.
  func breaches(of item: Int?, at place: EvaluationPlace, node: Int?) -> [RuleBreach] {
    let constraints = form.expressions[item]?.constraints ?? []
    guard !constraints.isEmpty else { return [] }
    var evaluator = ExpressionEvaluator(self)
    guard place == .response || evaluator.node(at: place) != nil else { return [] }
    var found: [RuleBreach] = []
    for (number, constraint) in constraints.enumerated() {
      let outcome: RuleBreach.Outcome
      do {
        guard try evaluator.truth(of: constraint.expression, at: place) == false else { continue }
        outcome = .broken
      } catch {
        outcome = .unknown(error)
      }
      found.append(
        RuleBreach(
          rule: constraint.source, outcome: outcome, node: node.map { NodeID(index: $0) },
          place: place, number: number))
    }
    return found
  }
}

extension Form {
  /// Whether any answers are held to a rule of the form.
  var hasConstraints: Bool { expressions.values.contains { !$0.constraints.isEmpty } }
}
