import ArgumentParser
import FHIR
import FormFiller

/// The resources that a form is started with.
struct FormContextOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A resource the form expects, such as patient=patient.json.",
      discussion: "May be given several times.", valueName: "name=file"))
  var context: [String] = []

  /// Reads the resources.
  ///
  /// - Parameter now: The time that expressions take for now; the machine's, if nothing else counts.
  func read(now: PartialDateTime = SystemClock.now()) throws -> FormContext {
    FormContext(reading: try resources(), now: now)
  }

  /// The resources by the names that the form has for them.
  func resources() throws -> [String: JSONNode] {
    var resources: [String: JSONNode] = [:]
    for given in context {
      let parts = given.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        throw ValidationError(
          "'\(given)' does not say which resource is which. Write a name and a file, such as "
            + "patient=patient.json.")
      }
      let root = try JSONFile.read(String(parts[1])).root
      guard root["resourceType"]?.string != nil else {
        throw InputError("this is not a FHIR resource.", at: root.position, in: String(parts[1]))
      }
      resources[String(parts[0])] = root
    }
    return resources
  }
}
