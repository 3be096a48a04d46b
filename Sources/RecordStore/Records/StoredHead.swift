import GRDB

/// The end of a chain as it is stored: number and hash of the last row, and who signed them.
struct StoredHead: Sendable, Hashable {
  let chain: ChainHead.Chain
  let seq: Int
  let hash: ChainHash
  let device: KeyID
  let signature: [UInt8]

  /// Reads the columns `seq`, `hash`, `device` and `signature`, each with the prefix.
  init(_ row: Row, prefix: String, chain: ChainHead.Chain) throws {
    self.chain = chain
    seq = try row.required(prefix + "seq")
    hash = try row.chainHash(prefix + "hash")
    device = try KeyID(stored: row.bytes(prefix + "device"))
    signature = try row.bytes(prefix + "signature")
  }

  /// Takes a head that came from another machine.
  init(
    chain: ChainHead.Chain, seq: Int, hash: ChainHash, device: KeyID, signature: [UInt8]
  ) {
    self.chain = chain
    self.seq = seq
    self.hash = hash
    self.device = device
    self.signature = signature
  }

  /// Whether a device signed it.
  func isSigned(by key: DevicePublicKey) -> Bool {
    key.isSigned(ChainHead(of: chain, seq: seq, hash: hash), by: signature)
  }
}
