import FHIR
import Testing

@Suite struct JSONBuilderTests {
  @Test func everyKindOfValue() throws {
    let document = JSONBuilder.object { object in
      object.add("text", "a\"\n\u{1}é")
      object.add("yes", true)
      object.add("whole", -7)
      object.add("exact", ExactDecimal(mantissa: 150, scale: 2))
      object.addNull("nothing")
      object.addArray("list") { list in
        list.add(nil, "x")
        list.add(nil, false)
        list.add(nil, 3)
        list.addNull()
        list.addObject { $0.add("text", "again") }
        list.addArray { _ in }
      }
      object.addIfPresent("there", "t")
      object.addIfPresent("missing", nil)
    }
    let text =
      #"{"text":"a\"\n\u0001é","yes":true,"whole":-7,"exact":1.50,"nothing":null,"#
      + #""list":["x",false,3,null,{"text":"again"},[]],"there":"t"}"#
    #expect(JSONWriter(.compact).text(of: document.root) == text)
    #expect(try JSONDocument(text).root == document.root)
    #expect(document.root["list"]?.elements.last?.kind == .array)
    #expect(document.root["nothing"]?.boolean == nil)
  }

  @Test(arguments: 1...50 as ClosedRange<Int>)
  func copiesAreTheSame(seed: Int) throws {
    var random = RandomJSON(seed: seed)
    let original = try JSONDocument(random.text()).root
    let copy = JSONBuilder.object { $0.add("copy", copyOf: original) }
    #expect(copy.root["copy"] == original)
  }

  @Test func manyNames() {
    let document = JSONBuilder.object { object in
      for number in 0..<1000 { object.add("name\(number)", number) }
    }
    #expect(document.root.member(named: "name999")?.integer == 999)
    #expect(document.root.member(named: "name1000") == nil)
  }
}
