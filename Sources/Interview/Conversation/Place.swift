import FormFiller

/// Where a conversation is.
indirect enum Place: Equatable {
  /// What the form asks for and the program cannot do is being said.
  case notice
  /// A question, or whether a group has another row.
  case stop(Stop)
  /// A typed line could mean several things, and the person is asked which.
  case which(WhichQuestion)
  /// Help for a question is on the screen.
  case help(NodeID)
  /// A row is about to be removed.
  case removal(group: NodeID, row: InstanceID)
  /// A page of help is on the screen.
  case helpPage(NodeID, then: Place)
  /// A page that ends the conversation is on the screen; the stop is where it came from.
  case endPage(NodeID, from: Stop)
  /// The screen is blank.
  case hidden(then: Place)
  /// The list of answers; with a place to go on from when the end is not reached yet.
  case review(then: Place?)
  /// The languages are on the screen.
  case language(then: Place)
  /// What can be read about the treatment is on the screen, one topic of it.
  case learning(topic: Int, then: Place)
  /// The person wants to stop.
  case stopping(then: Place)
  /// Answers would be lost at the end, and the person is asked what to do.
  case unsaved(Ending)
  /// The conversation is over.
  case ended(Ending)
}

/// Where the conversation goes after a detour.
enum Return: Equatable {
  /// To the list of answers, once all that became needed is asked.
  case review
  /// To the list of rows, once the row is passed.
  case rows(group: NodeID, row: InstanceID)
}
