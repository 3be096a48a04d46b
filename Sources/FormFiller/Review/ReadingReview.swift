import FHIR

/// Finds sections and sentences that are hard to read.
///
/// Only in forms in English. A section is an item at the top with all in it. What somebody must not
/// change, because it is an instrument that is asked whole in one language, is left out, and so are
/// hidden items and the concepts of value sets, which are searched and not read.
struct ReadingReview {
  let form: Form

  /// Shorter texts have no grade that means anything.
  static let leastWords = 100

  func run(_ notes: inout ReviewNotes) {
    let language = form.questionnaire.language
    guard language == nil || language.flatMap({ LanguageTag($0) })?.primary == "en",
      !form.questionnaire.isWholeLanguage
    else { return }
    let known = KnownWords(form.questionnaire.node)
    for section in form.topItems { review(section, known, &notes) }
  }

  private func review(_ section: Int, _ known: KnownWords, _ notes: inout ReviewNotes) {
    var measure = ReadingMeasure()
    var seen: Set<String> = []
    read(section, known, &measure, &seen, &notes)
    guard measure.words >= Self.leastWords, let grade = measure.grade,
      grade > Double(ReadingMeasure.highestGrade)
    else { return }
    notes.add(
      .readingGrade(grade, words: measure.words, hardWords: measure.hardestWords(5)),
      at: form.items[section])
  }

  /// Reads an item and all in it; a text that comes again counts once.
  private func read(
    _ index: Int, _ known: KnownWords, _ measure: inout ReadingMeasure,
    _ seen: inout Set<String>, _ notes: inout ReviewNotes
  ) {
    let item = form.items[index]
    let source = item.source
    guard !item.isHidden, !source.isWholeLanguage else { return }
    let known = known.adding(source.node)
    for text in texts(of: item) where seen.insert(text).inserted {
      for sentence in ReadingMeasure.sentences(of: text) {
        let count = measure.add(sentence, known)
        guard count > ReadingMeasure.longestSentence else { continue }
        notes.add(.longSentence(sentence, words: count), at: item)
      }
    }
    for child in item.children { read(child, known, &measure, &seen, &notes) }
  }

  /// What a person reads of an item.
  private func texts(of item: FormItem) -> [String] {
    let source = item.source
    var words = [source.textWords]
    if source.node["extension"] != nil {
      words += [source.whyAskedWords, source.entryFormatWords, source.attendedTextWords]
      words += source.constraints.map(\.humanWords)
    }
    if !item.optionsComeFromValueSet { words += item.options.map(\.words) }
    return words.compactMap { $0?.text(in: .asWritten) }.filter { !$0.isEmpty }
  }
}
