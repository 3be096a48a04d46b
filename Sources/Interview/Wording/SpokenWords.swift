/// The words that a person may type for numbers, months, units and the like, in one language.
///
/// All are in lower case, without apostrophes and full stops.
struct SpokenWords: Sendable {
  /// Words for yes.
  let yes: Set<String>
  /// Words for no.
  let no: Set<String>
  /// Words for none of a list.
  let none: Set<String>
  /// Words between the parts of a list.
  let and: Set<String>
  /// Words between two things of which one holds.
  let or: Set<String>
  /// Words that make an amount one for each of something.
  let per: Set<String>
  /// Words between the two ends of a range.
  let to: Set<String>
  /// Words between a number and the greatest that it could be.
  let outOf: [String]
  /// Words that can be left out of the words of an option.
  let optionFillers: Set<String>
  /// Words before a mark of a list.
  let markerNames: Set<String>
  /// Words that say that something is not exact, at the start.
  let about: [String]
  /// Words that say that something is not exact, at the end.
  let orSo: [String]

  /// Words for whole numbers.
  let numbers: [String: Int]
  /// Words for how many times.
  let once: [String: Int]
  /// Signs after a number of times.
  let timesSigns: [Character]
  /// Words between a number and the time that it is for.
  let perWords: Set<String>
  /// Words for 0 that are no numbers in other places.
  let zero: Set<String>
  /// The word that multiplies by a hundred.
  let hundred: String
  /// The word that multiplies by a thousand.
  let thousand: String
  /// Words for parts of one, as how many hundredths.
  let fractions: [String: Int]
  /// Words before a negative number.
  let minus: Set<String>

  /// The names of the months.
  let months: [String]
  /// Shorter names of months that are not their first three letters.
  let shortMonths: [String: Int]
  /// The names of the days of the week, from Monday.
  let weekdays: [String]
  /// Words that can be left out of a date.
  let dateFillers: Set<String>
  /// Words before a span that lies ahead: "in 2 weeks".
  let ahead: Set<String>
  /// Words at the start of a label that deny what follows.
  let denials: Set<String>
  /// Words for a part of a year.
  let partsOfYear: Set<String>
  /// Words for days near today, and how many days from today they are.
  let nearDays: [String: Int]
  /// Words for spans of time.
  let spans: [String: TimeSpan]
  /// Words after a span that say it lies in the past.
  let ago: Set<String>
  /// Words before a span that say that it is the one before this.
  let last: Set<String>
  /// Words before a span that say that it is this one.
  let this: Set<String>
  /// Words for one, before a span.
  let one: Set<String>
  /// Words for two, before a span.
  let couple: [String]
  /// Endings of a day's number.
  let ordinalEndings: [String]

  /// Words for hours before noon.
  let morning: Set<String>
  /// Words for hours after noon.
  let afternoon: Set<String>
  /// Words for a time.
  let namedTimes: [String: Int]
  /// Words that can be left out of a time.
  let timeFillers: Set<String>

  /// Words that make a span of a number.
  let limits: [LimitWord: [String]]

  /// Words for units, by UCUM code.
  let units: [String: [String]]
}

/// What words before or after a number make of it.
enum LimitWord: Sendable {
  /// Before two numbers.
  case between
  /// Before a number that is not in the span.
  case moreThan, lessThan
  /// Before a number that is in the span.
  case atMost
  /// After a number that is in the span.
  case orMore, orLess
}

/// A span of time that a person counts in.
enum TimeSpan: Sendable, Equatable {
  case day, week, month, year
}
