import SeededRandomness
import Testing

@testable import RecordStore

@Suite("Chains of hashes")
struct ChainTests {
  @Test("the hash changes with everything that it is over", arguments: 0..<50)
  func everything(seed: Int) {
    var sample = Sample(seed: seed)
    let (start, record, sealed) = (sample.hash(), sample.record(), sample.bytes(90))
    let (seq, at) = (sample.generator.number(1...99), Int64(sample.generator.number(0...1_000_000)))
    let hashes = [
      start.next(record: record, seq: seq, at: at, sealed: sealed),
      sample.hash().next(record: record, seq: seq, at: at, sealed: sealed),
      start.next(record: sample.record(), seq: seq, at: at, sealed: sealed),
      start.next(record: record, seq: seq + 1, at: at, sealed: sealed),
      start.next(record: record, seq: seq, at: at + 1, sealed: sealed),
      start.next(record: record, seq: seq, at: -at - 1, sealed: sealed),
      start.next(record: record, seq: seq, at: at, sealed: sample.changed(sealed, at: 89)),
      start.next(auditSeq: seq, at: at, entry: sealed),
      start.next(auditSeq: seq + 1, at: at, entry: sealed),
      start.next(auditSeq: seq, at: at + 1, entry: sealed),
      start.next(auditSeq: seq, at: at, entry: sealed + [0]),
    ]
    #expect(Set(hashes).count == hashes.count)
    #expect(start.next(record: record, seq: seq, at: at, sealed: sealed) == hashes[0])
  }

  @Test("the first previous hash is 32 zeros")
  func start() {
    #expect(ChainHash.start.bytes == [UInt8](repeating: 0, count: 32))
    #expect(ChainHash.start.description == String(repeating: "0", count: 64))
  }

  @Test("a signature is good for its head and its device only", arguments: 0..<20)
  func signatures(seed: Int) throws {
    var sample = Sample(seed: seed)
    let device = try #require(DeviceKey(seed: sample.bytes(32)))
    let (record, hash, seq) = (sample.record(), sample.hash(), sample.generator.number(1...999))
    let head = ChainHead(of: .record(record), seq: seq, hash: hash)
    let signature = try device.sign(head)
    #expect(signature.count == 64 && device.publicKey.isSigned(head, by: signature))
    let others = [
      ChainHead(of: .record(sample.record()), seq: seq, hash: hash),
      ChainHead(of: .record(record), seq: seq + 1, hash: hash),
      ChainHead(of: .record(record), seq: seq, hash: sample.hash()),
      ChainHead(of: .audit, seq: seq, hash: hash),
    ]
    for other in others { #expect(!device.publicKey.isSigned(other, by: signature)) }
    #expect(!DeviceKey().publicKey.isSigned(head, by: signature))
    for index in signature.indices {
      #expect(!device.publicKey.isSigned(head, by: sample.changed(signature, at: index)))
    }
    for count in [0, 63] {
      #expect(!device.publicKey.isSigned(head, by: Array(signature.prefix(count))))
    }
  }

  /// RFC 8032, section 7.1, tests 1 to 3.
  @Test(
    "Ed25519 gives the published vectors",
    arguments: [
      (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
          + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
      ),
      (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
          + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
      ),
      (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
          + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
      ),
    ])
  func publishedVectors(seed: String, key: String, message: String, signature: String) throws {
    let device = try #require(DeviceKey(seed: hex(seed)))
    #expect(device.publicKey.bytes == hex(key))
    #expect(try device.sign(hex(message)) == hex(signature))
    #expect(device.publicKey.isSigned(hex(message), by: hex(signature)))
  }
}
