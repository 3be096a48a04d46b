extension TypeTable {
  /// Base types, primitive types and datatypes of R4.
  static let datatypes = """
    Element id:string extension:Extension
    BackboneElement:Element modifierExtension:Extension
    Resource id:id meta:Meta implicitRules:uri language:code
    DomainResource:Resource text:Narrative contained:Resource extension:Extension
      modifierExtension:Extension
    boolean:Element
    integer:Element
    string:Element
    decimal:Element
    uri:Element
    base64Binary:Element
    instant:Element
    date:Element
    dateTime:Element
    time:Element
    xhtml:Element
    code:string
    id:string
    markdown:string
    url:uri
    canonical:uri
    oid:uri
    uuid:uri
    unsignedInt:integer
    positiveInt:integer
    Extension:Element url:uri value[x]:*
    Narrative:Element status:code div:xhtml
    Annotation:Element author[x]:Reference,string time:dateTime text:markdown
    Attachment:Element contentType:code language:code data:base64Binary url:url size:unsignedInt
      hash:base64Binary title:string creation:dateTime
    Identifier:Element use:code type:CodeableConcept system:uri value:string period:Period
      assigner:Reference
    CodeableConcept:Element coding:Coding text:string
    Coding:Element system:uri version:string code:code display:string userSelected:boolean
    Quantity:Element value:decimal comparator:code unit:string system:uri code:code
    Duration:Quantity
    Distance:Quantity
    Count:Quantity
    Money:Element value:decimal currency:code
    Age:Quantity
    Range:Element low:Quantity high:Quantity
    Period:Element start:dateTime end:dateTime
    Ratio:Element numerator:Quantity denominator:Quantity
    Reference:Element reference:string type:uri identifier:Identifier display:string
    SampledData:Element origin:Quantity period:decimal factor:decimal lowerLimit:decimal
      upperLimit:decimal dimensions:positiveInt data:string
    Signature:Element type:Coding when:instant who:Reference onBehalfOf:Reference
      targetFormat:code sigFormat:code data:base64Binary
    HumanName:Element use:code text:string family:string given:string prefix:string
      suffix:string period:Period
    Address:Element use:code type:code text:string line:string city:string district:string
      state:string postalCode:string country:string period:Period
    ContactPoint:Element system:code value:string use:code rank:positiveInt period:Period
    Timing:BackboneElement event:dateTime repeat:@ code:CodeableConcept
    Timing.repeat:Element bounds[x]:Duration,Range,Period count:positiveInt countMax:positiveInt
      duration:decimal durationMax:decimal durationUnit:code frequency:positiveInt
      frequencyMax:positiveInt period:decimal periodMax:decimal periodUnit:code dayOfWeek:code
      timeOfDay:time when:code offset:unsignedInt
    Meta:Element versionId:id lastUpdated:instant source:uri profile:canonical security:Coding
      tag:Coding
    ContactDetail:Element name:string telecom:ContactPoint
    Contributor:Element type:code name:string contact:ContactDetail
    DataRequirement:Element type:code profile:canonical subject[x]:CodeableConcept,Reference
      mustSupport:string codeFilter:@ dateFilter:@ limit:positiveInt sort:@
    DataRequirement.codeFilter:Element path:string searchParam:string valueSet:canonical
      code:Coding
    DataRequirement.dateFilter:Element path:string searchParam:string
      value[x]:dateTime,Period,Duration
    DataRequirement.sort:Element path:string direction:code
    ParameterDefinition:Element name:code use:code min:integer max:string documentation:string
      type:code profile:canonical
    RelatedArtifact:Element type:code label:string display:string citation:markdown url:url
      document:Attachment resource:canonical
    TriggerDefinition:Element type:code name:string timing[x]:Timing,Reference,date,dateTime
      data:DataRequirement condition:Expression
    UsageContext:Element code:Coding value[x]:CodeableConcept,Quantity,Range,Reference
    Dosage:BackboneElement sequence:integer text:string additionalInstruction:CodeableConcept
      patientInstruction:string timing:Timing asNeeded[x]:boolean,CodeableConcept
      site:CodeableConcept route:CodeableConcept method:CodeableConcept doseAndRate:@
      maxDosePerPeriod:Ratio maxDosePerAdministration:Quantity maxDosePerLifetime:Quantity
    Dosage.doseAndRate:Element type:CodeableConcept dose[x]:Range,Quantity
      rate[x]:Ratio,Range,Quantity
    Population:Element modifierExtension:Extension age[x]:Range,CodeableConcept
      gender:CodeableConcept race:CodeableConcept physiologicalCondition:CodeableConcept
    ProductShelfLife:Element modifierExtension:Extension identifier:Identifier
      type:CodeableConcept period:Quantity specialPrecautionsForStorage:CodeableConcept
    ProdCharacteristic:Element modifierExtension:Extension height:Quantity width:Quantity
      depth:Quantity weight:Quantity nominalVolume:Quantity externalDiameter:Quantity
      shape:string color:string imprint:string image:Attachment scoring:CodeableConcept
    MarketingStatus:Element modifierExtension:Extension country:CodeableConcept
      jurisdiction:CodeableConcept status:CodeableConcept dateRange:Period restoreDate:dateTime
    Expression:Element description:string name:id language:code expression:string reference:uri
    ElementDefinition:BackboneElement path:string representation:code sliceName:string
      sliceIsConstraining:boolean label:string code:Coding slicing:@ short:string
      definition:markdown comment:markdown requirements:markdown alias:string min:unsignedInt
      max:string base:@ contentReference:uri type:@ defaultValue[x]:*
      meaningWhenMissing:markdown orderMeaning:string fixed[x]:* pattern[x]:* example:@
      minValue[x]:date,dateTime,instant,time,decimal,integer,positiveInt,unsignedInt,Quantity
      maxValue[x]:date,dateTime,instant,time,decimal,integer,positiveInt,unsignedInt,Quantity
      maxLength:integer condition:id constraint:@ mustSupport:boolean isModifier:boolean
      isModifierReason:string isSummary:boolean binding:@ mapping:@
    ElementDefinition.slicing:Element discriminator:@ description:string ordered:boolean
      rules:code
    ElementDefinition.slicing.discriminator:Element type:code path:string
    ElementDefinition.base:Element path:string min:unsignedInt max:string
    ElementDefinition.type:Element code:uri profile:canonical targetProfile:canonical
      aggregation:code versioning:code
    ElementDefinition.example:Element label:string value[x]:*
    ElementDefinition.constraint:Element key:id requirements:string severity:code human:string
      expression:string xpath:string source:canonical
    ElementDefinition.binding:Element strength:code description:string valueSet:canonical
    ElementDefinition.mapping:Element identity:id language:code map:string comment:string
    SimpleQuantity:Quantity
    MoneyQuantity:Quantity
    """
}
