import Foundation
import Testing

@testable import RecordStore

/// `Tests/Interop/record-vectors.json` is written by a second implementation, in Python.
@Suite("Byte formats as another program writes them")
struct VectorTests {
  private let values: [String: Any]

  init() throws {
    let here = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    let file = here.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Interop/record-vectors.json")
    let read = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    values = try #require(read as? [String: Any])
  }

  private func text(_ name: String) throws -> String { try #require(values[name] as? String) }
  private func bytes(_ name: String) throws -> [UInt8] { hex(try text(name)) }
  private func number(_ name: String) throws -> Int { try #require(values[name] as? Int) }

  private func record() throws -> RecordID { try #require(RecordID(bytes: try bytes("record"))) }
  private func hash(_ name: String) throws -> ChainHash {
    try #require(ChainHash(bytes: try bytes(name)))
  }
  private func key(_ name: String) throws -> PrivateKey {
    try #require(PrivateKey(bytes: try bytes(name)))
  }
  private func recordKey() throws -> RecordKey {
    var bytes = try bytes("recordKey")
    return try #require(RecordKey(taking: &bytes))
  }

  @Test("names of keys")
  func names() throws {
    #expect(try key("clinicPrivate").publicKey.bytes == bytes("clinicPublic"))
    #expect(try key("clinicPrivate").publicKey.id.bytes == bytes("clinicKeyID"))
    #expect(try key("personPrivate").publicKey.id.bytes == bytes("personKeyID"))
  }

  @Test("events and the chain over them")
  func events() throws {
    let seq = try number("seq")
    let place = EventPlace(record: try record(), seq: seq, previous: try hash("previous"))
    let sealed = try recordKey().seal(bytes("event"), at: place, nonce: bytes("nonce"))
    #expect(try sealed == bytes("sealedEvent"))
    #expect(try recordKey().open(bytes("sealedEvent"), at: place) == bytes("event"))
    let at = Int64(try number("at"))
    let next = place.previous.next(record: place.record, seq: seq, at: at, sealed: sealed)
    #expect(try next == hash("eventHash"))
    let audited = place.previous.next(auditSeq: seq, at: at, entry: try bytes("auditEntry"))
    #expect(try audited == hash("auditHash"))
  }

  @Test("signed heads")
  func heads() throws {
    let device = try #require(DeviceKey(seed: try bytes("deviceSeed")))
    let seq = try number("seq")
    let heads: [(ChainHead, String)] = [
      (ChainHead(of: .record(try record()), seq: seq, hash: try hash("eventHash")), "record"),
      (ChainHead(of: .audit, seq: seq, hash: try hash("auditHash")), "audit"),
    ]
    for (head, name) in heads {
      let signature = try bytes("\(name)HeadSignature")
      #expect(device.publicKey.isSigned(head, by: signature))
      #expect(try device.sign(head) == signature)
    }
  }

  @Test("what is sealed to a public key")
  func wraps() throws {
    let (clinic, person) = (try key("clinicPrivate"), try key("personPrivate"))
    #expect(try clinic.unwrap(bytes("wrap"), of: record()).exposed == bytes("recordKey"))
    let opened = try person.openKey(
      bytes("clinicKeyForPerson"), for: .clinicKey, id: clinic.publicKey.id)
    #expect(opened.exposed == clinic.exposed)
  }

  @Test("index cards")
  func cards() throws {
    let cards = CardKey(try key("clinicPrivate"))
    let version = try number("cardVersion")
    let desk = CardPlace(kind: .desk, record: try record(), version: version)
    let clinical = CardPlace(kind: .clinical, record: try record(), version: version)
    #expect(try cards.open(bytes("deskCardByWriter"), at: desk) == bytes("card"))
    let sealed = try cards.seal(bytes("card"), at: clinical, nonce: bytes("nonce"))
    #expect(try sealed == bytes("clinicalCardByReader"))
  }

  @Test("resume codes and their wraps")
  func codes() throws {
    let code = try ResumeCode(typed: try text("resumeCode"))
    #expect(try code.description == text("resumeCode"))
    let wrap = try ResumeWrap.make(
      of: recordKey(), for: record(), code: code, salt: bytes("salt"), nonce: bytes("nonce"))
    #expect(try wrap.sealed == bytes("resumeWrap"))
    #expect(try wrap.open(code, for: record()).exposed == bytes("recordKey"))
  }

  @Test("private keys under a passphrase")
  func people() throws {
    let person = try key("personPrivate")
    let cost = try #require(ScryptCost(logarithmOfRounds: 14, blockSize: 8, parallelism: 1))
    let sealed = try SealedPrivateKey.make(
      of: person, passphrase: Passphrase(text("passphrase")), cost: cost, salt: bytes("salt"),
      nonce: bytes("nonce"))
    #expect(try sealed.bytes == bytes("sealedPersonKey"))
  }

  @Test("recovery sheets")
  func sheets() throws {
    let lines = try #require(values["recoverySheet"] as? [String])
    #expect(RecoverySheet(try key("clinicPrivate")).groups == lines)
    #expect(
      try RecoverySheet(typed: lines).privateKey.exposed == key("clinicPrivate").exposed)
  }
}
