import SeededRandomness
import Testing

@testable import RecordStore

@Suite("Sealing")
struct SealingTests {
  private let key = RecordKey()
  private let place = EventPlace(record: RecordID(), sequence: 3, previous: .start)

  @Test("what is sealed opens the same, whatever its length")
  func opensTheSame() throws {
    var generator = SeededGenerator(seed: 11)
    for length in [0, 1, 59, 60, 61, 64, 300, 5_000] {
      let event = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      let sealed = try key.seal(event, at: place)
      #expect(try key.open(sealed, at: place) == event)
      #expect((sealed.count - 30).isMultiple(of: 64))
    }
  }

  @Test("the length shows only in steps of 64 bytes")
  func padding() throws {
    let lengths = try (0...60).map {
      try key.seal([UInt8](repeating: 65, count: $0), at: place).count
    }
    #expect(Set(lengths).count == 1)
  }

  @Test("a change of any byte is found")
  func everyByteCounts() throws {
    let sealed = try key.seal(Array("yes".utf8), at: place)
    for index in sealed.indices {
      for bit: UInt8 in [1, 128] {
        var changed = sealed
        changed[index] ^= bit
        #expect(throws: SealError.self) { try key.open(changed, at: place) }
      }
    }
    for length in 0..<sealed.count {
      #expect(throws: SealError.self) { try key.open(Array(sealed.prefix(length)), at: place) }
    }
  }

  @Test("an event opens only where it stood")
  func onlyAtItsPlace() throws {
    let sealed = try key.seal(Array("yes".utf8), at: place)
    let other = ChainHash(after: .start, of: "x", fields: [])
    let places = [
      EventPlace(record: RecordID(), sequence: 3, previous: .start),
      EventPlace(record: place.record, sequence: 4, previous: .start),
      EventPlace(record: place.record, sequence: 3, previous: other),
    ]
    for wrong in places {
      #expect(throws: SealError.notAuthentic) { try key.open(sealed, at: wrong) }
    }
    #expect(throws: SealError.notAuthentic) { try RecordKey().open(sealed, at: place) }
  }

  @Test("the same event is never sealed to the same bytes")
  func noncesDiffer() throws {
    let sealed = try (0..<50).map { _ in try key.seal([1], at: place) }
    #expect(Set(sealed).count == 50)
  }

  @Test("a wrap is 80 bytes and opens for its record and its holder only")
  func wraps() throws {
    let holder = PrivateKey()
    let wrap = try holder.publicKey.wrap(key, of: place.record)
    #expect(wrap.count == 80)
    #expect(try holder.unwrap(wrap, of: place.record).raw == key.raw)
    #expect(throws: SealError.notAuthentic) { try holder.unwrap(wrap, of: RecordID()) }
    #expect(throws: SealError.notAuthentic) { try PrivateKey().unwrap(wrap, of: place.record) }
    #expect(throws: SealError.notAuthentic) {
      try holder.open(wrap, for: .card(place.record, version: 0))
    }
  }

  @Test(
    "a point of low order is no key",
    arguments: [
      "0000000000000000000000000000000000000000000000000000000000000000",
      "0100000000000000000000000000000000000000000000000000000000000000",
      "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
      "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ])
  func lowOrder(hexadecimal: String) throws {
    let bytes = try #require([UInt8](hexadecimal: hexadecimal))
    #expect(throws: SealError.badKey) { try PublicKey(bytes: bytes) }
  }

  @Test("a private key travels to its recipient under its own name only")
  func privateKeys() throws {
    let clinic = PrivateKey()
    let person = PrivateKey()
    let sealed = try clinic.sealed(to: person.publicKey)
    #expect(try person.openKey(sealed, named: clinic.publicKey.id).raw == clinic.raw)
    #expect(throws: SealError.self) { try person.openKey(sealed, named: person.publicKey.id) }
  }

  @Test("a card opens in both forms, for its record and version only")
  func cards() throws {
    let holder = PrivateKey()
    let opener = Card.Opener(holder)
    let card = Array(#"{"label":"A 17"}"#.utf8)
    let record = place.record
    for sealed in [
      try Card.seal(card, of: record, version: 2, to: holder.publicKey),
      try Card.seal(card, of: record, version: 2, by: holder),
    ] {
      #expect(try opener.open(sealed, of: record, version: 2) == card)
      #expect(throws: SealError.self) { try opener.open(sealed, of: record, version: 1) }
      #expect(throws: SealError.self) { try opener.open(sealed, of: RecordID(), version: 2) }
      #expect(throws: SealError.self) {
        try Card.Opener(PrivateKey()).open(sealed, of: record, version: 2)
      }
      #expect(throws: SealError.self) {
        try opener.open([3] + sealed.dropFirst(), of: record, version: 2)
      }
    }
    #expect(!Card.opensFast(try Card.seal(card, of: record, version: 2, to: holder.publicKey)))
    #expect(Card.opensFast(try Card.seal(card, of: record, version: 2, by: holder)))
  }
}
