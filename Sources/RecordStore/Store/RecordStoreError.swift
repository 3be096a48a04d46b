import GRDB
import Glibc

/// A reason why the store cannot do what it was asked; nothing is half done.
///
/// No answer, name or code stands in it.
public enum RecordStoreError: Error, Sendable, Equatable, CustomStringConvertible {
  // The machine.
  /// The disk, or the space that is allowed, is full.
  case diskFull(path: String)
  /// The folder or the disk can only be read.
  case readOnly(path: String)
  /// Others than the owner may use the folder.
  case openToOthers(path: String)
  /// The folder lies on another machine, where the store's locks do not hold.
  case networkFileSystem(path: String)
  /// There is no store in the folder.
  case noStore(path: String)
  /// Something is in the way: a file in place of the folder, or one that may not be opened.
  case unusable(path: String, code: Int32)
  /// Another program kept the store to itself for too long.
  case busy(path: String)
  /// The store was written by a newer program.
  case newerVersion(path: String)
  /// The file is damaged.
  case damaged(path: String)
  /// The machine's signing key cannot be used.
  case deviceKey(DeviceKeyError)

  // Records.
  /// There is no such record, or no longer.
  case noRecord
  /// The record is not as it was written.
  case tampered(RecordFault)
  /// No record has this code.
  case wrongCode(triesLeft: Int?)
  /// Another record has the public part of the code; another code has to be made.
  case codeTaken
  /// The code was typed wrongly too often; staff can reopen the record.
  case codeBlocked
  /// Another program is going on with the record.
  case inUse
  /// The record is no longer open for answers.
  case notOpen(RecordState)
  /// The program's lease on the record has gone to another.
  case leaseLost

  // People.
  /// The name or the passphrase is wrong; not said which.
  case wrongPassphrase
  /// The passphrase was typed wrongly too often; milliseconds until it is taken again.
  case blocked(milliseconds: Int64)
  /// The role does not allow it.
  case notAllowed(Role)
  /// Somebody has the name already.
  case nameInUse
  /// The clinic's keys were changed after this person unlocked them.
  case outdatedKeys
  /// There is nobody of that name.
  case noPerson
  /// It would leave nobody to look after the store.
  case lastAdmin
  /// The clinic's keys have been made already.
  case isSetUp
  /// The clinic's keys have not been made yet.
  case isNotSetUp
  /// The key opens nothing here, such as that of another clinic's recovery sheet.
  case foreignKey

  // Files.
  /// A file handed over is not whole, or was changed.
  case badFile(name: String)
  /// A file comes from a machine that is not known here.
  case unknownDevice(KeyID)
  /// There is something at the place already.
  case exists(path: String)

  /// The error of a database, in terms of the store at a path.
  init(_ error: any Error, path: String) {
    if let error = error as? RecordStoreError {
      self = error
      return
    }
    if let error = error as? DeviceKeyError {
      self = .deviceKey(error)
      return
    }
    if error is SealError {
      self = .tampered(.seal)
      return
    }
    guard let error = error as? DatabaseError else {
      self = .damaged(path: path)
      return
    }
    self =
      switch error.resultCode {
      case .SQLITE_FULL: .diskFull(path: path)
      case .SQLITE_IOERR: .unusable(path: path, code: EIO)
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH: .readOnly(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
      default: .damaged(path: path)
      }
  }
}
