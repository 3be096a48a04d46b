import SeededRandomness

@testable import RecordStore

/// Things to seal that are the same for the same seed.
struct Sample {
  var generator: SeededGenerator

  init(seed: Int) { generator = SeededGenerator(seed: seed) }

  mutating func bytes(_ count: Int) -> [UInt8] { randomBytes(count, using: &generator) }

  mutating func bytes(upTo count: Int) -> [UInt8] { bytes(generator.number(0...count)) }

  mutating func record() -> RecordID { .random(using: &generator) }

  mutating func hash() -> ChainHash { made(ChainHash(bytes: bytes(32))) }

  mutating func recordKey() -> RecordKey {
    var key = bytes(32)
    return made(RecordKey(taking: &key))
  }

  mutating func privateKey() -> PrivateKey { made(PrivateKey(bytes: bytes(32))) }

  mutating func place() -> EventPlace {
    EventPlace(record: record(), seq: generator.number(1...1_000_000), previous: hash())
  }

  /// The bytes with one bit of one of them changed.
  mutating func changed(_ bytes: [UInt8], at index: Int) -> [UInt8] {
    var changed = bytes
    changed[index] ^= 1 << UInt8(generator.number(0...7))
    return changed
  }
}

extension RecordKey {
  /// The 32 bytes, to compare keys in tests.
  var exposed: [UInt8] { secret.withUnsafeBytes { Array($0) } }
}

extension PrivateKey {
  /// The 32 bytes, to compare keys in tests.
  var exposed: [UInt8] { secret.withUnsafeBytes { Array($0) } }
}

/// The bytes of hexadecimal digits; nothing else may be in the text.
func hex(_ digits: String) -> [UInt8] { made(RecordStore.bytes(hexadecimal: digits)) }

/// What a test made of bytes that are known to be right.
private func made<Value>(_ value: Value?) -> Value {
  guard let value else { preconditionFailure("a test gave bytes of a wrong count") }
  return value
}
