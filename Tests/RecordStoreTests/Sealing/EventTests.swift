import SeededRandomness
import Testing

@testable import RecordStore

@Suite("Sealed events")
struct EventTests {
  @Test(
    "an event opens as it was sealed, and its length tells only whole blocks", arguments: 0..<200)
  func opens(seed: Int) throws {
    var sample = Sample(seed: seed)
    let key = sample.recordKey()
    let place = sample.place()
    let event = sample.bytes(upTo: 700)
    let sealed = try key.seal(event, at: place)
    #expect(try key.open(sealed, at: place) == event)
    #expect(sealed.count == 2 + 12 + (event.count + 4 + 63) / 64 * 64 + 16)
  }

  @Test("an event sealed twice is never the same")
  func nonces() throws {
    var sample = Sample(seed: 1)
    let key = sample.recordKey()
    let place = sample.place()
    let sealed = try (0..<1_000).map { _ in try key.seal([1, 2, 3], at: place) }
    #expect(Set(sealed.map { Array($0[2..<14]) }).count == 1_000)
  }

  @Test("every changed bit of every byte is refused", arguments: [0, 59, 60, 61, 300])
  func tampered(count: Int) throws {
    var sample = Sample(seed: count)
    let key = sample.recordKey()
    let place = sample.place()
    let sealed = try key.seal(sample.bytes(count), at: place)
    for index in sealed.indices {
      for bit in 0..<8 {
        var changed = sealed
        changed[index] ^= 1 << UInt8(bit)
        #expect(throws: SealingError.self) { try key.open(changed, at: place) }
      }
    }
  }

  @Test("an event cut short or made longer is refused")
  func wrongLength() throws {
    var sample = Sample(seed: 3)
    let key = sample.recordKey()
    let place = sample.place()
    let sealed = try key.seal(sample.bytes(100), at: place)
    for count in sealed.indices {
      #expect(throws: SealingError.self) { try key.open(Array(sealed.prefix(count)), at: place) }
    }
    #expect(throws: SealingError.refused(.event)) { try key.open(sealed + [0], at: place) }
  }

  @Test("an event opens at no other place and with no other key", arguments: 0..<50)
  func moved(seed: Int) throws {
    var sample = Sample(seed: seed)
    let key = sample.recordKey()
    let place = sample.place()
    let sealed = try key.seal(sample.bytes(upTo: 200), at: place)
    let others = [
      EventPlace(record: sample.record(), seq: place.seq, previous: place.previous),
      EventPlace(record: place.record, seq: place.seq + 1, previous: place.previous),
      EventPlace(record: place.record, seq: place.seq - 1, previous: place.previous),
      EventPlace(record: place.record, seq: place.seq, previous: sample.hash()),
      EventPlace(record: place.record, seq: place.seq, previous: .start),
    ]
    for other in others {
      #expect(throws: SealingError.refused(.event)) { try key.open(sealed, at: other) }
    }
    let otherKey = sample.recordKey()
    #expect(throws: SealingError.refused(.event)) { try otherKey.open(sealed, at: place) }
  }

  @Test(
    "forms that are not known say so", arguments: [[2, 1], [0, 1], [1, 0], [1, 2]] as [[UInt8]])
  func versions(header: [UInt8]) throws {
    var sample = Sample(seed: 4)
    let key = sample.recordKey()
    let place = sample.place()
    let sealed = try key.seal([1], at: place)
    let version = header[0] == 1 ? header[1] : header[0]
    #expect(throws: SealingError.unknownVersion(.event, version: version)) {
      try key.open(header + sealed.dropFirst(2), at: place)
    }
  }

  @Test("padding that is not exactly right is refused")
  func padding() throws {
    let right = try Padding.pad([7, 7], as: .event)
    #expect(right == [0, 0, 0, 2, 7, 7] + [UInt8](repeating: 0, count: 58))
    let wrong: [[UInt8]] = [
      [], Array(right.dropLast()), right + [0], right + [UInt8](repeating: 0, count: 64),
      right.dropLast() + [1], [0, 0, 0, 61] + right.dropFirst(4), [255] + right.dropFirst(),
    ]
    for padded in wrong {
      #expect(throws: SealingError.malformed(.event)) { try Padding.unpad(padded, as: .event) }
    }
    for count in [59, 60, 61, 124, 125] {
      let bytes = [UInt8](repeating: 9, count: count)
      #expect(try Padding.unpad(Padding.pad(bytes, as: .event), as: .event) == bytes)
      #expect(
        try Padding.pad(bytes, as: .event).count == (count <= 60 ? 64 : count <= 124 ? 128 : 192))
    }
    #expect(throws: SealingError.tooLarge(.event, limit: Padding.limit)) {
      try Padding.pad([UInt8](repeating: 0, count: Padding.limit + 1), as: .event)
    }
  }
}
