import Crypto
import Testing

@testable import RecordStore

@Suite("Cost of trying a secret")
struct ScryptCostTests {
  /// RFC 7914, section 12, third vector; its key of 64 bytes begins with that of 32, as PBKDF2 with
  /// SHA-256 makes 32 bytes at a time.
  @Test("scrypt gives the published vector")
  func publishedVector() throws {
    let cost = try #require(ScryptCost(logarithmOfRounds: 14, blockSize: 8, parallelism: 1))
    let key = try cost.derive(
      Array("pleaseletmein".utf8), salt: Array("SodiumChloride".utf8), as: .personKey)
    let expected = hex("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2")
    #expect(key == SymmetricKey(data: expected))
  }

  @Test("the costs are those that are promised")
  func promised() {
    #expect(ScryptCost.resumeCode.logarithmOfRounds == 15)
    #expect(ScryptCost.passphrase.logarithmOfRounds == 17)
    for cost in [ScryptCost.resumeCode, .passphrase] {
      #expect(cost.blockSize == 8 && cost.parallelism == 1)
    }
  }

  @Test("a cost that is too low or too high is refused")
  func bounds() {
    for logarithm in UInt8.min...UInt8.max {
      let cost = ScryptCost(logarithmOfRounds: logarithm, blockSize: 8, parallelism: 1)
      #expect((cost != nil) == (14...18).contains(logarithm))
    }
    for size in UInt8.min...UInt8.max {
      let cost = ScryptCost(logarithmOfRounds: 15, blockSize: size, parallelism: 1)
      #expect((cost != nil) == (size == 8))
      let parallel = ScryptCost(logarithmOfRounds: 15, blockSize: 8, parallelism: size)
      #expect((parallel != nil) == (1...4).contains(size))
    }
  }
}
