extension Form {
  /// What is worth knowing about the form as a whole beyond its `problems`, in the order of its
  /// files.
  ///
  /// It takes longer than a form may take to open, or is advice: questions that are never asked,
  /// sums over missing answers, words without a translation, texts that are hard to read. Each
  /// finding is a warning. What cannot be shown for certain is not among them.
  public func review() -> [FormProblem] {
    var notes = ReviewNotes()
    var reach = ReachReview(self)
    reach.run(&notes)
    ScoreReview(form: self).run(&notes)
    TranslationReview(form: self).run(&notes)
    ReadingReview(form: self).run(&notes)
    return notes.problems(of: questionnaire)
  }
}
