import Glibc

extension RecordStoreError: CustomStringConvertible {
  /// The error in words: what, where and how to mend it; never an answer, a name or a code.
  public var description: String { folderText ?? recordText ?? peopleText ?? fileText }

  private var folderText: String? {
    switch self {
    case .missing(let path):
      "\(path): there is no store; run `intake setup`, or name another folder"
    case .alreadyThere(let path):
      "\(path): something is there already; name a folder that is not there yet"
    case .wrongPermissions(let path):
      "\(path): others than its owner can read or change it; run: chmod -R go-rwx '\(path)'"
    case .wrongOwner(let path):
      "\(path): it belongs to another user of this machine; run the program as its owner"
    case .networkFileSystem(let path, let kind):
      "\(path): records cannot be kept on a shared file system (\(kind)); name a folder on a disk "
        + "of this machine"
    case .notAStore(let path):
      "\(path): this file is not a store; name another folder"
    case .newerVersion(let path, let found, let known):
      "\(path): the store is of version \(found), this program knows up to \(known); use a newer "
        + "program"
    case .damaged(let path):
      "\(path): part of the store is damaged; run `intake doctor`, and restore the last backup "
        + "into a new folder"
    case .full(let path):
      "\(path): the disk is full, nothing was saved; make room, and try again"
    case .readOnly(let path):
      "\(path): it can only be read, nothing was saved; look at the rights of the folder and "
        + "whether the disk is writable"
    case .busy(let path):
      "\(path): another program keeps the store locked, nothing was saved; try again, and end the "
        + "other program if this goes on"
    case .diskFailed(let path, let code):
      "\(path): the disk refused (SQLite error \(code)), nothing was saved; look at the disk's "
        + "health and make a backup"
    case .fileFailed(let error): error.description
    case .deviceKey(let error): error.description
    case .unexpected(let path, let code):
      "\(path): the store is not as expected (SQLite error \(code)), nothing was saved; run "
        + "`intake doctor`"
    default: nil
    }
  }

  private var recordText: String? {
    switch self {
    case .notFound:
      "no open intake has this code; look at the code again, or ask staff"
    case .wrongCode(let left):
      "the code is not right; \(left) \(left == 1 ? "try is" : "tries are") left, then only staff "
        + "can open it"
    case .codeLocked:
      "the code was wrong too often; ask staff to open the intake"
    case .codeTaken: "the code is in use; take a new one"
    case .leased:
      "this intake is open at another terminal; go on there, or end it there first"
    case .wrongState(let state): "this cannot be done with a record that is \(state.words)"
    case .dayIsOver:
      "the desk opens a draft only on its day; go on with its code, or ask a clinician"
    case .closed: "the record was closed; open it again"
    case .unknownContent:
      "the questions that the record was made with are not in the store; import them, or restore "
        + "a backup"
    case .tampered(let place):
      "the record was changed outside the program (\(place)); it is set apart: restore it from a "
        + "backup"
    case .sealing(let error): error.description
    default: nil
    }
  }

  private var peopleText: String? {
    switch self {
    case .notSetUp: "the store has no keys and people yet; run `intake setup`"
    case .alreadySetUp: "the store has keys and people already; use `intake users` and `intake keys`"
    case .wrongPassphrase(let left):
      "the name or the passphrase is not right"
        + (left.map { "; \($0) \($0 == 1 ? "try is" : "tries are") left" } ?? "; type both again")
    case .lockedOut:
      "too many wrong passphrases; wait 15 minutes, or ask another administrator"
    case .wrongRole(let role):
      "the role \(role.rawValue) does not allow this; ask somebody whose role does"
    case .keysForgotten: "the passphrase is needed again"
    case .nameTaken: "somebody has or had this name; choose another one"
    case .unusableName: "a name needs a letter and at most 100 characters, all of which can be seen"
    case .unknownPerson: "nobody of this name works here; look at `intake users list`"
    case .lastAdministrator:
      "this is the last administrator; add another one first"
    case .wrongRecoverySheet:
      "this recovery sheet belongs to another store, or was replaced; take the newest sheet"
    default: nil
    }
  }

  private var fileText: String {
    switch self {
    case .unreadableFile(let path):
      "\(path): the file is damaged or not one of this program; hand it over again"
    case .unknownDevice(let key):
      "the file was signed by the device \(key), which is not known here; compare these digits "
        + "with those the device shows, then admit it"
    case .conflictingRecord(let record):
      "the record \(record) is here already and says something else; keep the file and ask for help"
    default: "the store did not do it"
    }
  }
}

extension StoreFileError: CustomStringConvertible {
  /// The error in words, with what the system says.
  public var description: String {
    "\(path): it cannot be \(action) (\(String(cString: strerror(code))))"
  }
}
