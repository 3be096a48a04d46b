import Crypto
import CryptoExtras
import Foundation
import Testing

@testable import RecordStore

@Suite("Passphrases")
struct LockedKeyTests {
  private static let cheap = LockedKey.Costs(logarithm: 10)

  @Test("a key opens with its passphrase only")
  func locks() throws {
    let key = PrivateKey()
    let passphrase = try Passphrase(new: "four odd words here")
    let locked = try LockedKey(key, with: passphrase, costs: Self.cheap)
    #expect(try locked.unlock(with: passphrase, publicKey: key.publicKey).raw == key.raw)
    #expect(throws: SealError.notAuthentic) {
      try locked.unlock(with: Passphrase(typed: "four odd words Here"), publicKey: key.publicKey)
    }
    #expect(throws: SealError.notAuthentic) {
      try locked.unlock(with: passphrase, publicKey: PrivateKey().publicKey)
    }
  }

  @Test("the usual costs are those of the format")
  func costs() throws {
    let locked = try LockedKey(
      PrivateKey(), with: Passphrase(typed: "x"), costs: TestStore().usualCosts)
    #expect(Array(locked.bytes.prefix(4)) == [1, 17, 8, 1])
    #expect(locked.bytes.count == 20 + 2 + 12 + 32 + 16)
  }

  @Test(
    "costs that would keep the machine busy are refused", arguments: [9, 21, 63, 255] as [UInt8])
  func refusedCosts(logarithm: UInt8) throws {
    let key = PrivateKey()
    var bytes = try LockedKey(key, with: Passphrase(typed: "x"), costs: Self.cheap).bytes
    bytes[1] = logarithm
    #expect(throws: SealError.badCosts) {
      try LockedKey(bytes: bytes).unlock(with: Passphrase(typed: "x"), publicKey: key.publicKey)
    }
  }

  @Test("a letter typed in two ways is one letter")
  func normalForm() throws {
    let one = try Passphrase(new: "caf\u{E9} corner table")
    let other = try Passphrase(new: "cafe\u{301} corner table")
    #expect(one.isSame(as: other))
  }

  @Test(
    "a new passphrase has 15 letters or more",
    arguments: [("", false), ("fourteen lette", false), ("fifteen letters", true)])
  func length(text: String, isTaken: Bool) {
    #expect(((try? Passphrase(new: text)) != nil) == isTaken)
  }

  @Test("scrypt is that of RFC 7914, section 12")
  func scrypt() throws {
    let key = try KDF.Scrypt.deriveKey(
      from: Array("password".utf8), salt: Array("NaCl".utf8), outputByteCount: 64, rounds: 1024,
      blockSize: 8, parallelism: 16)
    #expect(
      key.withUnsafeBytes { Array($0) }.hexadecimal
        == "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
        + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640")
  }
}
