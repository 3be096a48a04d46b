import FHIR
import RecordStore

/// The public halves of a clinic's keys in a file, for a kiosk that stands apart.
///
/// It opens nothing; whoever changes it on the way could have records sealed for themselves, so the
/// fingerprint is compared.
enum PublicKeyFile {
  private static let format = "intake-recipients"

  /// The file of a clinic's public keys.
  static func bytes(of recipients: Recipients) -> [UInt8] {
    let document = JSONBuilder.object { root in
      root.add("format", format)
      root.add("version", 1)
      root.add("clinic", recipients.clinic.bytes.hexadecimalText)
      root.add("desk", recipients.desk.bytes.hexadecimalText)
      root.add("recovery", recipients.recovery.bytes.hexadecimalText)
    }
    return JSONWriter().bytes(of: document.root)
  }

  /// Reads such a file.
  ///
  /// - Throws: `InputError` when it is none.
  static func recipients(in path: String) throws -> Recipients {
    let root = try JSONFile.read(path).root
    func key(_ name: StaticString) throws -> PublicKey {
      guard let bytes = root[name]?.string.flatMap({ [UInt8](hexadecimalText: $0) }),
        let key = try? PublicKey(bytes: bytes)
      else { throw fault(path) }
      return key
    }
    guard root["format"]?.string == format, root["version"]?.integer == 1 else {
      throw fault(path)
    }
    return Recipients(
      clinic: try key("clinic"), desk: try key("desk"), recovery: try key("recovery"))
  }

  private static func fault(_ path: String) -> InputError {
    InputError(
      "\(path): this is no file of public keys. Make it at the clinic's machine with: intake keys "
        + "export \(path)")
  }
}

extension Recipients {
  /// What somebody compares by eye, at both machines.
  var fingerprint: String { "\(clinic.id) \(desk.id) \(recovery.id)" }
}

/// The public half of a machine's signing key in a file.
enum DeviceKeyFile {
  private static let format = "intake-device"

  /// The file of a machine's key.
  static func bytes(of key: [UInt8]) -> [UInt8] {
    let document = JSONBuilder.object { root in
      root.add("format", format)
      root.add("version", 1)
      root.add("key", key.hexadecimalText)
    }
    return JSONWriter().bytes(of: document.root)
  }

  /// Reads such a file.
  ///
  /// - Throws: `InputError` when it is none.
  static func key(in path: String) throws -> [UInt8] {
    let root = try JSONFile.read(path).root
    guard root["format"]?.string == format, root["version"]?.integer == 1,
      let key = root["key"]?.string.flatMap({ [UInt8](hexadecimalText: $0) }), key.count == 32
    else {
      throw InputError(
        "\(path): this is no key of a machine. Make it at the kiosk with: intake keys device "
          + path)
    }
    return key
  }
}

extension [UInt8] {
  /// The bytes as pairs of hexadecimal digits.
  fileprivate var hexadecimalText: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Reads pairs of hexadecimal digits.
  fileprivate init?(hexadecimalText text: String) {
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
    self = stride(from: 0, to: digits.count, by: 2).map {
      UInt8(digits[$0] * 16 + digits[$0 + 1])
    }
  }
}
