import SeededRandomness
import Testing

@testable import RecordStore

@Suite("Index cards")
struct CardTests {
  /// Seals a card in a form.
  private func sealed(
    _ card: [UInt8], _ form: CardForm, _ key: PrivateKey, at place: CardPlace
  ) throws -> [UInt8] {
    switch form {
    case .byWriter: try key.publicKey.seal(card: card, at: place)
    case .byReader: try CardKey(key).seal(card, at: place)
    }
  }

  @Test("a card opens in both forms as it was sealed", arguments: CardForm.allCases)
  func opens(form: CardForm) throws {
    var sample = Sample(seed: 1)
    for _ in 0..<50 {
      let key = sample.privateKey()
      let place = CardPlace(kind: .desk, record: sample.record(), version: 4)
      let card = sample.bytes(upTo: 300)
      let sealed = try sealed(card, form, key, at: place)
      #expect(CardForm(of: sealed) == form)
      #expect(try CardKey(key).open(sealed, at: place) == card)
    }
  }

  @Test("a card opens at no other place and with no other key", arguments: CardForm.allCases)
  func moved(form: CardForm) throws {
    var sample = Sample(seed: 2)
    let key = sample.privateKey()
    let place = CardPlace(kind: .desk, record: sample.record(), version: 4)
    let sealed = try sealed([1, 2, 3], form, key, at: place)
    let others = [
      CardPlace(kind: .clinical, record: place.record, version: 4),
      CardPlace(kind: .desk, record: sample.record(), version: 4),
      CardPlace(kind: .desk, record: place.record, version: 5),
    ]
    for other in others {
      #expect(throws: SealingError.refused(.card)) { try CardKey(key).open(sealed, at: other) }
    }
    let otherKey = CardKey(sample.privateKey())
    #expect(throws: SealingError.refused(.card)) { try otherKey.open(sealed, at: place) }
  }

  @Test("every changed bit of a card is refused", arguments: CardForm.allCases)
  func tampered(form: CardForm) throws {
    var sample = Sample(seed: 3)
    let key = sample.privateKey()
    let cards = CardKey(key)
    let place = CardPlace(kind: .clinical, record: sample.record(), version: 0)
    let sealed = try sealed(sample.bytes(20), form, key, at: place)
    for index in sealed.indices {
      for bit in 0..<8 {
        var changed = sealed
        changed[index] ^= 1 << UInt8(bit)
        #expect(throws: SealingError.self) { try cards.open(changed, at: place) }
      }
    }
    for count in sealed.indices {
      #expect(throws: SealingError.self) { try cards.open(Array(sealed.prefix(count)), at: place) }
    }
  }

  @Test("a form that is not known says so")
  func unknown() {
    var sample = Sample(seed: 4)
    let cards = CardKey(sample.privateKey())
    let place = CardPlace(kind: .desk, record: sample.record(), version: 0)
    #expect(CardForm(of: [3, 1]) == nil && CardForm(of: []) == nil)
    #expect(throws: SealingError.unknownVersion(.card, version: 3)) {
      try cards.open([3, 1], at: place)
    }
    #expect(throws: SealingError.malformed(.card)) { try cards.open([], at: place) }
  }
}
