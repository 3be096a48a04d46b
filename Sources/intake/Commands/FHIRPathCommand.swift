import ArgumentParser
import FHIR
import FHIRPath
import LineEditor

/// `intake fhirpath`: tries an expression against a resource.
struct FHIRPathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fhirpath",
    abstract: "Evaluates a FHIRPath expression.",
    discussion: """
      Prints an item a line, or with --format json an array of types and values. What trace() says \
      goes to standard error.

        intake fhirpath "item.answer.value" --resource answers.json

      An expression that starts with - goes last, after --. Exit status 1 if the expression or the \
      resource is at fault.
      """)

  @Argument(help: "The expression.")
  var expression: String

  @Option(
    help: ArgumentHelp("The resource, or - for standard input.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var resource: String?

  @Flag(help: "An element that a type does not have is an error.")
  var strict = false

  @Option(help: "The format: text or json.")
  var format: Format = .text

  enum Format: String, ExpressibleByArgument {
    case text
    case json
  }

  func run() throws {
    let tree = try resource.map { ResourceTree(try Self.document($0)) }
    let options = EvaluationOptions(
      now: SystemClock.now(),
      trace: { name, values in
        for value in values {
          try? StandardStream.error.write(
            "\(Self.line(name)): \(Self.line(Self.text(of: value)))\n")
        }
      })
    let values: [FHIRPathValue]
    do {
      values = try FHIRPathExpression(
        expression, isStrict: strict, rootType: tree?.root.typeName
      ).evaluate(on: tree?.root, options)
    } catch {
      throw InputError("\(Self.line(error.description))\n\(error.excerpt(of: expression))")
    }
    switch format {
    case .text:
      let lines = values.map { Self.line(Self.text(of: $0)) + "\n" }
      try StandardStream.output.write(lines.joined())
    case .json: try StandardStream.output.write(Self.json(of: values))
    }
  }

  private static func document(_ path: String) throws -> JSONDocument {
    let document = try JSONFile.read(path)
    guard document.root.kind == .object else {
      throw InputError(
        "this is not a FHIR resource. It must be a JSON object.", at: document.root.position,
        in: path)
    }
    return document
  }

  private static func text(of value: FHIRPathValue) -> String {
    if let text = value.text { return text }
    guard case .node(let node) = value, let json = node.json else {
      return "(\(value.typeName) without a value)"
    }
    return JSONWriter(.compact).text(of: json)
  }

  /// Text on one line that no terminal obeys; the JSON has it as it is.
  private static func line(_ text: String) -> String { TextSanitizer.sanitized(text) }

  private static func json(of values: [FHIRPathValue]) -> String {
    // A document is an object; its one member is the array.
    let document = JSONBuilder.object { root in
      root.addArray("items") { list in
        for value in values {
          list.addObject { item in
            item.add("type", value.typeName)
            add(value, to: &item)
          }
        }
      }
    }
    return document.root["items"].map { JSONWriter().text(of: $0) } ?? "[]\n"
  }

  private static func add(_ value: FHIRPathValue, to item: inout JSONBuilder) {
    switch value {
    case .node(let node):
      if let json = node.json { item.add("value", copyOf: json) } else { item.addNull("value") }
    case .boolean(let value): item.add("value", value)
    case .integer(let value): item.add("value", Int(value))
    case .long(let value): item.add("value", Int(value))
    case .decimal(let value): item.add("value", value)
    default: item.add("value", value.text ?? "")
    }
  }
}
