/// The private keys that somebody's passphrase opens.
///
/// There are several of a kind while the clinic's keys are being changed; the newest is the first.
struct PersonKeys: Sendable {
  /// The person's own key.
  let own: PrivateKey
  /// The clinic's keys; none for the desk.
  let clinic: [PrivateKey]
  /// The desk's keys.
  let desk: [PrivateKey]
}
