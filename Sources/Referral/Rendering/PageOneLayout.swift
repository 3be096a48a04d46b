/// A part of page one, which can be written with more or less room.
struct PageOneBlock {
  /// How it can be written, from the most room to the least; never empty.
  private(set) var versions: [Version]

  /// One way to write a block.
  struct Version {
    let lines: [String]
    /// How much is lost by taking it instead of the one before.
    let loss: Int
  }

  /// Makes a block of its fullest version.
  init(_ lines: [String]) { versions = [Version(lines: lines, loss: 0)] }

  /// Adds a shorter version.
  func or(_ lines: [String], loss: Int) -> PageOneBlock {
    var block = self
    block.versions.append(Version(lines: lines, loss: loss))
    return block
  }

  /// A line left free, where there is room.
  static let space = PageOneBlock([""]).or([], loss: 60)
}

/// Makes page one fit: what can be missed most easily gives way first.
struct PageOneLayout {
  private var blocks: [PageOneBlock] = []

  /// Adds a block below the others; an empty one is left out.
  mutating func add(_ block: PageOneBlock) {
    guard block.versions[0].lines.contains(where: { !$0.isEmpty }) else { return }
    blocks.append(block)
  }

  /// Leaves a line free before what follows.
  mutating func addSpace() { blocks.append(.space) }

  /// The lines, no more than `limit` if any versions of the blocks are as few.
  func lines(limit: Int) -> [String] {
    var chosen = blocks.map { _ in 0 }
    var count = blocks.reduce(0) { $0 + $1.versions[0].lines.count }
    while count > limit, let place = cheapest(chosen) {
      count -= blocks[place].versions[chosen[place]].lines.count
      chosen[place] += 1
      count += blocks[place].versions[chosen[place]].lines.count
    }
    return zip(blocks, chosen).flatMap { $0.versions[$1].lines }
  }

  /// The block whose next version loses least; of equal ones, the lowest on the page.
  private func cheapest(_ chosen: [Int]) -> Int? {
    var best: (place: Int, loss: Int)?
    for (place, block) in blocks.enumerated() where chosen[place] + 1 < block.versions.count {
      let loss = block.versions[chosen[place] + 1].loss
      if best.map({ loss <= $0.loss }) ?? true { best = (place, loss) }
    }
    return best?.place
  }
}
