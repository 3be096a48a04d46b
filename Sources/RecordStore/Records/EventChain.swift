/// The events of one record and the head that ends them.
struct EventChain: Sendable {
  let record: RecordID
  let head: StoredHead
  let events: [StoredEvent]

  /// Throws ``RecordStoreError/tampered(_:)`` when an event was changed, dropped, moved or put in.
  func verify() throws(RecordStoreError) {
    var last = (seq: 0, hash: ChainHash.start)
    for event in events {
      guard event.seq == last.seq + 1 else { throw .tampered(.missingRow(last.seq + 1)) }
      let hash = last.hash.next(
        record: record, seq: event.seq, at: event.at, sealed: event.sealed)
      guard event.hash == hash else { throw .tampered(.wrongHash(event.seq)) }
      last = (event.seq, hash)
    }
    guard head.seq == last.seq, head.hash == last.hash else { throw .tampered(.wrongHead) }
  }

  /// The events, opened with the record's key.
  ///
  /// Throws ``RecordStoreError/tampered(_:)``.
  func open(_ key: RecordKey) throws(RecordStoreError) -> [RecordEvent] {
    var previous = ChainHash.start
    var opened: [RecordEvent] = []
    for event in events {
      let place = EventPlace(record: record, seq: event.seq, previous: previous)
      do throws(SealingError) {
        let bytes = try key.open(event.sealed, at: place)
        opened.append(RecordEvent(seq: event.seq, at: event.at, bytes: bytes))
      } catch {
        throw .tampered(.unreadableRow(event.seq))
      }
      previous = event.hash
    }
    return opened
  }
}
