import Foundation
import Testing

@testable import RecordStore

@Suite("The file of the device's key")
final class DeviceKeyFileTests {
  private let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "device-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private var path: String { folder + "/device.key" }

  private func write(_ bytes: [UInt8], mode: mode_t = 0o600) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    chmod(path, mode)
  }

  private func refusal() -> DeviceKeyError? {
    do throws(DeviceKeyError) {
      _ = try DeviceKey(path: path)
      return nil
    } catch {
      return error
    }
  }

  @Test("a new key is read back, its file is for its owner only, and nothing else is left")
  func create() throws {
    let key = try DeviceKey.create(at: path)
    #expect(try DeviceKey(path: path).publicKey == key.publicKey)
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode == S_IFREG | 0o600 && status.st_size == 33 && status.st_nlink == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["device.key"])
  }

  @Test("a key that is there is never overwritten, whatever it is")
  func exists() throws {
    let first = try DeviceKey.create(at: path)
    #expect(throws: DeviceKeyError.exists(path: path)) { try DeviceKey.create(at: self.path) }
    #expect(try DeviceKey(path: path).publicKey == first.publicKey)
    unlink(path)
    symlink("/nowhere", path)
    #expect(throws: DeviceKeyError.exists(path: path)) { try DeviceKey.create(at: self.path) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["device.key"])
  }

  @Test("a file that others have any right to is refused", arguments: 0..<64 as Range<mode_t>)
  func rights(others: mode_t) throws {
    _ = try DeviceKey.create(at: path)
    chmod(path, 0o600 | others)
    #expect(
      refusal()
        == (others == 0 ? nil : .wrongPermissions(path: path, mode: UInt32(0o600 | others))))
  }

  @Test("what is not a key is refused")
  func malformed() throws {
    let seed = [UInt8](repeating: 7, count: 32)
    for bytes in [[], [1], [1] + seed.dropLast(), [1] + seed + [0], [2] + seed] as [[UInt8]] {
      try write(bytes)
      #expect(refusal() == .malformed(path: path))
    }
    try write([1] + seed)
    #expect(refusal() == nil)
  }

  @Test("a link, a folder and a pipe are refused, and nothing is waited for")
  func kinds() throws {
    #expect(refusal() == .missing(path: path))
    mkfifo(path, 0o600)
    #expect(refusal() == .malformed(path: path))
    unlink(path)
    mkdir(path, 0o700)
    #expect(refusal() == .malformed(path: path))
    rmdir(path)
    _ = try DeviceKey.create(at: folder + "/real")
    symlink(folder + "/real", path)
    #expect(refusal() == .malformed(path: path))
  }

  @Test("a folder that is not there is told")
  func noFolder() {
    let path = folder + "/none/device.key"
    #expect(throws: DeviceKeyError.system(path: path, errno: ENOENT)) {
      try DeviceKey.create(at: path)
    }
  }

  @Test("a file of somebody else is refused", .enabled(if: geteuid() == 0, "needs root"))
  func owner() throws {
    _ = try DeviceKey.create(at: path)
    chown(path, 12_345, 12_345)
    #expect(refusal() == .wrongOwner(path: path))
  }
}
