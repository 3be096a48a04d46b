import Foundation

/// A record as it leaves a kiosk: all of its rows, as they are, signed by the machine.
struct HandedOverRecord: Codable {
  static let format = "intake-record"

  struct Event: Codable {
    let sequence: UInt64
    let time: Int64
    let sealed: Data
    let hash: Data
  }

  struct Wrap: Codable {
    let key: Data
    let sealed: Data
  }

  var format = HandedOverRecord.format
  var version = 1
  let id: Data
  let state: String
  let created: Int64
  let updated: Int64
  let content: Data
  let sequence: UInt64
  let head: Data
  let signature: Data
  let device: Data
  let card: UInt64
  let deskCard: Data?
  let clinicalCard: Data?
  let wraps: [Wrap]
  let events: [Event]
}

/// A file that is handed over: bytes and the signature of the machine over them.
struct SignedFile: Codable {
  let payload: Data
  let device: Data
  let signature: Data

  private static let name = Array("intake-hand-over-1".utf8)

  init(_ payload: Data, by device: DeviceKey) {
    self.payload = payload
    self.device = Data(device.publicKey)
    signature = Data(device.sign(Self.name + Array(payload)))
  }

  var deviceID: KeyID { KeyID(ofRaw: Array(device)) }

  var isWhole: Bool {
    DeviceKey.isSigned(
      Array(signature), by: Array(device), bytes: Self.name + Array(payload))
  }
}
