/// A function of FHIRPath, of FHIR, or of structured data capture.
enum Function: String, CaseIterable, Sendable {
  // Existence (FHIRPath 3.0, section 6.1)
  case empty, exists, all, allTrue, anyTrue, allFalse, anyFalse, subsetOf, supersetOf, count
  case distinct, isDistinct
  // Filtering (6.2) and subsetting (6.3)
  case `where`, select, `repeat`, repeatAll, ofType, sort, coalesce
  case single, first, last, tail, skip, take, intersect, exclude
  // Combining (6.4)
  case union, combine
  // Conversion (6.5)
  case iif, toBoolean, toInteger, toLong, toDecimal, toDate, toDateTime, toTime, toString
  case toQuantity, convertsToBoolean, convertsToInteger, convertsToLong, convertsToDecimal
  case convertsToDate, convertsToDateTime, convertsToTime, convertsToString, convertsToQuantity
  // Strings (6.6)
  case indexOf, lastIndexOf, substring, startsWith, endsWith, contains, upper, lower, replace
  case matches, matchesFull, replaceMatches, length, toChars, trim, split, join, encode, decode
  case escape, unescape
  // Mathematics (6.7)
  case abs, ceiling, exp, floor, ln, log, power, round, sqrt, truncate
  // Tree navigation (6.8)
  case children, descendants
  // Utilities (6.9)
  case trace, now, timeOfDay, today, defineVariable, lowBoundary, highBoundary, precision
  case comparable, type, pathname, yearOf, monthOf, dayOf, hourOf, minuteOf, secondOf
  case millisecondOf, timezoneOffsetOf, dateOf, timeOf, duration, difference
  // Types and logic as functions
  case `is`, `as`, not
  // Aggregates (7)
  case aggregate, sum, min, max, avg
  // FHIR (R4, 2.9.1.5)
  case `extension`, hasValue, getValue, resolve, checkModifiers, elementDefinition, slice
  case conformsTo, memberOf, subsumes, subsumedBy, htmlChecks
  // Of `%terminologies` alone (FHIR R5, FHIRPath, Terminology Service API)
  case lookup
  // Structured data capture
  case weight, ordinal, answers

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The function of a name, or nil.
  static func named(_ name: String) -> Function? { byName[name] }

  /// How many arguments it takes.
  var arity: ClosedRange<Int> {
    switch self {
    case .all, .subsetOf, .supersetOf, .where, .select, .repeat, .repeatAll, .ofType, .skip,
      .take, .intersect, .exclude, .union, .indexOf, .lastIndexOf, .startsWith, .endsWith,
      .contains, .split, .encode, .decode, .escape, .unescape, .log, .power, .comparable, .is,
      .as, .extension, .conformsTo, .memberOf, .lookup, .subsumes,
      .subsumedBy:
      1...1
    case .exists, .join, .round, .lowBoundary, .highBoundary, .toQuantity, .convertsToQuantity,
      .toDate, .toDateTime, .convertsToDate, .convertsToDateTime, .pathname:
      0...1
    case .iif: 2...3
    case .substring, .trace, .defineVariable, .aggregate, .matches, .matchesFull, .combine: 1...2
    case .replace, .duration, .difference, .slice: 2...2
    case .replaceMatches: 2...3
    case .checkModifiers, .coalesce: 1...64
    case .sort: 0...64
    default: 0...0
    }
  }

  /// The number of arguments in words.
  var arityText: String {
    switch (arity.lowerBound, arity.upperBound) {
    case (0, 0): "no arguments"
    case (1, 1): "one argument"
    case (2, 2): "two arguments"
    case (0, 1): "at most one argument"
    case (1, 2): "one or two arguments"
    case (2, 3): "two or three arguments"
    case (1, let most): "1 to \(most) arguments"
    case (_, let most): "at most \(most) arguments"
    }
  }

  /// Whether the result is one item or none.
  var isScalar: Bool {
    switch self {
    case .distinct, .where, .select, .repeat, .repeatAll, .ofType, .sort, .coalesce, .tail, .skip,
      .take, .intersect, .exclude, .union, .combine, .iif, .toChars, .split, .children,
      .descendants, .trace, .defineVariable, .aggregate, .extension, .resolve, .checkModifiers,
      .elementDefinition, .slice, .answers, .type, .as, .weight, .ordinal, .pathname:
      false
    default: true
    }
  }

  /// Whether the result depends on the input and the arguments alone, so that constants fold.
  var isPure: Bool {
    switch self {
    case .trace, .now, .today, .timeOfDay, .defineVariable, .resolve, .memberOf, .lookup,
      .conformsTo, .subsumes, .subsumedBy, .elementDefinition, .slice, .weight, .ordinal, .answers,
      .checkModifiers, .htmlChecks:
      false
    default: isScalar
    }
  }

  /// Whether an argument is evaluated for each item of the input, which is its `$this`.
  var takesLambda: Bool {
    switch self {
    case .all, .exists, .where, .select, .repeat, .repeatAll, .aggregate, .sort, .trace,
      .defineVariable, .iif, .coalesce:
      true
    default: false
    }
  }

  /// Whether an argument names a type.
  var takesType: Bool { self == .is || self == .as || self == .ofType }
}
