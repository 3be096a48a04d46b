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

  /// Leaves one line free before what follows, also where it is asked for twice.
  mutating func addSpace() {
    let isThere = blocks.last.map { $0.versions[0].lines == PageOneBlock.space.versions[0].lines }
    if isThere == false { blocks.append(.space) }
  }

  /// The lines, no more than `limit` if any versions of the blocks are as few.
  func lines(limit: Int) -> [String] {
    var chosen = blocks.map { _ in 0 }
    var count = blocks.reduce(0) { $0 + $1.versions[0].lines.count }
    while count > limit, let place = cheapest(chosen) {
      count -= blocks[place].versions[chosen[place]].lines.count
      chosen[place] += 1
      count += blocks[place].versions[chosen[place]].lines.count
    }
    takeBack(&chosen, room: limit - count)
    return zip(blocks, chosen).flatMap { $0.versions[$1].lines }
  }

  /// Uses room that is left for the fuller versions that were missed most.
  private func takeBack(_ chosen: inout [Int], room: Int) {
    var room = room
    let byLoss = blocks.indices.sorted { left, right in
      let losses = [left, right].map { blocks[$0].versions[chosen[$0]].loss }
      return (losses[1], left) < (losses[0], right)
    }
    for place in byLoss {
      while chosen[place] > 0 {
        let versions = blocks[place].versions
        let growth =
          versions[chosen[place] - 1].lines.count - versions[chosen[place]].lines.count
        guard growth <= room else { break }
        chosen[place] -= 1
        room -= growth
      }
    }
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
