/// Why the store did not do what was asked; nothing was half done.
public enum RecordStoreError: Error, Sendable, Hashable {
  // The folder and its files.

  /// There is no store in the folder.
  case missing(path: String)
  /// A folder or file that was to be made is there already.
  case alreadyThere(path: String)
  /// Others than the owner may read or write the file or folder.
  case wrongPermissions(path: String)
  /// The file or folder belongs to another user of the machine.
  case wrongOwner(path: String)
  /// The folder lies on a file system that several machines share; the text names its kind.
  case networkFileSystem(path: String, kind: String)
  /// The file is another program's.
  case notAStore(path: String)
  /// The store was made by a newer program.
  case newerVersion(path: String, found: Int, known: Int)
  /// Part of the store cannot be read.
  case damaged(path: String)
  /// The disk is full.
  case full(path: String)
  /// The store, the folder or the disk can only be read.
  case readOnly(path: String)
  /// Another program has kept the store locked for longer than is waited.
  case busy(path: String)
  /// The disk refused a reading or a writing; the number is SQLite's.
  case diskFailed(path: String, code: Int)
  /// The system refused a file.
  case fileFailed(StoreFileError)
  /// The device's key cannot be used.
  case deviceKey(DeviceKeyError)
  /// Something of the store is not as this program writes it; the number is SQLite's.
  case unexpected(path: String, code: Int)

  // Records.

  /// There is no such record, or no draft with such a code.
  case notFound
  /// The code is wrong; so many tries are left.
  case wrongCode(triesLeft: Int)
  /// The code was tried too often: only staff open the draft.
  case codeLocked
  /// Another draft has a code with the same first four symbols: take another code.
  case codeTaken
  /// The day on which the desk could open the draft is over.
  case dayIsOver
  /// Somebody else is answering, or this record was taken over by another terminal.
  case leased
  /// The record is in a state in which this cannot be done.
  case wrongState(RecordState)
  /// The record was closed, or its key was forgotten.
  case closed
  /// The content that the record was to be made with is not in the store.
  case unknownContent(ContentHash)
  /// The record was changed by something else than this program.
  case tampered(Tampering)
  /// Something sealed does not open, or could not be sealed.
  case sealing(SealingError)

  // People and keys.

  /// The store has no keys and people yet.
  case notSetUp
  /// The store has keys and people already.
  case alreadySetUp
  /// The name or the passphrase is wrong; so many tries are left, where the person is known.
  case wrongPassphrase(triesLeft: Int?)
  /// The person is locked out until a time, in milliseconds since 1970 UTC.
  case lockedOut(until: Int64)
  /// The person's role does not allow this.
  case wrongRole(Role)
  /// The person's keys were forgotten, as after a time without a key: they have to unlock again.
  case keysForgotten
  /// Somebody has this name, or had it.
  case nameTaken
  /// A name has no letter, or more than 100 characters, or characters that cannot be shown.
  case unusableName
  /// There is nobody of this name.
  case unknownPerson
  /// The last administrator cannot be removed.
  case lastAdministrator
  /// The recovery sheet is not the one of this store.
  case wrongRecoverySheet

  // Files of records and backups.

  /// The file is none that carries a record, a set-up or content, or is damaged.
  case unreadableFile(path: String)
  /// The file was signed by a device that this store does not know.
  case unknownDevice(KeyID)
  /// The file holds something else under the name of a record that is here already.
  case conflictingRecord(RecordID)
}
