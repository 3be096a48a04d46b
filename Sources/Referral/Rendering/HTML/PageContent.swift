/// What the templates of the page are filled with: words only, in the order in which they stand.
struct PageContent {
  let title: String
  let style: String
  /// Whose summary it is, on every printed page.
  let label: String
  let statement: String
  let facts: [Fact]
  let remarks: [String]
  let urgentHeading: String
  let noUrgent: String
  let urgent: [UrgentLine]
  let levels: [Level]
  let lists: [NamedList]
  let glanceHeading: String
  let glance: [Lines]
  let scales: [Scale]
  let body: Body?
  let details: [Detail]
  let tables: [Table]
  let sections: [Section]
  let sourcesHeading: String
  let sources: [String]
  let signature: [SignatureLine]
  let end: String

  /// A name and what it is.
  struct Fact {
    let name: String
    let value: String
  }

  /// A name and lines of what it is.
  struct Lines {
    let name: String
    let lines: [String]
  }

  /// Something urgent, with the answers that say so.
  struct UrgentLine {
    let line: String
    let quotes: [String]
    let remarks: [String]
  }

  /// The findings of a level, each in a line.
  struct Level {
    let heading: String
    let groups: [Group]
  }

  /// Findings about the same thing.
  struct Group {
    let name: String?
    let findings: [Finding]
  }

  /// A finding in a line.
  struct Finding {
    let level: String
    let levelName: String
    /// The name of the place where it stands in full.
    let anchor: String
    let line: String
    let quotes: [String]
    let text: String
    let basisHeading: String
    let basis: [Fact]
  }

  /// A heading with what stands below it.
  struct NamedList {
    let heading: String
    let items: [String]
  }

  /// A score, drawn where it has a value.
  struct Scale {
    let caption: String
    let drawing: ScaleDrawing?
    /// All bands in words.
    let bands: [String]
    let notes: [String]
  }

  /// The regions that were named.
  struct Body {
    let caption: String
    let views: [BodyDrawing.View]
    let legend: String
  }

  /// Findings in full, or lines of text.
  struct Detail {
    let heading: String
    let findings: [Finding]
    let items: [String]
  }

  /// Rows in columns.
  struct Table {
    let heading: String
    let columns: [String]
    let hasRows: Bool
    let rows: [Row]
    let notes: [String]

    /// A row.
    struct Row {
      let cells: [String]
    }
  }

  /// All answers to a topic.
  struct Section {
    let heading: String
    let entries: [Entry]
  }

  /// A question with its answers, or a group with its questions.
  struct Entry {
    let label: String
    let answers: [String]
    /// Why there is no answer.
    let state: String?
    let hasEntries: Bool
    let entries: [Entry]
  }

  /// Where somebody signs.
  struct SignatureLine {
    let boxes: [String]
    let line: String
  }
}
