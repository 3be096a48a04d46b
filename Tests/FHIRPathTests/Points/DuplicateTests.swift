import FHIRPath
import Testing

/// What drops equal items, and what keeps them.
@Suite struct DuplicateTests {
  static let cases = PointCase.table(
    """
    (1 | 1) => 1
    (2 | 2).sum() => 2
    (2).combine(2).sum() => 4
    (1).union(1 | 2).count() => 2
    (1).combine(1).union({}).count() => 1
    (1).combine(1) | {} => 1
    (1 | 2).combine(2).count() => 3
    (1).combine(1).distinct() => 1
    (1).combine(1).isDistinct() => false
    (1).combine(1).combine(2).intersect(1 | 2) => 1, 2
    (1).combine(1).combine(2).exclude(2) => 1, 1
    ('a' | 'A') => 'a', 'A'
    (@2020 | @2020-01).count() => 2
    ('a').repeat($this & 'a').take(1) => error tooManySteps
    (1).repeat(iif($this < 3, $this + 1, 1)) => 2, 3, 1
    (1).repeatAll(iif($this < 3, $this + 1)) => 2, 3
    """)

  static let onResponse = PointCase.table(
    """
    item.where(linkId = 'tablet').count() => 2
    repeat(item).where(linkId = 'tablet').count() => 1
    repeat(item).where(linkId = 'dose').count() => 1
    repeatAll(item).where(linkId = 'tablet').count() => 2
    repeatAll(item).where(linkId = 'dose').answer.value.sum() => 4
    descendants().where(linkId = 'dose').answer.value.sum() => 4
    item.item.where(linkId = 'dose').answer.value.sum() => 4
    (item[0].item[0].answer.value.extension.value | item[0].item[1].answer.value.extension.value).sum() => 1
    item[0].item.answer.value.extension.value.sum() => 2.0
    item.where(linkId = 'tablet').distinct().count() => 1
    repeat(item).where(linkId = 'why').exists() => false
    repeat(item | answer.item).where(linkId = 'why').exists() => true
    """)

  @Test(arguments: cases) func `values of the language`(_ one: PointCase) {
    var options = EvaluationOptions()
    options.limits.steps = 20_000
    one.check(with: options)
  }

  @Test(arguments: onResponse) func `repeating groups`(_ one: PointCase) {
    one.check(on: PointResources.response)
  }
}
