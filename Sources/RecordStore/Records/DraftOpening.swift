/// What a transaction that opens a draft gives.
///
/// The ``OpenRecord`` is made of it when the transaction has ended: it would write to the store when it
/// is let go, which cannot be done inside of one.
struct DraftOpening: Sendable {
  let id: RecordID
  let content: ContentHash
  let recovered: Bool
  let token: [UInt8]
  let key: RecordKey
  let head: StoredHead
}
