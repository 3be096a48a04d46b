import Crypto
import Foundation
import Glibc

/// The key with which this machine signs the heads of chains (Ed25519, RFC 8032).
///
/// Its file lies in the store's folder and holds the seed, 32 bytes, for its owner only.
public struct DeviceKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey
  /// The public half; 32 bytes.
  public let publicKey: [UInt8]
  /// What names it.
  public var id: KeyID { KeyID(ofRaw: publicKey) }

  /// The name of the file in the store's folder.
  public static let fileName = "device.key"

  init(_ key: Curve25519.Signing.PrivateKey) {
    self.key = key
    publicKey = Array(key.publicKey.rawRepresentation)
  }

  /// Reads the key of a folder, or makes it if there is none.
  ///
  /// - Throws: ``DeviceKeyError``.
  public static func inFolder(_ folder: String) throws(DeviceKeyError) -> DeviceKey {
    let path = "\(folder)/\(fileName)"
    guard access(path, F_OK) != 0, errno == ENOENT else { return try read(path) }
    return try make(path, in: folder)
  }

  /// Makes the key beside its place and moves it there when it is safe, so that no moment at which the
  /// program is killed or the power goes leaves a file without a key.
  private static func make(
    _ path: String, in folder: String
  ) throws(DeviceKeyError) -> DeviceKey {
    let new = "\(path).new"
    // Left by a program that was killed here.
    unlink(new)
    let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .unusable(new, errno) }
    defer {
      close(descriptor)
      unlink(new)
    }
    let key = Curve25519.Signing.PrivateKey()
    let seed = Array(key.rawRepresentation)
    guard write(descriptor, seed, seed.count) == seed.count, fsync(descriptor) == 0 else {
      throw .unusable(new, errno)
    }
    // Another program's key is not replaced.
    guard link(new, path) == 0 else {
      guard errno == EEXIST else { throw .unusable(path, errno) }
      return try read(path)
    }
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(directory) }
    guard directory >= 0, fsync(directory) == 0 else { throw .unusable(folder, errno) }
    return DeviceKey(key)
  }

  private static func read(_ path: String) throws(DeviceKeyError) -> DeviceKey {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw .unusable(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unusable(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 == 0 else {
      throw .openToOthers(path)
    }
    var seed = [UInt8](repeating: 0, count: 33)
    let count = Glibc.read(descriptor, &seed, 33)
    defer { for index in seed.indices { seed[index] = 0 } }
    guard count == 32, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed[..<32])
    else { throw .damaged(path) }
    return DeviceKey(key)
  }

  /// Signs the head of a record's chain: `intake-head-1`, the record, the number of the last event (8
  /// bytes, the highest first), and its hash.
  public func sign(record: RecordID, sequence: UInt64, head: ChainHash) -> [UInt8] {
    sign(Self.message(record, sequence, head))
  }

  /// Signs other bytes that begin with a name of their own.
  func sign(_ bytes: [UInt8]) -> [UInt8] {
    // Signing with a key that the library took cannot fail; an empty signature would be found.
    (try? key.signature(for: bytes)).map { Array($0) } ?? []
  }

  /// Whether a head was signed by the device with this public key.
  public static func isSigned(
    _ signature: [UInt8], by publicKey: [UInt8], record: RecordID, sequence: UInt64,
    head: ChainHash
  ) -> Bool {
    isSigned(signature, by: publicKey, bytes: message(record, sequence, head))
  }

  static func isSigned(_ signature: [UInt8], by publicKey: [UInt8], bytes: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
      return false
    }
    return key.isValidSignature(signature, for: bytes)
  }

  private static func message(
    _ record: RecordID, _ sequence: UInt64, _ head: ChainHash
  ) -> [UInt8] {
    Array("intake-head-1".utf8) + record.bytes + [UInt8](bigEndian: sequence) + head.bytes
  }
}

/// Why the machine's signing key cannot be used.
public enum DeviceKeyError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file cannot be read or written, with the number of the system's error.
  case unusable(String, Int32)
  /// Others than its owner may use the file.
  case openToOthers(String)
  /// The file holds no key.
  case damaged(String)

  /// What is wrong and how to mend it, in words.
  public var description: String {
    switch self {
    case .unusable(let path, let code):
      "\(path) cannot be used: \(String(cString: strerror(code))). Check the folder and who may use it."
    case .openToOthers(let path):
      "\(path) can be used by others. Allow its owner only (chmod 600), then look who has used it."
    case .damaged(let path):
      "\(path) is damaged. Put it back from a backup of the folder."
    }
  }
}
