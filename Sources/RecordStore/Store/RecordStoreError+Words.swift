import Glibc

extension RecordStoreError {
  /// What is wrong and how to mend it, in words.
  public var description: String {
    switch self {
    case .diskFull(let path): "The disk of \(path) is full. Make room; nothing is lost."
    case .readOnly(let path):
      "\(path) cannot be written. Check the disk and who may write the folder."
    case .openToOthers(let path):
      "\(path) can be used by others. Allow its owner only (chmod 700)."
    case .networkFileSystem(let path):
      "\(path) lies on another machine. Choose a folder on a disk of this one."
    case .noStore(let path): "There are no records in \(path). Check the folder's name."
    case .unusable(let path, let code):
      "\(path) cannot be used: \(String(cString: strerror(code))). Check the disk and the folder."
    case .busy(let path):
      "Another program keeps \(path) busy. Wait a moment and try again."
    case .newerVersion(let path):
      "\(path) was written by a newer version of this program. Install that version."
    case .damaged(let path):
      "\(path) is damaged. Stop the programs that use it and restore the last backup."
    case .deviceKey(let error): error.description
    case .noRecord: "There is no such record."
    case .tampered(let fault): "The record is not as it was written: \(fault)."
    case .wrongCode(let tries):
      tries.map { "That is not the code. \($0 == 1 ? "1 try is" : "\($0) tries are") left." }
        ?? "There are no answers with this code."
    case .codeTaken: "Another code is needed. Try again."
    case .codeBlocked: "This code was typed wrongly too often. Ask the staff."
    case .inUse: "These answers are open on another screen. Close them there first."
    case .notOpen(let state): "The record takes no more answers; it is \(state.rawValue)."
    case .leaseLost: "Another program has gone on with this record."
    case .wrongPassphrase: "The name or the passphrase is not right."
    case .blocked(let milliseconds):
      "The passphrase was typed wrongly too often. Wait \(max(1, (milliseconds + 59_999) / 60_000)) minutes, or "
        + "ask another administrator."
    case .notAllowed(let role): "This needs another role than \(role.rawValue)."
    case .nameInUse: "Somebody has that name already. Choose another."
    case .outdatedKeys: "The clinic's keys have been changed meanwhile. Type your passphrase again."
    case .noPerson: "There is nobody of that name. See who there is with: intake users list"
    case .lastAdmin: "This is the only administrator. Add another one first."
    case .isSetUp: "The clinic's keys have been made already."
    case .isNotSetUp: "The clinic's keys have not been made yet. Make them with: intake setup"
    case .foreignKey: "This key opens nothing here. Check that it belongs to this clinic."
    case .badFile(let name): "\(name) is not whole, or was changed. Hand it over again."
    case .unknownDevice(let id):
      "This comes from a machine that is not known here (\(id)). Add it with: intake keys device"
    case .exists(let path): "There is something at \(path) already. Choose another place."
    }
  }
}
