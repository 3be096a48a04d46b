import SeededRandomness
import Testing

@testable import RecordStore

@Suite("What is sealed to public keys")
struct WrapTests {
  @Test("a record key opens for its record and its recipient only", arguments: 0..<50)
  func wraps(seed: Int) throws {
    var sample = Sample(seed: seed)
    let key = sample.recordKey()
    let record = sample.record()
    let clinic = sample.privateKey()
    let wrap = try clinic.publicKey.wrap(key, of: record)
    #expect(wrap.count == 80)
    #expect(try clinic.unwrap(wrap, of: record).exposed == key.exposed)
    let (otherKey, otherRecord) = (sample.privateKey(), sample.record())
    #expect(throws: SealingError.refused(.recordKey)) { try otherKey.unwrap(wrap, of: record) }
    #expect(throws: SealingError.refused(.recordKey)) { try clinic.unwrap(wrap, of: otherRecord) }
    #expect(try clinic.publicKey.wrap(key, of: record) != wrap)
  }

  /// The highest bit of the encapsulated key is passed over by X25519 (RFC 7748), but HPKE hashes
  /// all of it, so that it is refused too.
  @Test("every changed bit of a wrap is refused")
  func tampered() throws {
    var sample = Sample(seed: 7)
    let clinic = sample.privateKey()
    let record = sample.record()
    let wrap = try clinic.publicKey.wrap(sample.recordKey(), of: record)
    for index in wrap.indices {
      for bit in 0..<8 {
        var changed = wrap
        changed[index] ^= 1 << UInt8(bit)
        #expect(throws: SealingError.refused(.recordKey)) {
          try clinic.unwrap(changed, of: record)
        }
      }
    }
    for count in [0, 1, 47, 48, 79] {
      #expect(throws: SealingError.malformed(.recordKey)) {
        try clinic.unwrap(Array(wrap.prefix(count)), of: record)
      }
    }
    #expect(throws: SealingError.malformed(.recordKey)) {
      try clinic.unwrap(wrap + [0], of: record)
    }
  }

  /// The points of low order of Curve25519, also as numbers beyond the prime and with the highest
  /// bit set, which X25519 passes over (RFC 7748, 5 and 6.1).
  @Test(
    "a point to which anything sealed could be opened by anybody is no public key",
    arguments: [
      String(repeating: "00", count: 32), "01" + String(repeating: "00", count: 31),
      "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
      "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ])
  func lowOrder(digits: String) {
    var bytes = hex(digits)
    #expect(PublicKey(bytes: bytes) == nil)
    bytes[31] |= 0x80
    #expect(PublicKey(bytes: bytes) == nil)
  }

  @Test("a payload opens for its purpose and its context only", arguments: SealPurpose.allCases)
  func payloads(purpose: SealPurpose) throws {
    var sample = Sample(seed: 9)
    let person = sample.privateKey()
    for count in [0, 1, 32, 5_000] {
      let payload = sample.bytes(count)
      let sealed = try person.publicKey.seal(payload, for: purpose, context: [1, 2])
      #expect(sealed.count == count + 48)
      #expect(try person.open(sealed, for: purpose, context: [1, 2]) == payload)
      for other in SealPurpose.allCases where other != purpose {
        #expect(throws: SealingError.refused(.payload)) {
          try person.open(sealed, for: other, context: [1, 2])
        }
      }
      #expect(throws: SealingError.refused(.payload)) { try person.open(sealed, for: purpose) }
    }
  }

  @Test("a private key opens for its purpose, its recipient and its name only")
  func privateKeys() throws {
    var sample = Sample(seed: 10)
    let (clinic, person, other) = (sample.privateKey(), sample.privateKey(), sample.privateKey())
    let sealed = try person.publicKey.seal(clinic, for: .clinicKey)
    #expect(sealed.count == 80)
    let id = clinic.publicKey.id
    let opened = try person.openKey(sealed, for: .clinicKey, id: id)
    #expect(opened.exposed == clinic.exposed && opened.publicKey == clinic.publicKey)
    #expect(throws: SealingError.refused(.payload)) {
      try person.openKey(sealed, for: .deskKey, id: id)
    }
    #expect(throws: SealingError.refused(.payload)) {
      try other.openKey(sealed, for: .clinicKey, id: id)
    }
    #expect(throws: SealingError.refused(.payload)) {
      try person.openKey(sealed, for: .clinicKey, id: other.publicKey.id)
    }
  }

  @Test("a key sealed under the name of another key is refused")
  func swappedName() throws {
    var sample = Sample(seed: 11)
    let (clinic, person, other) = (sample.privateKey(), sample.privateKey(), sample.privateKey())
    let forged = try person.publicKey.seal(
      other.exposed, for: .clinicKey, context: clinic.publicKey.id.bytes)
    #expect(throws: SealingError.refused(.payload)) {
      try person.openKey(forged, for: .clinicKey, id: clinic.publicKey.id)
    }
  }

  /// RFC 9180's test vectors for this suite: base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256,
  /// AES-256-GCM, first message (https://github.com/cfrg/draft-irtf-cfrg-hpke, test-vectors.json).
  @Test("HPKE opens the published vector of its suite")
  func publishedVector() throws {
    let key = try #require(
      PrivateKey(bytes: hex("497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d")))
    #expect(
      key.publicKey.bytes
        == hex("430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c"))
    let box =
      hex("6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256")
      + hex("e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad85")
      + hex("9d5b7a")
    let message = try HPKEBox.open(
      box, with: key, info: Array("Ode on a Grecian Urn".utf8),
      authenticating: Array("Count-0".utf8), as: .payload)
    #expect(message == Array("Beauty is truth, truth beauty".utf8))
  }
}
