import FHIR

/// A reason why something of the library cannot be used: what, where and how to mend it.
public struct LibraryError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Reason: Equatable, Sendable {
    // The manifest.

    /// The manifest is not one, for example because `format` is not `intake-library`.
    case notAManifest
    /// The manifest is of a version that this program does not read; nil when it names none.
    case unsupportedManifestVersion(Int?)
    /// A member of the manifest is missing or is of the wrong type.
    case malformedManifestMember(name: String)
    /// The manifest gives a file to a role that this program does not have.
    case unknownRole(String)
    /// The manifest gives no file to a role that is wanted.
    case roleWithoutFile(Role)
    /// A role's file is not in the list of files.
    case roleFileNotListed(Role, file: String)
    /// A file is in the list twice.
    case fileListedTwice
    /// The name of a file leads out of the folder.
    case fileOutsideFolder(name: String)

    // The approvals.

    /// The approvals are not in the form that they have to be in.
    case notALedger
    /// A member of an approval is missing or is of the wrong type.
    case malformedApproval

    // A file.

    /// The file cannot be read; the text says why.
    case unreadable(String)
    /// The file is not JSON.
    case notJSON(JSONError.Reason)
    /// The file holds no resource.
    case notAResource
    /// The file holds another type of resource than is wanted.
    case unexpectedResource(found: String, wanted: String)
    /// A resource that others name by its canonical URL has none.
    case resourceWithoutURL
    /// Two resources have the same canonical URL and version.
    case duplicateCanonical(Canonical, otherFile: String)
    /// No questionnaire has this canonical URL.
    case unknownQuestionnaire(Canonical)

    /// The questionnaire cannot be put together of its parts.
    case assembly(AssemblyProblem)

    // Crisis lines.

    /// The file of crisis lines is not one, or is of a version that this program does not read.
    case notCrisisLines
    /// Something in the file of crisis lines is missing or of the wrong type; the text says what is
    /// wanted.
    case malformedCrisisLines(String)

    // Vocabularies.

    /// No value set has this canonical URL, or this `#id` among the contained resources.
    case unknownValueSet(String)
    /// No code system has this canonical URL, so that it cannot be taken whole.
    case unknownCodeSystem(Canonical)
    /// The code system is there without its concepts, so that it cannot be taken whole.
    case codeSystemWithoutConcepts(String)
    /// The value set says neither what it is composed of nor what it expands to.
    case emptyValueSet
    /// A part of a value set names neither a code system nor a value set.
    case emptyPart
    /// The value set chooses concepts by a filter that this program does not apply.
    case unsupportedFilter(property: String, operation: String)
    /// The value sets include each other in a circle.
    case valueSetCycle([String])
    /// A concept has no code.
    case conceptWithoutCode
    /// Two concepts of a code system have the same code.
    case duplicateCode(String)
    /// A value set lists a code that its code system does not have.
    case unknownCode(String, system: String)
  }

  /// What is wrong.
  public let reason: Reason
  /// The file, as the manifest names it; nil when the place lies in no file of the library.
  public let file: String?
  /// The place in the file.
  public let position: SourcePosition?
  /// The questionnaire item that is concerned.
  public let linkId: String?

  /// Makes an error.
  public init(
    _ reason: Reason, file: String? = nil, position: SourcePosition? = nil, linkId: String? = nil
  ) {
    self.reason = reason
    self.file = file
    self.position = position
    self.linkId = linkId
  }
}
