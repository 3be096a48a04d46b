import FHIR
import FormGenerator
import Testing

@testable import FormFiller

/// Holds the form filler to a second evaluator, over random forms and random changes.
@Suite struct RandomFormTests {
  static let seeds = Array(1...120)

  @Test(arguments: seeds)
  func `agrees with a plain evaluator after every change`(_ seed: Int) throws {
    var walk = try RandomWalk(seed: seed)
    try walk.checkDocuments()
    for step in 1...40 {
      try walk.change()
      walk.checkAnswers()
      if step.isMultiple(of: 4) { try walk.checkDocuments() }
    }
    try walk.checkReplay()
  }
}
