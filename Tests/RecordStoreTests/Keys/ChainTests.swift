import Crypto
import Foundation
import Testing

@testable import RecordStore

@Suite("Chains and names")
struct ChainTests {
  private static let record = RecordID(bytes: Array(0..<16))

  @Test("the hash of an event is that of the format")
  func eventHash() throws {
    let record = try #require(Self.record)
    let hash = ChainHash(after: .start, record: record, sequence: 1, time: 2, sealed: [9])
    // Put together by hand from the format: name, previous, record, number, time, inner hash.
    let message =
      Array("intake-aud-1".utf8) + [UInt8](repeating: 0, count: 32) + Array(0..<16)
      + [0, 0, 0, 0, 0, 0, 0, 1] + [0, 0, 0, 0, 0, 0, 0, 2]
      + Array(SHA256.hash(data: [9] as [UInt8]))
    #expect(hash.bytes == Array(SHA256.hash(data: message)))
  }

  @Test("each part of an event changes its hash")
  func eventHashDependsOnAll() throws {
    let record = try #require(Self.record)
    let first = ChainHash(after: .start, record: record, sequence: 1, time: 2, sealed: [9])
    let others = [
      ChainHash(after: first, record: record, sequence: 1, time: 2, sealed: [9]),
      ChainHash(after: .start, record: RecordID(), sequence: 1, time: 2, sealed: [9]),
      ChainHash(after: .start, record: record, sequence: 2, time: 2, sealed: [9]),
      ChainHash(after: .start, record: record, sequence: 1, time: 3, sealed: [9]),
      ChainHash(after: .start, record: record, sequence: 1, time: 2, sealed: [8]),
    ]
    #expect(Set(others + [first]).count == 6)
  }

  @Test("fields of a chain cannot run into each other")
  func fieldsAreApart() {
    let one = ChainHash(after: .start, of: "c", fields: [[1, 2], [3]])
    let other = ChainHash(after: .start, of: "c", fields: [[1], [2, 3]])
    #expect(one != other && one != ChainHash(after: .start, of: "d", fields: [[1, 2], [3]]))
  }

  @Test("a record's name is a UUID and reads back")
  func recordNames() {
    for _ in 0..<100 {
      let record = RecordID()
      #expect(RecordID(record.description) == record)
      #expect(UUID(uuidString: record.description)?.uuidString.lowercased() == record.description)
      #expect(RecordID(record.description.uppercased()) == record)
    }
    for text in [
      "", "1234", "g2345678-1234-1234-1234-123456789012", "12345678123412341234123456789012",
    ] {
      #expect(RecordID(text) == nil)
    }
  }

  @Test("the device's signature holds for its record, number and head only")
  func signatures() throws {
    let key = DeviceKey(Curve25519.Signing.PrivateKey())
    let other = DeviceKey(Curve25519.Signing.PrivateKey())
    let record = RecordID()
    let signature = key.sign(record: record, sequence: 4, head: .start)
    func holds(_ by: DeviceKey, _ record: RecordID, _ sequence: UInt64, _ signature: [UInt8])
      -> Bool
    {
      DeviceKey.isSigned(
        signature, by: by.publicKey, record: record, sequence: sequence, head: .start)
    }
    #expect(holds(key, record, 4, signature))
    #expect(!holds(other, record, 4, signature) && !holds(key, RecordID(), 4, signature))
    #expect(
      !holds(key, record, 5, signature) && !holds(key, record, 4, Array(signature.dropLast())))
  }

  @Test("the device's key is made once, for its owner only, and refused when others may use it")
  func deviceKeyFile() throws {
    let folder = NSTemporaryDirectory() + "device-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/\(DeviceKey.fileName)"
    let key = try DeviceKey.inFolder(folder)
    #expect(try DeviceKey.inFolder(folder).publicKey == key.publicKey)
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(rights == 0o600)
    chmod(path, 0o640)
    #expect(throws: DeviceKeyError.openToOthers(path)) { try DeviceKey.inFolder(folder) }
    try FileManager.default.removeItem(atPath: path)
    symlink("/dev/null", path)
    #expect(throws: DeviceKeyError.self) { try DeviceKey.inFolder(folder) }
    unlink(path)
    #expect(
      FileManager.default.createFile(
        atPath: path, contents: Data([1]), attributes: [.posixPermissions: 0o600]))
    #expect(throws: DeviceKeyError.damaged(path)) { try DeviceKey.inFolder(folder) }
  }

  @Test("A program that was killed while it made the key leaves nothing in the way")
  func unfinishedDeviceKey() throws {
    let folder = NSTemporaryDirectory() + "device-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let unfinished = "\(folder)/\(DeviceKey.fileName).new"
    #expect(FileManager.default.createFile(atPath: unfinished, contents: Data([1, 2])))
    let key = try DeviceKey.inFolder(folder)
    #expect(try DeviceKey.inFolder(folder).publicKey == key.publicKey)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [DeviceKey.fileName])
  }
}
