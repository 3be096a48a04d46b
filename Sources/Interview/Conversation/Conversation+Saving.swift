import FHIR
import FormFiller

/// Keeping what comes about, also when the journal fails for a while.
extension Conversation {
  /// How many answers the journal has not taken yet.
  public var unsavedAnswerCount: Int { unsaved.count { $0.isAnswer } }

  /// Hands an entry to the journal, behind those that it has not taken yet.
  mutating func keep(_ entry: JournalEntry) {
    guard journal != nil else { return }
    unsaved.append(entry)
    saveUnsaved()
  }

  /// Tries to save what is not saved, in its order.
  mutating func saveUnsaved() {
    guard let journal else { return }
    while let entry = unsaved.first {
      do {
        try journal.record(entry, of: response)
      } catch { return }
      unsaved.removeFirst()
    }
  }

  /// Says what is not saved, once for each answer, and when all is saved again.
  mutating func remarkOnSaving() {
    switch place {
    // Nothing stands between the person and a page of help; a blank screen stays blank.
    case .helpPage, .hidden, .unsaved, .ended: return
    default: break
    }
    let count = unsavedAnswerCount
    if count > toldUnsavedCount {
      remarks.append(.error(wording.notSaved(count)))
    } else if count == 0, toldUnsavedCount > 0 {
      remarks.append(.note(wording.savedAgain))
    }
    toldUnsavedCount = count
  }

  // MARK: - Before the end

  /// Whether the person is asked what to do about answers that would be lost at this end.
  mutating func holdsUpEnd(_ ending: Ending) -> Bool {
    guard ending != .discarded, !acceptsLoss else { return false }
    saveUnsaved()
    return unsavedAnswerCount > 0
  }

  mutating func receiveUnsaved(_ line: String, then ending: Ending) {
    switch wording.number(line) {
    case 1?:
      saveUnsaved()
      if unsavedAnswerCount > 0 { remarks.append(.error(wording.notSaved(unsavedAnswerCount))) }
      place = .ended(ending)
    case 2?:
      acceptsLoss = true
      place = .ended(ending)
    default:
      if case .command(.person) = CommandReader(wording: wording).read(line, for: nil) {
        return performPerson()
      }
      remarks.append(.error(wording.typeOneOrTwo))
    }
  }

  var unsavedBlocks: [Block] {
    [
      .question(wording.unsavedAtEnd(unsavedAnswerCount)), .text(wording.tellStaffNow),
      .choices(numbered(wording.unsavedChoices)),
    ]
  }
}
