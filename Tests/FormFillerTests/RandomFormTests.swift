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
    try walk.checkAll()
    for _ in 0..<40 {
      try walk.change()
      try walk.checkAll()
    }
    try walk.checkReplay()
  }
}
