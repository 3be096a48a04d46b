/// What an analysis has found to be read so far.
struct ReadRecord {
  /// How much of a value is read.
  enum Depth {
    /// Whether it is there, how often, in which order, and what it is if it has no parts
    case presence
    /// All that is in it
    case content
  }

  struct NamedRead: Hashable {
    let literal: Int32
    let extent: ReadExtent
  }

  private(set) var named: Set<NamedRead> = []
  /// Where the items of each literal are looked for.
  private(set) var origins: [Int32: ItemRead.Origin] = [:]
  private(set) var focusExtent = ReadExtent.nothing
  private(set) var mayReadEverything = false
  private(set) var paths: [String] = []

  mutating func read(_ reach: Reach, _ depth: Depth) {
    // What remains of equal items depends on all that is in them.
    for place in reach.places { read(place, reach.isDistinct ? .content : depth) }
    for path in reach.paths { readPath(path) }
  }

  /// Notes that items with the link id of a literal are looked for within an owner.
  mutating func look(for literal: Int32, within owner: Owner) {
    let origin: ItemRead.Origin =
      switch owner {
      case .focus: .focus
      case .variable: .variable
      case .response: .response
      case .named(let outer): origins[outer] ?? .response
      }
    if let known = origins[literal], known != origin {
      origins[literal] = .response
    } else {
      origins[literal] = origin
    }
  }

  mutating func readPath(_ path: String) {
    if !path.isEmpty, !paths.contains(path) { paths.append(path) }
  }

  mutating func readEverything() { mayReadEverything = true }

  private mutating func read(_ place: Place, _ depth: Depth) {
    guard let owner = place.owner else { return }
    let extent: ReadExtent
    switch place {
    case .values: extent = .answers
    case .answers: extent = depth == .presence ? .answers : .everythingWithin
    case .node, .details:
      extent = owner == .response && depth == .presence ? .nothing : .everythingWithin
    case .items, .parts, .elsewhere: extent = .everythingWithin
    }
    read(owner, extent)
  }

  private mutating func read(_ owner: Owner, _ extent: ReadExtent) {
    guard extent > .nothing else { return }
    switch owner {
    case .response: mayReadEverything = true
    case .focus: focusExtent = max(focusExtent, extent)
    case .named(let literal): named.insert(NamedRead(literal: literal, extent: extent))
    // What a variable reads is its own affair.
    case .variable: break
    }
  }
}
