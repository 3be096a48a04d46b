/// Why something sealed was not opened, or something was not sealed.
public enum SealingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was to be sealed or opened.
  public enum Subject: String, Sendable, Hashable, CaseIterable {
    /// One event of a record.
    case event = "event"
    /// A record's key, sealed to a public key.
    case recordKey = "record key"
    /// A record's key, sealed under a resume code.
    case resumeWrap = "record key under a resume code"
    /// An entry of the index of records.
    case card = "index card"
    /// The private key of a person, sealed under their passphrase.
    case personKey = "private key under a passphrase"
    /// Bytes sealed to a public key for one purpose.
    case payload = "sealed payload"
  }

  /// The key, the code or the passphrase is not the right one, the bytes were changed, or they belong
  /// elsewhere; cryptography cannot tell which.
  case refused(Subject)
  /// The bytes do not have the form of such a thing.
  case malformed(Subject)
  /// The form is one that this program does not know.
  case unknownVersion(Subject, version: UInt8)
  /// The public key is none that anything can be sealed to.
  case unusableKey(Subject)
  /// There is too much to seal, in bytes.
  case tooLarge(Subject, limit: Int)
  /// There is not enough memory to derive the key from a code or a passphrase.
  case outOfMemory(Subject)

  /// The error in words: what, where and how to mend it; never what was sealed.
  public var description: String {
    switch self {
    case .refused(.resumeWrap):
      "this resume code does not open this record; check the code, or ask the staff to open it"
    case .refused(.personKey):
      "this passphrase does not open this person's key; type it again, or have it reset"
    case .refused(let subject):
      "the \(subject.rawValue) does not open: the key is another one, or the bytes were changed "
        + "or moved; restore it from a backup"
    case .malformed(let subject):
      "the \(subject.rawValue) is damaged: its bytes do not have the right form; restore it from "
        + "a backup"
    case .unknownVersion(let subject, let version):
      "the \(subject.rawValue) has the form \(version), which this program does not know; use a "
        + "newer version of the program"
    case .unusableKey(let subject):
      "the \(subject.rawValue) cannot be sealed: the public key is not a valid one; import the key "
        + "again"
    case .tooLarge(let subject, let limit):
      "the \(subject.rawValue) has more than \(limit) bytes; split it into smaller parts"
    case .outOfMemory(let subject):
      "there is not enough memory for the \(subject.rawValue); close other programs and try again"
    }
  }
}
