import FHIR
import FormFiller

/// What can be read about the treatment at any time, a topic a page.
extension Conversation {
  /// What there is to read, or nil for nothing.
  var educationTitle: String? {
    guard let education = setting.education, !education.topItems.isEmpty else { return nil }
    return education.questionnaire.title
  }

  mutating func performLearn() {
    guard educationTitle != nil else {
      remarks.append(.note(wording.nothingToLearn))
      return
    }
    place = .learning(topic: 0, then: place)
  }

  /// Goes to the next page at Enter; anything that is typed is no answer, and ends the reading.
  mutating func receiveLearning(_ line: String, at topic: Int, then next: Place) {
    switch CommandReader(wording: wording).read(line, for: nil) {
    case .command(.learn): break
    case .command(.back): goBackInLearning(from: topic, then: next)
    case .command(.hide): perform(.hide)
    case .command(let command):
      leaveLearning(to: next)
      perform(command)
    case .answer(let text):
      let count = setting.education?.topItems.count ?? 0
      if text.allSatisfy(\.isWhitespace), topic + 1 < count {
        place = .learning(topic: topic + 1, then: next)
      } else {
        leaveLearning(to: next)
      }
    }
  }

  mutating func goBackInLearning(from topic: Int, then next: Place) {
    if topic == 0 {
      leaveLearning(to: next)
    } else {
      place = .learning(topic: topic - 1, then: next)
    }
  }

  /// Goes back to where the person was, with the texts that stand there.
  private mutating func leaveLearning(to next: Place) {
    place = next
    if case .stop(let stop) = next { texts = textsBefore(stop) }
  }

  func learningBlocks(_ topic: Int) -> [Block] {
    guard let education = setting.education, education.topItems.indices.contains(topic) else {
      return []
    }
    let spoken = FormWords(of: education, in: words.wanted)
    let group = education.items[education.topItems[topic]]
    let title = spoken.words(of: group).text.onOneLine
    return [.title(title, isNew: true)]
      + group.children.map { .text(spoken.words(of: education.items[$0]).text) }
      + [.hint(wording.learnHint(topic + 1, of: education.topItems.count))]
  }
}
