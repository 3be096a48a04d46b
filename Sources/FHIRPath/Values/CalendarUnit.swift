/// A word for a length of time (FHIRPath 3.0, section 4.1.10).
enum CalendarUnit: String, Sendable, CaseIterable {
  case year
  case month
  case week
  case day
  case hour
  case minute
  case second
  case millisecond

  /// Reads a word, singular or plural.
  init?(_ word: String) {
    let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
    self.init(rawValue: singular)
  }

  /// The UCUM unit that is this one exactly, or only nearly for years and months.
  var ucum: String {
    switch self {
    case .year: "a"
    case .month: "mo"
    case .week: "wk"
    case .day: "d"
    case .hour: "h"
    case .minute: "min"
    case .second: "s"
    case .millisecond: "ms"
    }
  }

  /// Whether the UCUM unit has another length.
  var isOnlyNearlyUCUM: Bool { self == .year || self == .month }

  init?(ucum: String) {
    guard let unit = Self.allCases.first(where: { $0.ucum == ucum }) else { return nil }
    self = unit
  }
}
