import FHIRPath
import Testing

/// Which parts are evaluated, and what `$this`, `$index` and `$total` are there.
@Suite struct BranchAndScopeTests {
  static let branches = PointCase.table(
    """
    iif(true, 1, 'a' + 1) => 1
    iif(false, 'a' + 1, 2) => 2
    iif(false, 'a' + 1) => {}
    iif({}, 'a' + 1, 2) => 2
    iif(true, (1 | 2), 3) => 1, 2
    (5).iif($this > 3, $this * 2, 0) => 10
    {}.iif(true, 'a', 'b') => 'a'
    {}.iif($this.empty(), 'a', 'b') => 'a'
    (1 | 2).iif(true, 'a', 'b') => error severalItems
    (1 | 2).select(iif($this > 1, 'big', 'small')) => 'small', 'big'
    ('a' | 'b').select(iif($index = 0, 'first', 'next')) => 'first', 'next'
    ('a' | 'b').select($this.iif($index = 1, 'last', 'other')) => 'other', 'last'
    true or ('a' + 1) => true
    false and ('a' + 1) => false
    coalesce({}, 1, 'a' + 1) => 1
    """)

  static let positions = PointCase.table(
    """
    ('a' | 'b' | 'c').select($index) => 0, 1, 2
    ('a' | 'b' | 'c').where($index > 0) => 'b', 'c'
    ('a' | 'b' | 'c').all($index < 3) => true
    ('a' | 'b' | 'c').exists($index = 2) => true
    ('a' | 'b').aggregate($total & $this & $index.toString(), '') => 'a0b1'
    ('a' | 'b').select(('x' | 'y').select($index)) => 0, 1, 0, 1
    ('a' | 'b').select(('x' | 'y').where($index = 1) & $index.toString()) => 'y0', 'y1'
    ('a' | 'b').select($this & ('x').select($this)) => 'ax', 'bx'
    ('a' | 'b').select(defineVariable('place', $index).select(%place)) => 0, 1
    $index => {}
    """)

  static let totals = PointCase.table(
    """
    (1 | 2 | 3).aggregate($total + $this, 0) => 6
    (1 | 2 | 3).aggregate($total + $this) => {}
    (1 | 2 | 3).aggregate(iif($total.empty(), $this, $total + $this)) => 6
    (1 | 2 | 3).aggregate(iif($total.empty(), $this, iif($this > $total, $this, $total))) => 3
    (1 | 2).aggregate($total.combine($this), {}).count() => 2
    (1 | 2).aggregate($total + (10 | 20).aggregate($total + $this, 0), 0) => 60
    (1 | 2).aggregate($total + (10).aggregate($total + $this, $total), 1) => 34
    (5).select((1 | 2).aggregate($total + $this, $this)) => 8
    $total => {}
    (1 | 2).aggregate($total + $this, 0).combine($total) => 3
    """)

  @Test(arguments: branches) func `only the part that is chosen`(_ one: PointCase) { one.check() }

  @Test(arguments: positions) func `the place in the collection`(_ one: PointCase) { one.check() }

  @Test(arguments: totals) func `the total so far`(_ one: PointCase) { one.check() }

  static let onPatient = PointCase.table(
    """
    Patient.name.where($index = 1).use => code(usual)
    Patient.name.select(given.first() & $index.toString()) => 'Peter0', 'Jim1', 'James2'
    Patient.name.all(use.exists() and $this is HumanName) => true
    Patient.name.where(use = 'usual' and %context.id = 'p1').given => string(Jim)
    Patient.name.first().given.select($this & %resource.id) => 'Peterp1', 'Jamesp1'
    """)

  @Test(arguments: onPatient) func `elements of a resource`(_ one: PointCase) {
    one.check(on: PointResources.patient)
  }
}
