import FHIR

/// What an expression reads, as far as its text says it.
///
/// On a QuestionnaireResponse in which an item stands exactly when it or an item below it is
/// answered: unless `mayReadEverything`, an expression gives the same however the answers change of
/// items that are not read. Read are those in `itemReads`, for `everythingWithin` with all items
/// below them, and what `focusExtent` says of the focus. An answer that goes takes the items within
/// it along, and these have then changed too. Limits on the evaluation do not count, and every
/// outside variable is taken to be defined.
///
/// What cannot be told from the text is taken to be read: the facts may say too much, never too
/// little.
public struct ExpressionFacts: Sendable, Equatable {
  /// The items read by a literal link id, each once for each extent and origin, in the order of the literals.
  ///
  /// Groups on the way to an item are not among them: they are there when the item is.
  public let itemReads: [ItemRead]
  /// What is read of the focus, which is `%context` and the outermost `$this`, beyond `itemReads`.
  public let focusExtent: ReadExtent
  /// The variables from outside, without `%`; `questionnaire` and `qitem` too, but none of those
  /// that FHIRPath and FHIR define.
  ///
  /// What they read themselves is not among these facts.
  public let variables: Set<String>
  /// Whether it asks for the time: `now()`, `today()`, `timeOfDay()`.
  public let readsClock: Bool
  /// Whether it asks the host: `resolve()`, `memberOf()`, `lookup()`, `weight()` and their like.
  public let readsHost: Bool
  /// The value sets that `memberOf()` names by a literal, in the order of the text, each once.
  public let valueSets: [String]
  /// Whether it reads what answers score: `weight()`, `ordinal()`, or the extensions that say it.
  public let readsWeights: Bool
  /// Whether it may depend on any answer in the response.
  public let mayReadEverything: Bool
  /// The paths of the elements it reads, such as `item.answer.value`, for reports.
  ///
  /// Filters are left out; a path after a variable starts with its name, as `%patient.birthDate`,
  /// and `descendants()` and `children()` stand for any elements.
  public let paths: [String]
}

extension FHIRPathExpression {
  /// What the expression reads; worked out anew at each call.
  public var facts: ExpressionFacts {
    var analysis = FactsAnalysis(syntax, isStrict: isStrict)
    analysis.run()
    let record = analysis.record
    return ExpressionFacts(
      itemReads: itemReads(record), focusExtent: record.focusExtent,
      variables: Set(
        program.instructions.lazy.filter { $0.code == .environment }
          .map { program.names[Int($0.detail)] }),
      readsClock: calls { $0.readsClock }, readsHost: calls { $0.readsHost },
      valueSets: valueSets,
      readsWeights: readsWeights, mayReadEverything: record.mayReadEverything, paths: record.paths)
  }

  /// The reads in the order of the literals, without the same of another literal.
  private func itemReads(_ record: ReadRecord) -> [ItemRead] {
    var reads: [ItemRead] = []
    let reading = record.named.map { read in
      let literal = SyntaxNode(tree: syntax, index: read.literal)
      return ItemRead(
        linkId: literal.word, extent: read.extent,
        origin: record.origins[read.literal] ?? .response, range: literal.range)
    }
    for read in reading.sorted(by: { ($0.range.start, $0.extent) < ($1.range.start, $1.extent) }) {
      let isKnown = reads.contains {
        $0.extent == read.extent && $0.origin == read.origin
          && $0.linkId.utf8.elementsEqual(read.linkId.utf8)
      }
      if !isKnown { reads.append(read) }
    }
    return reads
  }

  private var valueSets: [String] {
    var found: [(start: UInt32, url: String)] = []
    for instruction in program.instructions where instruction.function == .memberOf {
      guard instruction.code == .function, instruction.argument >= 0 else { continue }
      let argument = program.instructions[Int(instruction.argument)]
      guard argument.code == .constant,
        case .string(let url) = program.constants[Int(argument.detail)]
      else { continue }
      found.append((argument.start, url))
    }
    var urls: [String] = []
    for (_, url) in found.sorted(by: { $0.start < $1.start }) where !urls.contains(url) {
      urls.append(url)
    }
    return urls
  }

  private var readsWeights: Bool {
    calls { $0 == .weight || $0 == .ordinal }
      || program.constants.contains { constant in
        guard case .string(let text) = constant else { return false }
        return ExtensionURL.isWeight(text)
      }
  }

  private func calls(_ isWanted: (Function) -> Bool) -> Bool {
    program.instructions.contains { $0.code == .function && isWanted($0.function) }
  }
}

extension Function {
  /// Whether the result depends on the instant of the evaluation.
  fileprivate var readsClock: Bool {
    switch self {
    case .now, .today, .timeOfDay: true
    default: false
    }
  }

  /// Whether the host is asked, or would be if it could answer.
  fileprivate var readsHost: Bool {
    switch self {
    case .resolve, .conformsTo, .memberOf, .lookup, .subsumes, .subsumedBy, .elementDefinition,
      .slice, .weight, .ordinal:
      true
    default: false
    }
  }
}
