import FormFiller

/// Keeps changes as they are made, so that nothing that was answered is lost.
public protocol Journal: AnyObject {
  /// Keeps a change; when this returns, the change is safe.
  func record(_ change: Change) throws
}
