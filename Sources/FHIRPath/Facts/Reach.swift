/// Where that may lie which a part of an expression gives.
///
/// Nothing of it is read yet: a step further on may narrow it.
struct Reach {
  /// Each once.
  private(set) var places: [Place] = []
  /// The elements that lead there, for reports.
  private(set) var paths: [String] = []
  /// Whether equal items were left out, so that what is left depends on all that is in them.
  var isDistinct = false

  /// Beyond this number of ways to one place, reports leave the others out.
  private static let pathLimit = 16

  init() {}

  init(_ place: Place, path: String = "") {
    places = [place]
    paths = [path]
  }

  /// A constant, or a result that was read already.
  static let elsewhere: Reach = {
    var reach = Reach()
    reach.add([.elsewhere])
    return reach
  }()

  private mutating func add(_ others: [Place]) {
    for place in others where !places.contains(place) { places.append(place) }
  }

  /// What may come from either.
  func joined(with other: Reach) -> Reach {
    var joined = self
    joined.add(other.places)
    for path in other.paths where !joined.paths.contains(path) {
      if joined.paths.count < Self.pathLimit { joined.paths.append(path) }
    }
    joined.isDistinct = isDistinct || other.isDistinct
    return joined
  }

  /// The places that a step leads to, with its name on the paths.
  func stepping(_ name: String, _ step: (Place) -> [Place]) -> Reach {
    var result = Reach()
    result.add(places.flatMap(step))
    result.paths = paths.map { $0.isEmpty ? name : "\($0).\(name)" }
    return result
  }

  /// Other places at the end of the same paths.
  func replacing(_ step: (Place) -> [Place]) -> Reach {
    var result = self
    result.places = []
    result.add(places.flatMap(step))
    return result
  }

  /// The same places, without how they were reached.
  var withoutPaths: Reach {
    var result = self
    result.paths = []
    return result
  }

  /// The same with all equal items, or with each once.
  func distinct(_ isDistinct: Bool) -> Reach {
    var result = self
    result.isDistinct = isDistinct
    return result
  }
}
