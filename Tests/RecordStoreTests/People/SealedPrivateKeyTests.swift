import SeededRandomness
import Testing

@testable import RecordStore

@Suite("Private keys of people")
struct SealedPrivateKeyTests {
  /// The lowest cost that is borne: the tests are not about how long it takes.
  private let cost: ScryptCost

  init() throws {
    cost = try #require(ScryptCost(logarithmOfRounds: 14, blockSize: 8, parallelism: 1))
  }

  @Test("the passphrase opens the key; another passphrase does not")
  func opens() throws {
    var sample = Sample(seed: 1)
    let key = sample.privateKey()
    let sealed = try SealedPrivateKey.make(
      of: key, passphrase: Passphrase("Grüße aus der Praxis"), cost: cost)
    #expect(sealed.bytes.count == 80)
    let stored = SealedPrivateKey(bytes: sealed.bytes, publicKey: key.publicKey)
    #expect(try stored.open(Passphrase("Gru\u{308}ße aus der Praxis")).exposed == key.exposed)
    #expect(throws: SealingError.refused(.personKey)) {
      try stored.open(Passphrase("grüße aus der Praxis"))
    }
  }

  @Test("a new key is sealed with N = 2^17, r = 8, p = 1")
  func usualCost() throws {
    var sample = Sample(seed: 2)
    let sealed = try SealedPrivateKey.make(
      of: sample.privateKey(), passphrase: Passphrase("fifteen letters"))
    #expect(Array(sealed.bytes[..<4]) == [1, 17, 8, 1])
    #expect(try sealed.storedCost() == .passphrase)
  }

  @Test("every changed bit is refused, and so is the public key of somebody else")
  func tampered() throws {
    var sample = Sample(seed: 3)
    let (key, other) = (sample.privateKey(), sample.privateKey())
    let passphrase = try Passphrase("fifteen letters")
    let salt = sample.bytes(16)
    let derived = try passphrase.derive(salt: salt, cost: cost)
    let sealed = try SealedPrivateKey.make(
      of: key, passphrase: passphrase, cost: cost, salt: salt, nonce: sample.bytes(12))
    #expect(try sealed.open(under: derived).exposed == key.exposed)
    for index in sealed.bytes.indices {
      let changed = SealedPrivateKey(
        bytes: sample.changed(sealed.bytes, at: index), publicKey: key.publicKey)
      #expect(throws: SealingError.self) { try changed.open(under: derived) }
    }
    let moved = SealedPrivateKey(bytes: sealed.bytes, publicKey: other.publicKey)
    #expect(throws: SealingError.refused(.personKey)) { try moved.open(under: derived) }
  }

  @Test("a stored cost out of bounds is told before any work is done")
  func costs() throws {
    var sample = Sample(seed: 4)
    let passphrase = try Passphrase("fifteen letters")
    let publicKey = sample.privateKey().publicKey
    let rest = sample.bytes(76)
    let headers: [[UInt8]] = [
      [1, 13, 8, 1], [1, 19, 8, 1], [1, 63, 8, 1], [1, 255, 8, 1], [1, 17, 7, 1], [1, 17, 9, 1],
      [1, 17, 255, 1], [1, 17, 8, 0], [1, 17, 8, 5], [1, 17, 8, 255],
    ]
    for header in headers {
      let sealed = SealedPrivateKey(bytes: header + rest, publicKey: publicKey)
      #expect(throws: SealingError.malformed(.personKey)) { try sealed.open(passphrase) }
    }
    let cases: [([UInt8], SealingError)] = [
      ([], .malformed(.personKey)), ([1, 17, 8, 1], .malformed(.personKey)),
      ([1, 17, 8, 1] + rest + [0], .malformed(.personKey)),
      ([2, 17, 8, 1] + rest, .unknownVersion(.personKey, version: 2)),
    ]
    for (bytes, error) in cases {
      let sealed = SealedPrivateKey(bytes: bytes, publicKey: publicKey)
      #expect(throws: error) { try sealed.open(passphrase) }
    }
  }
}
