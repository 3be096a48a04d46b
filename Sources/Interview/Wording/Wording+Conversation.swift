import FHIR

extension Wording {
  // MARK: - Prompts

  /// The text before a line that takes an answer.
  var answerPrompt: String { "> " }
  /// The text before a line that only waits.
  var continuePrompt: String { "Press Enter to go on > " }
  /// The text before a line at the end of a page.
  var morePrompt: String { "Press Enter for more > " }

  /// How to get text that a screen reader can follow.
  var plainHint: String { "Do you use a screen reader? Type plain." }

  // MARK: - How to answer

  /// How to answer a yes-or-no question.
  var yesOrNoHint: String { "Type 1 for yes or 2 for no." }
  /// How to choose one answer.
  func chooseOneHint(marker: String) -> String {
    "Type one \(kind(ofMarker: marker)), like \(marker)."
  }
  /// How to choose several answers.
  func chooseSeveralHint(first: String, second: String) -> String {
    "Choose all that fit. Type one or more \(kind(ofMarker: first))s, like \(first) \(second)."
  }
  private func kind(ofMarker marker: String) -> String {
    if marker.allSatisfy(\.isNumber) { return "number" }
    return marker.allSatisfy(\.isLetter) ? "letter" : "mark"
  }
  /// How to find an answer in a long list.
  func searchHint(count: Int) -> String {
    "Type a word to find it. To see all \(count), type list."
  }
  /// How to answer on a scale.
  func scaleHint(least: String, most: String) -> String {
    "Type a number from \(least) to \(most)."
  }
  /// Which numbers a slider takes.
  func stepHint(_ step: ExactDecimal, from start: ExactDecimal) -> String {
    "Use steps of \(step), counted from \(start)."
  }
  /// What an end of a scale stands for.
  func scaleEnd(_ value: String, means text: String) -> String { "\(value): \(text)" }
  /// The unit of an answer.
  func unitHint(_ unit: String) -> String { "Unit: \(unit)" }
  /// A text that says how answers are kept.
  func privacy(_ text: String) -> String { "Privacy: \(text)" }
  /// That any other words can be typed, too.
  var openChoiceHint: String { "If nothing fits, type your own words." }
  /// How to give several answers, one by one.
  var oneByOneHint: String {
    "One answer a line. When all are there, press Enter on an empty line."
  }
  /// That Enter keeps the answer.
  func keepHint(answer: String) -> String { "Your answer now: \(answer). Enter keeps it." }
  /// That what was typed before stands in the line.
  var prefillHint: String {
    "What you typed before is in the line. Change it, or press Enter. Ctrl-U clears it."
  }
  /// That a question has to be answered at some point.
  var neededHint: String { "We need this one." }
  /// What can be typed instead of an answer.
  func keys(canSkip: Bool) -> String {
    "Not sure? Type ?" + (canSkip ? "   Also: back, skip, stop" : "   Also: back, stop")
  }

  // MARK: - What was understood

  /// What the program took as the answer.
  func understood(_ answer: String) -> String { "Your answer: \(answer)" }
  /// What the program took a name for, and what else was typed with it.
  func understoodName(_ answer: String) -> String { "Understood: \(answer)" }
  /// That "I do not know" was noted.
  var notedUnknown: String { "Noted: you are not sure. That is fine." }
  /// That "I prefer not to say" was noted.
  var notedDecline: String { "Noted: you prefer not to say. That is fine." }
  /// That the question was left.
  var notedSkip: String { "Left out for now." }
  /// That nothing comes before the first question.
  var noQuestionBefore: String { "This is the first question." }
  /// That an answer is needed, after somebody skipped it.
  var notedSkipOfNeeded: String {
    "Left out for now. We need this one before you can finish."
  }
  /// That an answer could not be taken.
  var couldNotTake: String {
    "Error: your answer could not be taken. Tell the staff. You can go on."
  }
  /// That a line was cut.
  func lineTooLong(limit: Int) -> String {
    "Error: your answer is too long. Use \(limit) letters or less."
  }
  /// That a number on the list does not exist.
  func noSuchNumber(_ number: Int) -> String {
    "Error: there is no number \(number) here. Type a number from the list."
  }
  /// That a command is not known.
  func unknownCommand(_ word: String) -> String {
    word.isEmpty
      ? "Type :commands to see all words you can use."
      : "Error: \":\(word)\" is not a word we know. Type :commands to see all words you can use."
  }
  /// That a command cannot be used here.
  var notHere: String { "That does not work here. Type ? to see what does." }

  // MARK: - Asking which

  /// The heading when a line could mean one thing or several.
  func whichHeading(count: Int) -> String {
    count == 1 ? "Did you mean this?" : "Which one do you mean?"
  }
  /// The choice that none of them is meant.
  var noneOfThese: String { "No, ask me again." }

  /// The question which of some names is meant, which stand below it.
  func didYouMean(_ names: [String]) -> String {
    guard 2...3 ~= names.count, let last = names.last, names.joined().count < 60 else {
      return names.count == 1 ? whichHeading(count: 1) : "Did you mean one of these?"
    }
    return "Did you mean \(names.dropLast().joined(separator: ", ")) or \(last)?"
  }
  /// That a name is not known.
  var notInList: String { "This name is not in our list." }
  /// That a name is kept though it is not known.
  var keptThoughNotInList: String { "\(notInList) We keep it as you typed it." }

  // MARK: - Help

  /// The heading of the help for a question.
  var helpHeading: String { "Help for this question" }
  /// What is said where the form has no help.
  var noHelp: String { "There is no more to say about this question." }
  /// The start of the reason for a question.
  func whyAsked(_ reason: String) -> String { "Why we ask: \(reason)" }
  /// What is said where the form gives no reason.
  var noReason: String { "This helps your care team plan your visit." }
  /// What can be done from the help page.
  var helpChoices: [String] {
    [
      "Go back to the question", "I do not know", "I prefer not to say", "Leave it for now",
      "Talk with a person",
    ]
  }
  /// How to talk with a person, and whether staff have been called.
  func person(_ clinic: ClinicInformation, _ call: CallOutcome) -> String {
    let staff =
      switch call {
      case .wentOut: "We have called the staff."
      case .failed: "Tell the staff that you want to talk."
      }
    guard let phone = clinic.phone else { return staff }
    return "\(staff) Or call \(clinic.name ?? "the clinic"): \(phone)."
  }
  /// How many questions have been answered, and where the person is.
  func progress(answered: Int, section: String?) -> String {
    let count = answered == 1 ? "1 question" : "\(answered) questions"
    let place = section.map { " You are now at: \($0)." } ?? ""
    return "You have answered \(count).\(place)"
  }
  /// Where there is more to read.
  func moreToRead(_ address: String) -> String { "More to read: \(address)" }
  /// That there is one language only.
  func language(_ language: String?) -> String {
    language == nil || language == "en"
      ? "This form is in English only. Ask the staff for an interpreter."
      : "This form is in one language only (\(language ?? "")). Ask the staff for an interpreter."
  }

  // MARK: - Pages of help

  /// The heading above a page of help.
  var helpPageHeading: String { "Please read this" }
  /// The numbers to call, below the text of a page.
  func numbers(for page: HelpPage, _ clinic: ClinicInformation) -> [String] {
    var lines: [String] = []
    if page != .sameDay || clinic.emergencyNumber != nil {
      lines.append(
        clinic.emergencyNumber.map { "Emergency: call \($0)." }
          ?? "Emergency: call your local emergency number.")
    }
    if page == .crisis {
      lines += clinic.crisisLines.map { line in
        "Crisis line\(line.audience.map { " for \($0)" } ?? ""): \(line.words)."
      }
    }
    if let phone = clinic.phone { lines.append("\(clinic.name ?? "Clinic"): \(phone).") }
    return lines
  }
  /// Whom to call, for somebody who leaves.
  func helpAtAnyTime(_ numbers: [String]) -> String {
    (["You can get help at any time."] + numbers).joined(separator: "\n")
  }
  /// What happens after a page of help.
  var helpPageEnd: String { "When you are ready, you can go on." }

  // MARK: - What can be read

  /// That there is something to read, said before the end.
  func learnOffer(_ title: String) -> String { "To read \"\(title)\", type :learn." }
  /// That there is nothing to read.
  var nothingToLearn: String { "There is nothing more to read here. You can ask your care team." }
  /// Which of how many pages this is, and how to leave them.
  func learnHint(_ number: Int, of count: Int) -> String {
    number == count
      ? "This was the last page. Press Enter to go on with the questions."
      : "Page \(number) of \(count). To go back to the questions, type 0."
  }

  // MARK: - Rows

  /// The heading of a row, with its first answer if it has one.
  func row(_ group: String, number: Int, known: String?) -> String {
    "\(group) (number \(number))" + (known.map { ": \($0)" } ?? "")
  }
  /// The heading of the list of rows.
  func rowsHeading(_ group: String) -> String { "Your list so far: \(group)" }
  /// A row without answers.
  var emptyRow: String { "nothing filled in" }
  /// Whether there is another row.
  var anotherRow: String { "Do you want to add one more?" }
  /// Whether there is another row, which can be typed at once.
  var nextRow: String { "Another one? Type it, or press Enter if there is no more." }
  /// That all of a row can be typed in one line, and what that looks like.
  func wholeLineHint(_ example: String) -> String {
    example.isEmpty
      ? "You can type all of it in one line." : "You can type all of it in one line. \(example)"
  }
  /// A row in one line, with what follows the word before it: "Lamp, 5 W. For: the hall."
  func rowText(_ parts: [String], leads: [(lead: String, text: String)]) -> String {
    let all =
      (parts.isEmpty ? [] : [parts.joined(separator: ", ")])
      + leads.map { "\($0.lead.prefix(1).uppercased())\($0.lead.dropFirst()): \($0.text)" }
    return all.map { $0.last.map(".!?".contains) == true ? $0 : $0 + "." }.joined(separator: " ")
  }
  /// What else can be done with rows, by the number of one that is there.
  func rowKeys(example row: Int) -> String { "Also: change \(row), remove \(row), back, stop" }
  /// How to give up a row that was opened by mistake.
  var spareRowHint: String { "No more? Press Enter to leave this out." }
  /// Whether a row is to be removed.
  func removeRow(_ row: String) -> String { "Remove this? \(row)" }
  /// That a row was removed.
  var rowRemoved: String { "Removed." }

  // MARK: - The list of answers

  /// The heading of the list at the end.
  var reviewHeading: String { "Check your answers" }
  /// The heading of the list in the middle.
  var reviewSoFarHeading: String { "Your answers so far" }
  /// What is still needed.
  func stillNeeded(_ number: Int, _ label: String) -> String { "Still needed: \(number). \(label)" }
  /// What to type on the list at the end.
  var reviewHint: String {
    "To change an answer, type its number. The form is not sent until you finish."
  }
  /// What to type to finish.
  var finishHint: String { "To finish, type 0." }
  /// How to see the list once more.
  var reviewAgainHint: String { "To see your answers again, type review." }
  /// What to type on the list in the middle.
  var reviewSoFarHint: String { "To change an answer, type its number. To go on, press Enter." }
  /// That something is needed before the end.
  var cannotFinishYet: String { "Error: some answers are still needed. We ask them now." }
  /// A rule of the form that an answer breaks.
  func brokenRule(_ rule: String) -> String { "Error: \(rule)" }
  /// A rule of the form that answers break, and that has no words.
  var answersDoNotFit: String { "Error: some answers do not fit together. Please check them." }
  /// That an answer that was taken does not fit any more.
  var answerDoesNotFit: String { "Error: this answer does not fit any more. Please answer again." }
  /// A rule of the form that cannot be checked.
  func ruleCannotBeChecked(_ rule: String) -> String {
    let what =
      rule.isEmpty ? "We could not check your answers." : "We could not check this: \(rule)"
    return "Error: \(what) Please tell the staff. Your answers are kept when you type stop."
  }
  /// That what stands in the line was worked out.
  var calculatedHint: String {
    "We worked this out from your answers. Change it, or press Enter."
  }
  /// A question left without answer.
  var notProvided: String { "Not provided" }
  /// A question answered with "I do not know".
  var unknownAnswer: String { "Not sure" }
  /// A question answered with "I prefer not to say".
  var declinedAnswer: String { "Prefer not to say" }
  /// The words that finish.
  var finishWords: [String] { ["0", "finish", "done", "send", "yes"] }

  // MARK: - Stopping and ending

  /// Whether the person wants to stop.
  var stopQuestion: String { "Do you want to stop here?" }
  /// What happens to the answers.
  var stopExplanation: String { "Your answers are kept. You can go on later." }
  /// The choices when stopping.
  var stopChoices: [String] { ["Yes, stop here", "No, go on"] }
  /// What a blank screen says.
  var hiddenText: String { "The screen is hidden. Press Enter to come back." }
  /// That a page ends the form, and how to undo a slip.
  var endPageHint: String { "If that was a slip, type back." }
  /// That what is urgent is kept though nothing else is.
  var urgentIsKept: String {
    "We keep one thing only: that you may need help now. Your care team must see it."
  }
  /// The thanks at the end.
  var thanks: String {
    "Thank you. That was all.\n\nYour care team will read your answers. They will talk with you "
      + "about what comes next."
  }
  /// The words after stopping.
  var stopped: String { "You stopped here. Your answers are kept. Thank you for your time." }
  /// The warning that nobody has typed for long.
  var areYouThere: String {
    "Are you still there? Press any key to go on. If not, we will hide the screen."
  }

  // MARK: - Saving

  /// That answers could not be saved, and that it is tried again.
  func notSaved(_ count: Int) -> String {
    let answers = count == 1 ? "your last answer is" : "your last \(count) answers are"
    return "Error: \(answers) not saved. Please tell the staff. You can go on. We will try again."
  }
  /// That what could not be saved is saved now.
  var savedAgain: String { "All your answers are saved now." }
  /// That answers would be lost at the end.
  func unsavedAtEnd(_ count: Int) -> String {
    count == 1 ? "Your last answer is not saved." : "Your last \(count) answers are not saved."
  }
  /// Whom to tell.
  var tellStaffNow: String { "Please tell the staff before you go." }
  /// The choices where answers would be lost.
  var unsavedChoices: [String] { ["Try again to save", "End here without them"] }
  /// What to type where one of two numbers is asked for.
  var typeOneOrTwo: String { "Error: type 1 or 2." }

  // MARK: - What cannot be done

  /// The heading above what cannot be done.
  var cannotDoHeading: String { "Before you start" }
  /// How many files are asked for that cannot be taken.
  func filesAsked(_ count: Int) -> String {
    let questions = count == 1 ? "One question asks" : "\(count) questions ask"
    return "\(questions) for a file. You cannot give files here. Please hand them to the staff."
  }
  /// How many questions cannot be answered here for another reason.
  func unanswerable(_ count: Int) -> String {
    let questions = count == 1 ? "One question" : "\(count) questions"
    return "\(questions) cannot be answered here. The staff will ask you."
  }
  /// That some of the form's rules do not work here.
  var rulesNotSupported: String {
    "Some parts of this form do not work here. The staff know which."
  }
  /// What is said in place of a question for a file.
  var fileQuestion: String { "You cannot give a file here. Please hand it to the staff." }
  /// What is said in place of a question that cannot be answered.
  var unanswerableQuestion: String { "This cannot be answered here. The staff will ask you." }
}
