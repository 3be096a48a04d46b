extension TypeTable {
  /// Resources of R4 from Library to Practitioner.
  static let resourcesLibraryToPractitioner = """
    Library:DomainResource url:uri identifier:Identifier version:string name:string title:string
      subtitle:string status:code experimental:boolean type:CodeableConcept
      subject[x]:CodeableConcept,Reference date:dateTime publisher:string contact:ContactDetail
      description:markdown useContext:UsageContext jurisdiction:CodeableConcept purpose:markdown
      usage:string copyright:markdown approvalDate:date lastReviewDate:date
      effectivePeriod:Period topic:CodeableConcept author:ContactDetail editor:ContactDetail
      reviewer:ContactDetail endorser:ContactDetail relatedArtifact:RelatedArtifact
      parameter:ParameterDefinition dataRequirement:DataRequirement content:Attachment
    Location:DomainResource identifier:Identifier status:code operationalStatus:Coding
      name:string alias:string description:string mode:code type:CodeableConcept
      telecom:ContactPoint address:Address physicalType:CodeableConcept position:@
      managingOrganization:Reference partOf:Reference hoursOfOperation:@
      availabilityExceptions:string endpoint:Reference
    Location.position:BackboneElement longitude:decimal latitude:decimal altitude:decimal
    Location.hoursOfOperation:BackboneElement daysOfWeek:code allDay:boolean openingTime:time
      closingTime:time
    Medication:DomainResource identifier:Identifier code:CodeableConcept status:code
      manufacturer:Reference form:CodeableConcept amount:Ratio ingredient:@ batch:@
    Medication.ingredient:BackboneElement item[x]:CodeableConcept,Reference isActive:boolean
      strength:Ratio
    Medication.batch:BackboneElement lotNumber:string expirationDate:dateTime
    MedicationDispense:DomainResource identifier:Identifier partOf:Reference status:code
      statusReason[x]:CodeableConcept,Reference category:CodeableConcept
      medication[x]:CodeableConcept,Reference subject:Reference context:Reference
      supportingInformation:Reference performer:@ location:Reference
      authorizingPrescription:Reference type:CodeableConcept quantity:Quantity
      daysSupply:Quantity whenPrepared:dateTime whenHandedOver:dateTime destination:Reference
      receiver:Reference note:Annotation dosageInstruction:Dosage substitution:@
      detectedIssue:Reference eventHistory:Reference
    MedicationDispense.performer:BackboneElement function:CodeableConcept actor:Reference
    MedicationDispense.substitution:BackboneElement wasSubstituted:boolean type:CodeableConcept
      reason:CodeableConcept responsibleParty:Reference
    MedicationRequest:DomainResource identifier:Identifier status:code
      statusReason:CodeableConcept intent:code category:CodeableConcept priority:code
      doNotPerform:boolean reported[x]:boolean,Reference medication[x]:CodeableConcept,Reference
      subject:Reference encounter:Reference supportingInformation:Reference authoredOn:dateTime
      requester:Reference performer:Reference performerType:CodeableConcept recorder:Reference
      reasonCode:CodeableConcept reasonReference:Reference instantiates[x]:canonical,uri
      basedOn:Reference groupIdentifier:Identifier courseOfTherapyType:CodeableConcept
      insurance:Reference note:Annotation dosageInstruction:Dosage dispenseRequest:@
      substitution:@ priorPrescription:Reference detectedIssue:Reference eventHistory:Reference
    MedicationRequest.dispenseRequest:BackboneElement initialFill:@ dispenseInterval:Duration
      validityPeriod:Period numberOfRepeatsAllowed:unsignedInt quantity:Quantity
      expectedSupplyDuration:Duration performer:Reference
    MedicationRequest.dispenseRequest.initialFill:BackboneElement quantity:Quantity
      duration:Duration
    MedicationRequest.substitution:BackboneElement allowed[x]:boolean,CodeableConcept
      reason:CodeableConcept
    MedicationStatement:DomainResource identifier:Identifier basedOn:Reference partOf:Reference
      status:code statusReason:CodeableConcept category:CodeableConcept
      medication[x]:CodeableConcept,Reference subject:Reference context:Reference
      effective[x]:dateTime,Period dateAsserted:dateTime informationSource:Reference
      derivedFrom:Reference reasonCode:CodeableConcept reasonReference:Reference note:Annotation
      dosage:Dosage
    Observation:DomainResource identifier:Identifier basedOn:Reference partOf:Reference
      status:code category:CodeableConcept code:CodeableConcept subject:Reference
      focus:Reference encounter:Reference effective[x]:dateTime,Period,Timing,instant
      issued:instant performer:Reference
      value[x]:Quantity,CodeableConcept,string,boolean,integer,Range,Ratio,SampledData,time,dateTime,Period
      dataAbsentReason:CodeableConcept interpretation:CodeableConcept note:Annotation
      bodySite:CodeableConcept method:CodeableConcept specimen:Reference device:Reference
      referenceRange:@ hasMember:Reference derivedFrom:Reference component:@
    Observation.referenceRange:BackboneElement low:Quantity high:Quantity type:CodeableConcept
      appliesTo:CodeableConcept age:Range text:string
    Observation.component:BackboneElement code:CodeableConcept
      value[x]:Quantity,CodeableConcept,string,boolean,integer,Range,Ratio,SampledData,time,dateTime,Period
      dataAbsentReason:CodeableConcept interpretation:CodeableConcept
      referenceRange:@Observation.referenceRange
    OperationOutcome:DomainResource issue:@
    OperationOutcome.issue:BackboneElement severity:code code:code details:CodeableConcept
      diagnostics:string location:string expression:string
    Organization:DomainResource identifier:Identifier active:boolean type:CodeableConcept
      name:string alias:string telecom:ContactPoint address:Address partOf:Reference contact:@
      endpoint:Reference
    Organization.contact:BackboneElement purpose:CodeableConcept name:HumanName
      telecom:ContactPoint address:Address
    Parameters:Resource parameter:@
    Parameters.parameter:BackboneElement name:string value[x]:* resource:Resource
      part:@Parameters.parameter
    Patient:DomainResource identifier:Identifier active:boolean name:HumanName
      telecom:ContactPoint gender:code birthDate:date deceased[x]:boolean,dateTime
      address:Address maritalStatus:CodeableConcept multipleBirth[x]:boolean,integer
      photo:Attachment contact:@ communication:@ generalPractitioner:Reference
      managingOrganization:Reference link:@
    Patient.contact:BackboneElement relationship:CodeableConcept name:HumanName
      telecom:ContactPoint address:Address gender:code organization:Reference period:Period
    Patient.communication:BackboneElement language:CodeableConcept preferred:boolean
    Patient.link:BackboneElement other:Reference type:code
    PlanDefinition:DomainResource url:uri identifier:Identifier version:string name:string
      title:string subtitle:string type:CodeableConcept status:code experimental:boolean
      subject[x]:CodeableConcept,Reference date:dateTime publisher:string contact:ContactDetail
      description:markdown useContext:UsageContext jurisdiction:CodeableConcept purpose:markdown
      usage:string copyright:markdown approvalDate:date lastReviewDate:date
      effectivePeriod:Period topic:CodeableConcept author:ContactDetail editor:ContactDetail
      reviewer:ContactDetail endorser:ContactDetail relatedArtifact:RelatedArtifact
      library:canonical goal:@ action:@
    PlanDefinition.goal:BackboneElement category:CodeableConcept description:CodeableConcept
      priority:CodeableConcept start:CodeableConcept addresses:CodeableConcept
      documentation:RelatedArtifact target:@
    PlanDefinition.goal.target:BackboneElement measure:CodeableConcept
      detail[x]:Quantity,Range,CodeableConcept due:Duration
    PlanDefinition.action:BackboneElement prefix:string title:string description:string
      textEquivalent:string priority:code code:CodeableConcept reason:CodeableConcept
      documentation:RelatedArtifact goalId:id subject[x]:CodeableConcept,Reference
      trigger:TriggerDefinition condition:@ input:DataRequirement output:DataRequirement
      relatedAction:@ timing[x]:dateTime,Age,Period,Duration,Range,Timing participant:@
      type:CodeableConcept groupingBehavior:code selectionBehavior:code requiredBehavior:code
      precheckBehavior:code cardinalityBehavior:code definition[x]:canonical,uri
      transform:canonical dynamicValue:@ action:@PlanDefinition.action
    PlanDefinition.action.condition:BackboneElement kind:code expression:Expression
    PlanDefinition.action.relatedAction:BackboneElement actionId:id relationship:code
      offset[x]:Duration,Range
    PlanDefinition.action.participant:BackboneElement type:code role:CodeableConcept
    PlanDefinition.action.dynamicValue:BackboneElement path:string expression:Expression
    Practitioner:DomainResource identifier:Identifier active:boolean name:HumanName
      telecom:ContactPoint address:Address gender:code birthDate:date photo:Attachment
      qualification:@ communication:CodeableConcept
    Practitioner.qualification:BackboneElement identifier:Identifier code:CodeableConcept
      period:Period issuer:Reference
    """
}
