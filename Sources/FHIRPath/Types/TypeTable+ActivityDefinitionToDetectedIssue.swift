extension TypeTable {
  /// Resources of R4 from ActivityDefinition to DetectedIssue.
  static let resourcesActivityDefinitionToDetectedIssue = """
    ActivityDefinition:DomainResource url:uri identifier:Identifier version:string name:string
      title:string subtitle:string status:code experimental:boolean
      subject[x]:CodeableConcept,Reference date:dateTime publisher:string contact:ContactDetail
      description:markdown useContext:UsageContext jurisdiction:CodeableConcept purpose:markdown
      usage:string copyright:markdown approvalDate:date lastReviewDate:date
      effectivePeriod:Period topic:CodeableConcept author:ContactDetail editor:ContactDetail
      reviewer:ContactDetail endorser:ContactDetail relatedArtifact:RelatedArtifact
      library:canonical kind:code profile:canonical code:CodeableConcept intent:code
      priority:code doNotPerform:boolean timing[x]:Timing,dateTime,Age,Period,Range,Duration
      location:Reference participant:@ product[x]:Reference,CodeableConcept quantity:Quantity
      dosage:Dosage bodySite:CodeableConcept specimenRequirement:Reference
      observationRequirement:Reference observationResultRequirement:Reference
      transform:canonical dynamicValue:@
    ActivityDefinition.participant:BackboneElement type:code role:CodeableConcept
    ActivityDefinition.dynamicValue:BackboneElement path:string expression:Expression
    AllergyIntolerance:DomainResource identifier:Identifier clinicalStatus:CodeableConcept
      verificationStatus:CodeableConcept type:code category:code criticality:code
      code:CodeableConcept patient:Reference encounter:Reference
      onset[x]:dateTime,Age,Period,Range,string recordedDate:dateTime recorder:Reference
      asserter:Reference lastOccurrence:dateTime note:Annotation reaction:@
    AllergyIntolerance.reaction:BackboneElement substance:CodeableConcept
      manifestation:CodeableConcept description:string onset:dateTime severity:code
      exposureRoute:CodeableConcept note:Annotation
    Appointment:DomainResource identifier:Identifier status:code
      cancelationReason:CodeableConcept serviceCategory:CodeableConcept
      serviceType:CodeableConcept specialty:CodeableConcept appointmentType:CodeableConcept
      reasonCode:CodeableConcept reasonReference:Reference priority:unsignedInt
      description:string supportingInformation:Reference start:instant end:instant
      minutesDuration:positiveInt slot:Reference created:dateTime comment:string
      patientInstruction:string basedOn:Reference participant:@ requestedPeriod:Period
    Appointment.participant:BackboneElement type:CodeableConcept actor:Reference required:code
      status:code period:Period
    Bundle:Resource identifier:Identifier type:code timestamp:instant total:unsignedInt link:@
      entry:@ signature:Signature
    Bundle.link:BackboneElement relation:string url:uri
    Bundle.entry:BackboneElement link:@Bundle.link fullUrl:uri resource:Resource search:@
      request:@ response:@
    Bundle.entry.search:BackboneElement mode:code score:decimal
    Bundle.entry.request:BackboneElement method:code url:uri ifNoneMatch:string
      ifModifiedSince:instant ifMatch:string ifNoneExist:string
    Bundle.entry.response:BackboneElement status:string location:uri etag:string
      lastModified:instant outcome:Resource
    CarePlan:DomainResource identifier:Identifier instantiates[x]:canonical,uri
      basedOn:Reference replaces:Reference partOf:Reference status:code intent:code
      category:CodeableConcept title:string description:string subject:Reference
      encounter:Reference period:Period created:dateTime author:Reference contributor:Reference
      careTeam:Reference addresses:Reference supportingInfo:Reference goal:Reference activity:@
      note:Annotation
    CarePlan.activity:BackboneElement outcome[x]:CodeableConcept,Reference progress:Annotation
      reference:Reference detail:@
    CarePlan.activity.detail:BackboneElement kind:code instantiates[x]:canonical,uri
      code:CodeableConcept reasonCode:CodeableConcept reasonReference:Reference goal:Reference
      status:code statusReason:CodeableConcept doNotPerform:boolean
      scheduled[x]:Timing,Period,string location:Reference performer:Reference
      product[x]:CodeableConcept,Reference dailyAmount:Quantity quantity:Quantity
      description:string
    CodeSystem:DomainResource url:uri identifier:Identifier version:string name:string
      title:string status:code experimental:boolean date:dateTime publisher:string
      contact:ContactDetail description:markdown useContext:UsageContext
      jurisdiction:CodeableConcept purpose:markdown copyright:markdown caseSensitive:boolean
      valueSet:canonical hierarchyMeaning:code compositional:boolean versionNeeded:boolean
      content:code supplements:canonical count:unsignedInt filter:@ property:@ concept:@
    CodeSystem.filter:BackboneElement code:code description:string operator:code value:string
    CodeSystem.property:BackboneElement code:code uri:uri description:string type:code
    CodeSystem.concept:BackboneElement code:code display:string definition:string designation:@
      property:@ concept:@CodeSystem.concept
    CodeSystem.concept.designation:BackboneElement language:code use:Coding value:string
    CodeSystem.concept.property:BackboneElement code:code
      value[x]:code,Coding,string,integer,boolean,dateTime,decimal
    Composition:DomainResource identifier:Identifier status:code type:CodeableConcept
      category:CodeableConcept subject:Reference encounter:Reference date:dateTime
      author:Reference title:string confidentiality:code attester:@ custodian:Reference
      relatesTo:@ event:@ section:@
    Composition.attester:BackboneElement mode:code time:dateTime party:Reference
    Composition.relatesTo:BackboneElement code:code target[x]:Identifier,Reference
    Composition.event:BackboneElement code:CodeableConcept period:Period detail:Reference
    Composition.section:BackboneElement title:string code:CodeableConcept author:Reference
      focus:Reference text:Narrative mode:code orderedBy:CodeableConcept entry:Reference
      emptyReason:CodeableConcept section:@Composition.section
    ConceptMap:DomainResource url:uri identifier:Identifier version:string name:string
      title:string status:code experimental:boolean date:dateTime publisher:string
      contact:ContactDetail description:markdown useContext:UsageContext
      jurisdiction:CodeableConcept purpose:markdown copyright:markdown source[x]:uri,canonical
      target[x]:uri,canonical group:@
    ConceptMap.group:BackboneElement source:uri sourceVersion:string target:uri
      targetVersion:string element:@ unmapped:@
    ConceptMap.group.element:BackboneElement code:code display:string target:@
    ConceptMap.group.element.target:BackboneElement code:code display:string equivalence:code
      comment:string dependsOn:@ product:@ConceptMap.group.element.target.dependsOn
    ConceptMap.group.element.target.dependsOn:BackboneElement property:uri system:canonical
      value:string display:string
    ConceptMap.group.unmapped:BackboneElement mode:code code:code display:string url:canonical
    Condition:DomainResource identifier:Identifier clinicalStatus:CodeableConcept
      verificationStatus:CodeableConcept category:CodeableConcept severity:CodeableConcept
      code:CodeableConcept bodySite:CodeableConcept subject:Reference encounter:Reference
      onset[x]:dateTime,Age,Period,Range,string abatement[x]:dateTime,Age,Period,Range,string
      recordedDate:dateTime recorder:Reference asserter:Reference stage:@ evidence:@
      note:Annotation
    Condition.stage:BackboneElement summary:CodeableConcept assessment:Reference
      type:CodeableConcept
    Condition.evidence:BackboneElement code:CodeableConcept detail:Reference
    Consent:DomainResource identifier:Identifier status:code scope:CodeableConcept
      category:CodeableConcept patient:Reference dateTime:dateTime performer:Reference
      organization:Reference source[x]:Attachment,Reference policy:@ policyRule:CodeableConcept
      verification:@ provision:@
    Consent.policy:BackboneElement authority:uri uri:uri
    Consent.verification:BackboneElement verified:boolean verifiedWith:Reference
      verificationDate:dateTime
    Consent.provision:BackboneElement type:code period:Period actor:@ action:CodeableConcept
      securityLabel:Coding purpose:Coding class:Coding code:CodeableConcept dataPeriod:Period
      data:@ provision:@Consent.provision
    Consent.provision.actor:BackboneElement role:CodeableConcept reference:Reference
    Consent.provision.data:BackboneElement meaning:code reference:Reference
    DetectedIssue:DomainResource identifier:Identifier status:code code:CodeableConcept
      severity:code patient:Reference identified[x]:dateTime,Period author:Reference
      implicated:Reference evidence:@ detail:string reference:uri mitigation:@
    DetectedIssue.evidence:BackboneElement code:CodeableConcept detail:Reference
    DetectedIssue.mitigation:BackboneElement action:CodeableConcept date:dateTime
      author:Reference
    """
}
