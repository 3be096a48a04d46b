import Foundation
import Glibc
import RecordStore
import TerminalTesting
import Testing

/// Whatever ends an interview, its code goes on with it.
@Suite struct ResumingTests {
  @Test func whatAPowerCutEndsGoesOnWithNothingLost() throws {
    let folder = try WorkFolder.withRecordForm()
    var (visit, code) = try Visit.begin(in: folder)
    // Killed after each answer: at the next question, all before is there.
    for (index, step) in RecordForm.lines.enumerated() {
      try visit.answer(step.0, with: step.1)
      try visit.kill()
      visit = try Visit.resume(
        code.lowercased().replacingOccurrences(of: "-", with: " "), in: folder)
      if index >= 3 {
        try visit.answer("What is your date of birth?", with: "1 January 1950")
        try visit.answer("You can try 2 more times.", with: "27.3.1950")
      }
      try visit.answer("This program had stopped before you were done.", with: "")
    }
    try visit.answer("What else?", with: "nothing")
    try visit.answer("Check your answers", with: "0")
    #expect(try visit.terminal.waitForExit() == .exited(0))
    let answers = try folder.text(of: "out.response.json")
    #expect(answers.contains("\"my \(RecordForm.canary)\""))
    #expect(answers.contains("\"1950-03-27\"") && answers.contains("\"completed\""))
    // Nobody but the code could have opened it: once the answers are in files, it is gone.
    let late = try Visit.resume(code, in: folder, output: "late.txt")
    #expect(try late.read().contains("There are no answers with this code."))
  }

  @Test func nothingIsShownBeforeTheDateOfBirthIsRight() throws {
    let folder = try WorkFolder.withRecordForm()
    let (visit, code) = try Visit.begin(in: folder)
    try visit.answerRecordForm()
    try visit.kill()
    let other = try Visit.resume(code, in: folder)
    for line in ["1 May 1950", "what?", "2 May 1950", "3 May 1950"] {
      try other.answer("What is your date of birth?", with: line)
    }
    #expect(try other.terminal.waitForExit() == .exited(1))
    #expect(other.allText.contains("Your answers are kept."))
    #expect(!other.allText.contains(RecordForm.canary) && !other.allText.contains("1950-03"))
    let again = try Visit.resume(code, in: folder)
    try again.answer("What is your date of birth?", with: "27 March 1950")
    try again.answer("We go on where you stopped.", with: "")
    #expect(try again.read().contains("What else?"))
  }

  @Test func stoppingShowsTheCodeOnceMore() throws {
    let folder = try WorkFolder.withRecordForm()
    let (visit, code) = try Visit.begin(in: folder)
    try visit.answer("In danger?", with: "no")
    try visit.answer("Do you agree?", with: "stop")
    try visit.answer("Do you want to stop here?", with: "1")
    #expect(try visit.terminal.waitForExit() == .exited(3))
    #expect(visit.allText.contains("you need this code: \(code) To go on: intake resume"))
    #expect(folder.names == [".local", "form.json"])
    let later = try Visit.resume(code, in: folder)
    try later.answer("Your answers are saved. We go on where you stopped.", with: "")
    #expect(try later.read().contains("Do you agree?"))
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func whoIsCutOffComesBackWithTheCode(_ signal: Int32) throws {
    let folder = try WorkFolder.withRecordForm()
    let (visit, code) = try Visit.begin(in: folder)
    try visit.answer("In danger?", with: "no")
    _ = try visit.read()
    visit.terminal.process.signal(signal)
    #expect(try visit.terminal.waitForExit() == .exited(3))
    let later = try Visit.resume(code, in: folder)
    try later.answer("We go on where you stopped.", with: "")
    #expect(try later.read().contains("Do you agree?"))
  }

  @Test func aDraftOpensWithTheContentOfItsDay() throws {
    let folder = try WorkFolder.withRecordForm()
    let (visit, code) = try Visit.begin(in: folder)
    try visit.answer("In danger?", with: "no")
    try visit.kill()
    try folder.write(
      RecordForm.text.replacingOccurrences(of: "Do you agree?", with: "Another question?")
        .replacingOccurrences(
          of: #""linkId": "danger", "type": "boolean""#,
          with: #""linkId": "danger", "type": "string""#), to: "form.json")
    let later = try Visit.resume(code, in: folder)
    try later.answer("had stopped", with: "")
    try later.answer("Do you agree?", with: "yes")
    try later.kill()
    try #require(unlink(folder.path("form.json")) == 0)
    let last = try Visit.resume(code, in: folder)
    try last.answer("had stopped", with: "")
    #expect(try last.read().contains("What is your name?"))
  }

  @Test func theShippedIntakeOpensWithoutItsFolder() throws {
    let folder = try WorkFolder()
    let visit = try Visit(["--output", "out.txt"], in: folder, keeping: .inStore)
    let code = try visit.readCode()
    try visit.answer("May we keep your answers", with: "yes")
    try visit.kill()
    let later = try Visit(
      ["resume", "--output", "out.txt"], in: folder, keeping: .inStore,
      environment: ["INTAKE_QUESTIONNAIRES": "/nowhere"])
    try later.answer("What is your code?", with: code)
    try later.answer("had stopped", with: "")
    #expect(try later.read().contains("Are you 18 or older?"))
  }

  @Test func twoProgramsCannotGoOnWithTheSameAnswers() throws {
    let folder = try WorkFolder.withRecordForm()
    let (visit, code) = try Visit.begin(in: folder)
    try visit.answer("In danger?", with: "no")
    _ = try visit.read()
    let second = try Visit.resume(code, in: folder)
    #expect(try second.terminal.waitForExit() == .exited(1))
    #expect(second.allText.contains("These answers are open on another screen."))
    visit.send("yes")
    #expect(try visit.read().contains("What is your name?"))
    visit.terminal.process.signal(SIGTERM)
    #expect(try visit.terminal.waitForExit() == .exited(3))
    let third = try Visit.resume(code, in: folder)
    try third.answer("We go on where you stopped.", with: "")
    #expect(try third.read().contains("What is your name?"))
  }

  // MARK: - Codes

  @Test func aCodeThatWasMistypedIsSaidToBe() throws {
    let folder = try WorkFolder.withRecordForm()
    let (visit, code) = try Visit.begin(in: folder)
    try visit.answer("In danger?", with: "no")
    try visit.kill()
    let later = try Visit.resume(String(code.dropLast()), in: folder)
    try later.answer("A code has 16 letters and digits. You typed 15.", with: Codes.mistyped(code))
    try later.answer("One of the letters or digits is not right.", with: code)
    try later.answer("had stopped", with: "")
    #expect(try later.read().contains("Do you agree?"))
  }

  @Test func afterFiveWrongCodesTheRightOneOpensNothing() throws {
    let folder = try WorkFolder.withRecordForm()
    let (visit, code) = try Visit.begin(in: folder)
    try visit.answer("In danger?", with: "no")
    try visit.kill()
    let guesses = Codes.others(with: code, count: 5)
    let guessing = try Visit.resume(guesses[0], in: folder)
    for (index, guess) in guesses.enumerated().dropFirst() {
      let left = 5 - index == 1 ? "1 try is left." : "\(5 - index) tries are left."
      try guessing.answer(left, with: guess)
    }
    #expect(try guessing.terminal.waitForExit() == .exited(1))
    #expect(guessing.allText.contains("This code was typed wrongly too often."))
    let right = try Visit.resume(code, in: folder)
    #expect(try right.terminal.waitForExit() == .exited(1))
    #expect(right.allText.contains("This code was typed wrongly too often."))
  }

  @Test func withoutAStoreThereIsNothingToGoOnWith() throws {
    let folder = try WorkFolder()
    let run = try Program.run(["resume", "--output", "out.txt"], in: folder, input: "x\n")
    #expect(run.status == .exited(1))
    #expect(
      run.errors.hasPrefix("Error: no interview can be gone on with: There are no records in "))
    #expect(folder.names.isEmpty)
  }
}

/// Codes that are made from others.
private enum Codes {
  private static let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// A code with one wrong symbol.
  static func mistyped(_ code: String) -> String {
    code.prefix(10) + (Array(code)[10] == "7" ? "8" : "7") + code.dropFirst(11)
  }

  /// Whole codes with the same first four symbols: two symbols of the secret are changed so that the
  /// check holds, which one pair in 32 does.
  static func others(with code: String, count: Int) -> [String] {
    var found: [String] = []
    for first in symbols {
      for second in symbols where found.count < count {
        var letters = Array(code)
        (letters[5], letters[6]) = (first, second)
        let other = String(letters)
        if other != code, (try? ResumeCode(typed: other)) != nil { found.append(other) }
      }
    }
    return found
  }
}
