/// A person, what they type, and what must come of it.
struct ClinicalCase: Decodable, Sendable {
  let title: String
  let today: String
  let story: String
  let answers: [String: TypedAnswer]
  /// The question at which the person stops and leaves.
  let stopsAt: String?
  let expect: Expectation

  /// What must come of it.
  struct Expectation: Decodable, Sendable {
    let scores: [Score]
    let mme: Morphine
    let findings: Findings
    let notAssessed: [NotAssessed]
    let notAssessedOfLevels: ExactLevels?
    let urgent: Urgent
    let mustAppear: [Mention]?
    let mustNotAppear: [Mention]
  }

  /// The value of a scale or calculated item; nil: it has none.
  struct Score: Decodable, Sendable {
    let item: String
    let value: Double?
    let because: String
  }

  /// Morphine equivalents a day.
  struct Morphine: Decodable, Sendable {
    let usual: Double?
    let most: Double?
    /// Words that the notes hold.
    let notes: [String]?
    /// Words that the notes do not hold.
    let lacks: [String]?
    let rows: [Row]?
    let because: String

    /// The arithmetic of one medicine.
    struct Row: Decodable, Sendable {
      let medicine: String
      let usual: Double?
      let line: String?
    }
  }

  /// The rules raised at each level, and no others.
  struct Findings: Decodable, Sendable {
    let urgent: [Raised]
    let high: [Raised]
    let medium: [Raised]
    let low: [Raised]
    /// Why there is nothing else.
    let nothingElse: String
  }

  /// A rule that is raised.
  struct Raised: Decodable, Sendable {
    let rule: String
    /// Texts among the answers that are quoted.
    let quotes: [String]?
    /// Words of its line or title.
    let line: String?
    let because: String
  }

  /// A rule that cannot be assessed.
  struct NotAssessed: Decodable, Sendable {
    let rule: String
    /// Questions that are named as missing.
    let missing: [String]?
    /// Words of its line for page one.
    let line: String?
    let because: String
  }

  /// At these levels, exactly these rules are not assessed.
  struct ExactLevels: Decodable, Sendable {
    let urgent: [String]?
    let high: [String]?
    let because: String
  }

  /// What staff are told of, and the pages of help.
  struct Urgent: Decodable, Sendable {
    let records: [Item]
    let pages: [Item]
    let because: String?

    struct Item: Decodable, Sendable {
      let item: String
      let because: String
    }
  }

  /// A text that is shown or not, or a rule that is not raised.
  struct Mention: Decodable, Sendable {
    let text: String?
    let on: Place?
    let rule: String?
    let because: String

    /// Where a text is looked for.
    enum Place: String, Decodable, Sendable {
      case anyScreen = "any screen"
      case helpPages = "help pages"
      case questionsAsked = "questions asked"
      case findings
    }
  }
}
