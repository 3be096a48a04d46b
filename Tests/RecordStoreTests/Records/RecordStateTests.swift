import RecordStore
import Testing

@Suite("States of records")
struct RecordStateTests {
  @Test("only a record in progress, stopped or left is a draft")
  func drafts() {
    #expect(RecordState.allCases.filter(\.isDraft) == [.inProgress, .stopped, .left])
  }
}
