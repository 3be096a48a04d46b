import SeededRandomness
import Testing

@testable import RecordStore

@Suite("Record keys under resume codes")
struct ResumeWrapTests {
  @Test("the code opens the key; another code, record or salt does not")
  func opens() throws {
    var sample = Sample(seed: 1)
    let (key, record) = (sample.recordKey(), sample.record())
    let code = ResumeCode.random(using: &sample.generator)
    let wrap = try ResumeWrap.make(of: key, for: record, code: code)
    #expect(wrap.salt.count == 16 && wrap.sealed.count == 61)
    #expect(try wrap.open(code, for: record).exposed == key.exposed)
    let other = (code: ResumeCode.random(using: &sample.generator), record: sample.record())
    #expect(throws: SealingError.refused(.resumeWrap)) { try wrap.open(other.code, for: record) }
    #expect(throws: SealingError.refused(.resumeWrap)) { try wrap.open(code, for: other.record) }
    let salted = ResumeWrap(salt: sample.changed(wrap.salt, at: 3), sealed: wrap.sealed)
    #expect(throws: SealingError.refused(.resumeWrap)) { try salted.open(code, for: record) }
  }

  @Test("every changed bit is refused, and so is another record")
  func tampered() throws {
    var sample = Sample(seed: 2)
    let (key, record) = (sample.recordKey(), sample.record())
    let derived = sample.recordKey().secret
    let wrap = try ResumeWrap.seal(
      key, for: record, under: derived, salt: sample.bytes(16), nonce: sample.bytes(12))
    #expect(try wrap.open(under: derived, for: record).exposed == key.exposed)
    let other = sample.record()
    #expect(throws: SealingError.refused(.resumeWrap)) {
      try wrap.open(under: derived, for: other)
    }
    for index in wrap.sealed.indices {
      let changed = ResumeWrap(salt: wrap.salt, sealed: sample.changed(wrap.sealed, at: index))
      #expect(throws: SealingError.self) { try changed.open(under: derived, for: record) }
    }
  }

  @Test("what has not the form of a wrap is told before any work is done")
  func malformed() throws {
    var sample = Sample(seed: 3)
    let code = ResumeCode.random(using: &sample.generator)
    let record = sample.record()
    let salt = sample.bytes(16)
    let sealed = [1] + sample.bytes(60)
    let cases: [([UInt8], [UInt8], SealingError)] = [
      (salt, [], .malformed(.resumeWrap)), (salt, sealed.dropLast(), .malformed(.resumeWrap)),
      (salt, sealed + [0], .malformed(.resumeWrap)), ([], sealed, .malformed(.resumeWrap)),
      (salt, [2] + sealed.dropFirst(), .unknownVersion(.resumeWrap, version: 2)),
    ]
    for (salt, sealed, error) in cases {
      let wrap = ResumeWrap(salt: salt, sealed: sealed)
      #expect(throws: error) { try wrap.open(code, for: record) }
    }
  }

  @Test("two wraps of one key under one code have nothing in common")
  func salted() throws {
    var sample = Sample(seed: 4)
    let (key, record) = (sample.recordKey(), sample.record())
    let code = ResumeCode.random(using: &sample.generator)
    let wraps = try (0..<2).map { _ in try ResumeWrap.make(of: key, for: record, code: code) }
    #expect(wraps[0].salt != wraps[1].salt && wraps[0].sealed != wraps[1].sealed)
  }
}
