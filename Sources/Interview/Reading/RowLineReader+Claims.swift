import FHIR
import FormFiller
import Library

extension RowLineReader {
  /// The answers that a line holds for later questions, by their places, and the words they are in.
  struct Understanding {
    var answers: [(question: Int, values: [AnswerValue])] = []
    var words: Set<Int> = []
  }

  /// Finds what later questions understand; what could be two things is left to be asked.
  ///
  /// - Parameter take: Says whether a question is open and takes the values; called in the order of
  ///   the questions, those with a lead last.
  func understand(
    _ line: RowLine, take: (_ question: Int, _ values: [AnswerValue]) -> Bool
  ) -> Understanding {
    let claims = claims(in: line)
    let leads = leads(in: line).filter { lead in
      !claims.joined().contains { $0.words.overlaps(lead.words) }
        && line.name?.overlaps(lead.words) != true
    }
    let behindLeads = leads.map(\.words.lowerBound).min() ?? line.words.count
    var understanding = Understanding()
    for question in later.indices where later[question].lineLead == nil {
      let free = claims[question].filter { !$0.words.contains(where: understanding.words.contains) }
      let before = free.filter { $0.words.lowerBound < behindLeads }
      // Words after a lead belong to it before they belong to others.
      let pool = before.isEmpty ? free : before
      let chosen = choice(among: pool, for: question, claims)
      let values = chosen.map(\.value).eachOnce
      guard !values.isEmpty, take(question, values) else { continue }
      understanding.answers.append((question, values))
      understanding.words.formUnion(chosen.flatMap(\.words))
    }
    for (question, words) in leads {
      let end = (words.upperBound..<line.words.count).first { index in
        understanding.words.contains(index) || line.name?.contains(index) == true
          || leads.contains { $0.words.contains(index) }
      }
      let answer = words.upperBound..<(end ?? line.words.count)
      let text = line.text(answer)
      guard !text.isEmpty, take(question, [.string(text)]) else { continue }
      understanding.answers.append((question, [.string(text)]))
      understanding.words.formUnion(words.lowerBound..<answer.upperBound)
    }
    understanding.answers.sort { $0.question < $1.question }
    return understanding
  }

  /// The words of a line that later questions understand, whatever depends on the answers.
  func claimed(in line: RowLine) -> Set<Int> { understand(line) { _, _ in true }.words }

  /// What a question takes of what it could: all that means the same, or what no later question
  /// understands; nothing when that leaves several.
  private func choice(
    among pool: [RowLineClaim], for question: Int, _ claims: [[RowLineClaim]]
  ) -> [RowLineClaim] {
    let reader = later[question]
    if pool.map(\.value).eachOnce.count <= 1 { return pool }
    if reader.item.repeats { return reader.excludesOthers(pool.map(\.value)) ? [] : pool }
    let own = pool.filter { claim in
      !claims[(question + 1)...].joined().contains { $0.words == claim.words }
    }
    return own.map(\.value).eachOnce.count == 1 ? own : []
  }

  // MARK: - What each question understands

  /// What each later question understands; of words that overlap, only the longest run.
  private func claims(in line: RowLine) -> [[RowLineClaim]] {
    let all = later.indices.flatMap { question in
      later[question].claims(in: line, upTo: min(line.words.count, most))
        .map { (question: question, claim: $0) }
    }.filter { line.name?.overlaps($0.claim.words) != true }
    var kept: [[RowLineClaim]] = later.map { _ in [] }
    var ranges: Set<Range<Int>> = []
    let byLength = all.enumerated().sorted {
      ($1.element.claim.words.count, $0.offset) < ($0.element.claim.words.count, $1.offset)
    }
    for (_, (question, claim)) in byLength {
      let isFree = ranges.allSatisfy { $0 == claim.words || !$0.overlaps(claim.words) }
      guard isFree else { continue }
      ranges.insert(claim.words)
      kept[question].append(claim)
    }
    return kept.map { $0.sorted { $0.words.lowerBound < $1.words.lowerBound } }
  }

  // MARK: - What is left

  /// The words that nothing explains: those right behind the name, and the other runs.
  func kept(of line: RowLine, besides understanding: Understanding) -> (
    behindName: String, elsewhere: [String]
  ) {
    let taken = understanding.words.union(line.name.map { Set($0) } ?? [])
    var behindName = ""
    var elsewhere: [String] = []
    for run in line.runs(without: taken) {
      guard let name = line.name else {
        elsewhere.append(line.text(run))
        continue
      }
      // Little words join the parts of a sentence, and a mark alone says nothing.
      guard !line.words[run].allSatisfy(isLittle) else { continue }
      if run.lowerBound == name.upperBound {
        behindName = line.text(run)
      } else {
        elsewhere.append(line.text(run))
      }
    }
    return (behindName, elsewhere)
  }
}

extension [AnswerValue] {
  /// The values without those that mean the same as one before.
  var eachOnce: [AnswerValue] {
    reduce(into: []) { known, value in
      if !known.contains(where: { $0.means(value) }) { known.append(value) }
    }
  }
}
