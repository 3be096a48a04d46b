import FHIR

extension CodeSystemDefinitions {
  /// What the code system says of one of its concepts, as a Parameters resource (R4, CodeSystem
  /// `$lookup`, output).
  func lookup(of concept: CodeSystem.Concept) -> JSONDocument {
    JSONBuilder.object { resource in
      resource.add("resourceType", "Parameters")
      resource.addArray("parameter") { list in
        list.addParameter("name") { $0.add("valueString", name) }
        if let version { list.addParameter("version") { $0.add("valueString", version) } }
        list.addParameter("display") {
          $0.add("valueString", concept.display ?? concept.code ?? "")
        }
        for designation in concept.node["designation"]?.elements ?? [] {
          list.addParameter("designation") { $0.addDesignationParts(designation) }
        }
        if let definition = concept.definition {
          list.addParameter("property") { property in
            property.addPropertyParts("definition") { $0.add("valueString", definition) }
          }
        }
        for stated in concept.node["property"]?.elements ?? [] {
          guard let code = stated["code"]?.string, let value = stated.choiceNode("value"),
            let type = value.name
          else { continue }
          list.addParameter("property") { property in
            property.addPropertyParts(code) { $0.add(type, copyOf: value) }
          }
        }
      }
    }
  }
}

extension JSONBuilder {
  /// Adds a parameter, or a part of one, to the open array.
  fileprivate mutating func addParameter(
    _ name: String, _ body: (inout JSONBuilder) -> Void
  ) {
    addObject { parameter in
      parameter.add("name", name)
      body(&parameter)
    }
  }

  fileprivate mutating func addPropertyParts(
    _ code: String, _ value: (inout JSONBuilder) -> Void
  ) {
    addArray("part") { parts in
      parts.addParameter("code") { $0.add("valueCode", code) }
      parts.addParameter("value") { value(&$0) }
    }
  }

  fileprivate mutating func addDesignationParts(_ designation: JSONNode) {
    addArray("part") { parts in
      if let language = designation["language"] {
        parts.addParameter("language") { $0.add("valueCode", copyOf: language) }
      }
      if let use = designation["use"] {
        parts.addParameter("use") { $0.add("valueCoding", copyOf: use) }
      }
      if let value = designation["value"] {
        parts.addParameter("value") { $0.add("valueString", copyOf: value) }
      }
    }
  }
}
