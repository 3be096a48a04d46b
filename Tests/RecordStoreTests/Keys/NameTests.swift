import SeededRandomness
import Testing

@testable import RecordStore

@Suite("Names of records and keys")
struct NameTests {
  @Test("a record's name is a UUID of version 4, and reads back", arguments: 0..<100)
  func records(seed: Int) throws {
    var sample = Sample(seed: seed)
    let record = sample.record()
    let text = record.description
    #expect(
      text.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
        != nil)
    #expect(RecordID(text) == record && RecordID(text.uppercased()) == record)
    #expect(RecordID(bytes: record.bytes) == record)
  }

  @Test(
    "what is not a name is none",
    arguments: [
      "", "6f0b34ce-8bc3-4543-ba03-f425900db80", "6f0b34ce8bc34543ba03f425900db80a",
      "6f0b34ce-8bc3-4543-ba03-f425900db80ag", "6f0b34cg-8bc3-4543-ba03-f425900db80a",
      "6f0b34ce8-bc3-4543-ba03-f425900db80a", " 6f0b34ce-8bc3-4543-ba03-f425900db80a",
      "6f0b34ce-8bc3-4543-ba03-f425900db80a\n", "６f0b34ce-8bc3-4543-ba03-f425900db80a",
    ])
  func notRecords(text: String) {
    #expect(RecordID(text) == nil)
  }

  @Test("bytes of another count are no name", arguments: [0, 1, 7, 9, 15, 17, 31, 33, 64])
  func counts(count: Int) {
    let bytes = [UInt8](repeating: 1, count: count)
    #expect(RecordID(bytes: bytes) == nil && KeyID(bytes: bytes) == nil)
    #expect(ChainHash(bytes: bytes) == nil && PublicKey(bytes: bytes) == nil)
    #expect(PrivateKey(bytes: bytes) == nil && DevicePublicKey(bytes: bytes) == nil)
    #expect(DeviceKey(seed: bytes) == nil)
    var taken = bytes
    #expect(RecordKey(taking: &taken) == nil && taken.isEmpty)
  }

  /// The SHA-256 of the number 9 in 32 bytes, the base point of Curve25519, computed elsewhere.
  @Test("a key's name is the first bytes of its SHA-256, in groups of four digits")
  func keys() throws {
    let key = try #require(PublicKey(bytes: [9] + [UInt8](repeating: 0, count: 31)))
    #expect(key.id.description == "34ec-81db-daf9-1485")
    #expect(KeyID(bytes: key.id.bytes) == key.id)
  }

  @Test("new names and keys differ")
  func chance() {
    #expect(Set((0..<1_000).map { _ in RecordID.random() }).count == 1_000)
    #expect(Set((0..<100).map { _ in RecordKey.random().exposed }).count == 100)
    #expect(Set((0..<100).map { _ in PrivateKey().exposed }).count == 100)
    #expect(Set((0..<100).map { _ in DeviceKey().publicKey }).count == 100)
  }

  @Test("nothing that is printed or dumped shows a key")
  func printed() throws {
    var sample = Sample(seed: 5)
    let (record, person, device) = (sample.recordKey(), sample.privateKey(), DeviceKey())
    let passphrase = try Passphrase("a passphrase nobody sees")
    let sheet = RecoverySheet(person)
    let secrets =
      [record.exposed, person.exposed, Array(device.fileBytes.dropFirst())].flatMap {
        [$0.hexadecimal, "\($0)"]
      } + sheet.groups + ["nobody sees"]
    let values: [Any] = [record, person, device, passphrase, sheet, CardKey(person)]
    for value in values {
      var dumped = ""
      dump(value, to: &dumped)
      let shown = "\(value) \(String(reflecting: value)) \(dumped)"
      #expect(!secrets.contains { shown.contains($0) })
    }
  }
}
