extension Wording {
  /// The commands that are typed as a word alone.
  var bareCommands: [String: Command] {
    [
      "back": .back, "go back": .back, "previous": .back,
      "help": .help,
      "skip": .skip, "pass": .skip,
      "stop": .stop, "quit": .stop, "exit": .stop,
      "review": .review,
      "hide": .hide,
      "person": .person,
      "not sure": .unknown, "unsure": .unknown, "im not sure": .unknown,
      "i am not sure": .unknown, "dont know": .unknown, "i dont know": .unknown,
      "do not know": .unknown, "i do not know": .unknown, "idk": .unknown,
      "prefer not to say": .decline, "prefer not to answer": .decline,
      "i prefer not to say": .decline, "i prefer not to answer": .decline,
      "rather not say": .decline, "id rather not say": .decline,
      "change": .change(0), "remove": .remove(0), "delete": .remove(0),
      "list": .list,
      "plain": .plain,
    ]
  }

  /// The commands that are typed after a colon: those above and the rarer ones.
  var colonCommands: [String: Command] {
    bareCommands.merging([
      "why": .why,
      "progress": .progress,
      "language": .language(nil),
      "learn": .learn,
      "commands": .commands,
      "unknown": .unknown,
      "decline": .decline,
    ]) { _, added in added }
  }

  /// Every command with what it does, for the list of commands.
  ///
  /// - Parameter reading: What can be read with `:learn`, or nil for nothing.
  func commandList(reading title: String?) -> [(command: String, meaning: String)] {
    let commands = [
      ("back or <", "go to the question before"),
      ("help or ?", "more about this question"),
      ("skip", "leave this question for now"),
      ("not sure", "say that you do not know"),
      ("prefer not to say", "say that you do not want to answer"),
      ("review", "see your answers so far"),
      ("change 4", "change answer 4 of that list"),
      ("hide", "blank the screen"),
      ("person", "talk with a person"),
      ("stop", "stop here; your answers are kept"),
      ("plain", "plain text, for screen readers"),
      (":why", "why we ask this"),
      (":progress", "how far you have come"),
      (":language", "other languages"),
    ]
    return commands + (title.map { [(":learn", "read: \($0)")] } ?? [])
  }
}
