extension TypeTable {
  /// Resources of R4 from PractitionerRole to ValueSet.
  static let resourcesPractitionerRoleToValueSet = """
    PractitionerRole:DomainResource identifier:Identifier active:boolean period:Period
      practitioner:Reference organization:Reference code:CodeableConcept
      specialty:CodeableConcept location:Reference healthcareService:Reference
      telecom:ContactPoint availableTime:@ notAvailable:@ availabilityExceptions:string
      endpoint:Reference
    PractitionerRole.availableTime:BackboneElement daysOfWeek:code allDay:boolean
      availableStartTime:time availableEndTime:time
    PractitionerRole.notAvailable:BackboneElement description:string during:Period
    Procedure:DomainResource identifier:Identifier instantiates[x]:canonical,uri
      basedOn:Reference partOf:Reference status:code statusReason:CodeableConcept
      category:CodeableConcept code:CodeableConcept subject:Reference encounter:Reference
      performed[x]:dateTime,Period,string,Age,Range recorder:Reference asserter:Reference
      performer:@ location:Reference reasonCode:CodeableConcept reasonReference:Reference
      bodySite:CodeableConcept outcome:CodeableConcept report:Reference
      complication:CodeableConcept complicationDetail:Reference followUp:CodeableConcept
      note:Annotation focalDevice:@ usedReference:Reference usedCode:CodeableConcept
    Procedure.performer:BackboneElement function:CodeableConcept actor:Reference
      onBehalfOf:Reference
    Procedure.focalDevice:BackboneElement action:CodeableConcept manipulated:Reference
    Provenance:DomainResource target:Reference occurred[x]:Period,dateTime recorded:instant
      policy:uri location:Reference reason:CodeableConcept activity:CodeableConcept agent:@
      entity:@ signature:Signature
    Provenance.agent:BackboneElement type:CodeableConcept role:CodeableConcept who:Reference
      onBehalfOf:Reference
    Provenance.entity:BackboneElement role:code what:Reference agent:@Provenance.agent
    Questionnaire:DomainResource url:uri identifier:Identifier version:string name:string
      title:string derivedFrom:canonical status:code experimental:boolean subjectType:code
      date:dateTime publisher:string contact:ContactDetail description:markdown
      useContext:UsageContext jurisdiction:CodeableConcept purpose:markdown copyright:markdown
      approvalDate:date lastReviewDate:date effectivePeriod:Period code:Coding item:@
    Questionnaire.item:BackboneElement linkId:string definition:uri code:Coding prefix:string
      text:string type:code enableWhen:@ enableBehavior:code required:boolean repeats:boolean
      readOnly:boolean maxLength:integer answerValueSet:canonical answerOption:@ initial:@
      item:@Questionnaire.item
    Questionnaire.item.enableWhen:BackboneElement question:string operator:code
      answer[x]:boolean,decimal,integer,date,dateTime,time,string,Coding,Quantity,Reference
    Questionnaire.item.answerOption:BackboneElement
      value[x]:integer,date,time,string,Coding,Reference initialSelected:boolean
    Questionnaire.item.initial:BackboneElement
      value[x]:boolean,decimal,integer,date,dateTime,time,string,uri,Attachment,Coding,Quantity,Reference
    QuestionnaireResponse:DomainResource identifier:Identifier basedOn:Reference
      partOf:Reference questionnaire:canonical status:code subject:Reference encounter:Reference
      authored:dateTime author:Reference source:Reference item:@
    QuestionnaireResponse.item:BackboneElement linkId:string definition:uri text:string answer:@
      item:@QuestionnaireResponse.item
    QuestionnaireResponse.item.answer:BackboneElement
      value[x]:boolean,decimal,integer,date,dateTime,time,string,uri,Attachment,Coding,Quantity,Reference
      item:@QuestionnaireResponse.item
    RelatedPerson:DomainResource identifier:Identifier active:boolean patient:Reference
      relationship:CodeableConcept name:HumanName telecom:ContactPoint gender:code
      birthDate:date address:Address photo:Attachment period:Period communication:@
    RelatedPerson.communication:BackboneElement language:CodeableConcept preferred:boolean
    ServiceRequest:DomainResource identifier:Identifier instantiates[x]:canonical,uri
      basedOn:Reference replaces:Reference requisition:Identifier status:code intent:code
      category:CodeableConcept priority:code doNotPerform:boolean code:CodeableConcept
      orderDetail:CodeableConcept quantity[x]:Quantity,Ratio,Range subject:Reference
      encounter:Reference occurrence[x]:dateTime,Period,Timing
      asNeeded[x]:boolean,CodeableConcept authoredOn:dateTime requester:Reference
      performerType:CodeableConcept performer:Reference locationCode:CodeableConcept
      locationReference:Reference reasonCode:CodeableConcept reasonReference:Reference
      insurance:Reference supportingInfo:Reference specimen:Reference bodySite:CodeableConcept
      note:Annotation patientInstruction:string relevantHistory:Reference
    Specimen:DomainResource identifier:Identifier accessionIdentifier:Identifier status:code
      type:CodeableConcept subject:Reference receivedTime:dateTime parent:Reference
      request:Reference collection:@ processing:@ container:@ condition:CodeableConcept
      note:Annotation
    Specimen.collection:BackboneElement collector:Reference collected[x]:dateTime,Period
      duration:Duration quantity:Quantity method:CodeableConcept bodySite:CodeableConcept
      fastingStatus[x]:CodeableConcept,Duration
    Specimen.processing:BackboneElement description:string procedure:CodeableConcept
      additive:Reference time[x]:dateTime,Period
    Specimen.container:BackboneElement identifier:Identifier description:string
      type:CodeableConcept capacity:Quantity specimenQuantity:Quantity
      additive[x]:CodeableConcept,Reference
    StructureDefinition:DomainResource url:uri identifier:Identifier version:string name:string
      title:string status:code experimental:boolean date:dateTime publisher:string
      contact:ContactDetail description:markdown useContext:UsageContext
      jurisdiction:CodeableConcept purpose:markdown copyright:markdown keyword:Coding
      fhirVersion:code mapping:@ kind:code abstract:boolean context:@ contextInvariant:string
      type:uri baseDefinition:canonical derivation:code snapshot:@ differential:@
    StructureDefinition.mapping:BackboneElement identity:id uri:uri name:string comment:string
    StructureDefinition.context:BackboneElement type:code expression:string
    StructureDefinition.snapshot:BackboneElement element:ElementDefinition
    StructureDefinition.differential:BackboneElement element:ElementDefinition
    Task:DomainResource identifier:Identifier instantiates[x]:canonical,uri basedOn:Reference
      groupIdentifier:Identifier partOf:Reference status:code statusReason:CodeableConcept
      businessStatus:CodeableConcept intent:code priority:code code:CodeableConcept
      description:string focus:Reference for:Reference encounter:Reference
      executionPeriod:Period authoredOn:dateTime lastModified:dateTime requester:Reference
      performerType:CodeableConcept owner:Reference location:Reference
      reasonCode:CodeableConcept reasonReference:Reference insurance:Reference note:Annotation
      relevantHistory:Reference restriction:@ input:@ output:@
    Task.restriction:BackboneElement repetitions:positiveInt period:Period recipient:Reference
    Task.input:BackboneElement type:CodeableConcept value[x]:*
    Task.output:BackboneElement type:CodeableConcept value[x]:*
    ValueSet:DomainResource url:uri identifier:Identifier version:string name:string
      title:string status:code experimental:boolean date:dateTime publisher:string
      contact:ContactDetail description:markdown useContext:UsageContext
      jurisdiction:CodeableConcept immutable:boolean purpose:markdown copyright:markdown
      compose:@ expansion:@
    ValueSet.compose:BackboneElement lockedDate:date inactive:boolean include:@
      exclude:@ValueSet.compose.include
    ValueSet.compose.include:BackboneElement system:uri version:string concept:@ filter:@
      valueSet:canonical
    ValueSet.compose.include.concept:BackboneElement code:code display:string designation:@
    ValueSet.compose.include.concept.designation:BackboneElement language:code use:Coding
      value:string
    ValueSet.compose.include.filter:BackboneElement property:code op:code value:string
    ValueSet.expansion:BackboneElement identifier:uri timestamp:dateTime total:integer
      offset:integer parameter:@ contains:@
    ValueSet.expansion.parameter:BackboneElement name:string
      value[x]:string,boolean,integer,decimal,uri,code,dateTime
    ValueSet.expansion.contains:BackboneElement system:uri abstract:boolean inactive:boolean
      version:string code:code display:string
      designation:@ValueSet.compose.include.concept.designation
      contains:@ValueSet.expansion.contains
    """

  /// Resources of R4 whose elements are not in the table; their types are inferred.
  static let otherResources = """
    Account AdverseEvent AppointmentResponse AuditEvent Basic Binary BiologicallyDerivedProduct
    BodyStructure CapabilityStatement CareTeam CatalogEntry ChargeItem ChargeItemDefinition
    Claim ClaimResponse ClinicalImpression Communication CommunicationRequest
    CompartmentDefinition Contract Coverage CoverageEligibilityRequest
    CoverageEligibilityResponse DeviceDefinition DeviceMetric DeviceRequest DeviceUseStatement
    DocumentManifest DocumentReference EffectEvidenceSynthesis Endpoint EnrollmentRequest
    EnrollmentResponse EpisodeOfCare EventDefinition Evidence EvidenceVariable ExampleScenario
    FamilyMemberHistory GraphDefinition GuidanceResponse HealthcareService ImagingStudy
    Immunization ImmunizationEvaluation ImmunizationRecommendation ImplementationGuide
    InsurancePlan Invoice Linkage List Measure MeasureReport Media MedicationAdministration
    MedicationKnowledge MedicinalProduct MedicinalProductAuthorization
    MedicinalProductContraindication MedicinalProductIndication MedicinalProductIngredient
    MedicinalProductInteraction MedicinalProductManufactured MedicinalProductPackaged
    MedicinalProductPharmaceutical MedicinalProductUndesirableEffect MessageDefinition
    MessageHeader MolecularSequence NamingSystem NutritionOrder ObservationDefinition
    OperationDefinition OrganizationAffiliation PaymentNotice PaymentReconciliation Person
    RequestGroup ResearchDefinition ResearchElementDefinition ResearchStudy ResearchSubject
    RiskAssessment RiskEvidenceSynthesis Schedule SearchParameter Slot SpecimenDefinition
    StructureMap Subscription Substance SubstanceNucleicAcid SubstancePolymer SubstanceProtein
    SubstanceReferenceInformation SubstanceSourceMaterial SubstanceSpecification SupplyDelivery
    SupplyRequest TerminologyCapabilities TestReport TestScript VerificationResult
    VisionPrescription
    """
}
