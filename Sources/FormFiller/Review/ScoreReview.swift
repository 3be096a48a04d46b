import FHIR
import FHIRPath

/// Finds calculations that add up answers to several questions and never test that all are there.
///
/// This program gives a score no value while a part is missing; others add up what there is. A plain
/// `+` is safe everywhere: with one side missing it has no result.
struct ScoreReview {
  let form: Form

  func run(_ notes: inout ReviewNotes) {
    for item in form.items { review(item, &notes) }
  }

  private func review(_ item: FormItem, _ notes: inout ReviewNotes) {
    // A condition may be the test that all are answered.
    guard let calculation = form.expressions[item.index]?.calculation,
      !form.isConditional(item.index)
    else { return }
    var programs: [SyntaxNode] = []
    var visited: Set<Int> = []
    gather(calculation, &programs, &visited)
    guard programs.contains(where: { $0.calls(Self.sums) }),
      !programs.contains(where: { $0.calls(Self.tests) })
    else { return }
    let questions = questions(readFor: item.index, isScore: calculation.isScore)
    guard questions.count > 1, !questions.allSatisfy({ form.items[$0].isRequired }) else { return }
    let place = item.source.calculatedExpression?.node ?? item.source.node
    notes.add(.sumOfMissingAnswers(questions: questions.count), at: place, linkId: item.linkId)
  }

  private static let sums: Set = ["sum", "aggregate", "avg"]
  private static let tests: Set = [
    "exists", "empty", "count", "all", "allTrue", "allFalse", "anyTrue", "anyFalse", "hasValue",
    "iif",
  ]

  /// The expression and those of the variables that it uses.
  private func gather(
    _ expression: FormExpression, _ programs: inout [SyntaxNode], _ visited: inout Set<Int>
  ) {
    guard let program = expression.program else { return }
    programs.append(program.syntax.root)
    for case .defined(let number) in expression.variables.values
    where visited.insert(number).inserted {
      gather(form.variables[number].expression, &programs, &visited)
    }
  }

  /// The questions whose answers a calculation reads, as far as it names them.
  ///
  /// - Parameter isScore: Whether it reads weights, so that of a whole group all that have any count.
  private func questions(readFor item: Int, isScore: Bool) -> Set<Int> {
    var found: Set<Int> = []
    for read in form.dependencies.calculationReads[item] ?? [] {
      switch read.source {
      case .answers(let question) where question != item && form.items[question].isQuestion:
        found.insert(question)
      case .answers: break
      case .contents(let group) where isScore:
        found.formUnion((group..<form.items[group].end).filter { form.items[$0].hasWeights })
      case .everything where isScore:
        found.formUnion(form.items.indices.filter { form.items[$0].hasWeights })
      case .contents, .everything: break
      }
    }
    return found
  }
}

extension SyntaxNode {
  /// Whether a function of one of these names is called anywhere within.
  fileprivate func calls(_ names: Set<String>) -> Bool {
    kind == .function && names.contains(word) || children.contains { $0.calls(names) }
  }
}
