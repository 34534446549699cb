import { access } from "../access/questions.ts";
import { reportArea } from "../access/report-area.ts";
import { openAssessment } from "../assessment/shared-assessment.ts";
import { helpdesk } from "../concern/helpdesk.ts";
import { closing, duties as concernDuties, receiver, referral, wish } from "../concern/questions.ts";
import {
  action as agreedAction,
  agreement as agreementRecorded,
  contents as consentContents,
  duties as consentDuties,
  keptNote,
  newService,
  passOn,
  release,
  shared,
  item as sharedItem,
} from "../consent/questions.ts";
import { daysOpen, duties as disputeDuties, lateAction, may, raise, sanction, way } from "../dispute/questions.ts";
import { type Adoption, adopt as adoptEdition, type Book } from "../kernel/book.ts";
import type { Chapter, Edition, Parameters } from "../kernel/edition.ts";
import { localDate } from "../kernel/local-date.ts";
import {
  acting,
  chain,
  change,
  cover,
  ending,
  handover,
  reopening,
  standIn,
  stepDown,
  trustedPerson,
} from "../lead-professional/continuity-questions.ts";
import {
  agreement,
  bestPlaced,
  carriedOut,
  choice,
  needed,
  notAgreed,
  statusDuties,
  statutory,
  suitability,
  training,
} from "../lead-professional/questions.ts";
import { interpreters, roleExplained } from "../meeting/family-questions.ts";
import { panel, panelItem } from "../meeting/panel-questions.ts";
import {
  administrationMay,
  arrange,
  calledFor,
  followUp,
  formerName,
  goAhead,
  groupItem,
  jobs,
  mayChair,
  mayInvite,
  closing as meetingClosing,
  model as meetingModel,
  needed as meetingNeeded,
  preparation as meetingPreparation,
  queue,
  whoChairs,
} from "../meeting/questions.ts";
import {
  helping,
  information,
  mayBe,
  duties as namedPersonDuties,
  siblings,
  stays,
  twoRoles,
  who,
} from "../named-person/questions.ts";
import {
  diary,
  directContact,
  familyContact,
  message as familyMessage,
  heard,
  youngChild,
} from "../people/family-questions.ts";
import { agreeing, clear, coreGroup, signing } from "../plan/agreeing-questions.ts";
import { action, choiceOpens, contents, format, item } from "../plan/contents-questions.ts";
import { actionDuties, copies, overlap, duties as planDuties, statutoryPlan } from "../plan/duties-questions.ts";
import { actionOwner, advice, amend, family, hears, message, singleAgency } from "../plan/people-questions.ts";
import { plainWords } from "../plan/plain-words.ts";
import { open, requirements } from "../plan/questions.ts";
import { reviewClosing, reviewDue, reviewMaterials, reviewPoint, reviewPreparation } from "../plan/review-questions.ts";
import { takingPart, voices } from "../plan/voices-questions.ts";
import {
  areaStart,
  chain as chainOfAccount,
  departure,
  newEntry,
  publishing,
} from "../quality/accountability-questions.ts";
import { cell, check, earlyPlan, learning, reviewOfficer } from "../quality/check-questions.ts";
import { complaint, complaintDuties } from "../quality/complaint-questions.ts";
import { changesOfLead, count, expectedChildren, planWorks, share, waitForHelp } from "../quality/figures-questions.ts";
import { organisationDuties, procedureDuties, signals } from "../quality/procedure-questions.ts";
import { monitoring, riskStatement, watching } from "../quality/watching-questions.ts";
import {
  anotherAssessment,
  arrival,
  askedAgain,
  commonEntry,
  directory,
  field,
  leavingTeam,
  levelChange,
  recordDuties,
  sharedPart,
} from "../record/questions.ts";
import {
  advice as adviceAsked,
  allocated,
  arrangements,
  confirm,
  note,
  session,
  duties as supervisionDuties,
  supervisor,
  wait,
} from "../supervision/questions.ts";
import {
  adultPractitioner,
  ageLimit,
  closeAfterMove,
  crossBorder,
  destinations,
  governs,
  outOfArea,
  passingOn,
  duties as transitionDuties,
  review as transitionReview,
} from "../transition/questions.ts";
import { commitment } from "../workforce/budget.ts";
import {
  attendance,
  development,
  evidence,
  exceptionEnds,
  identify,
  managers,
  mayManage,
  partner,
  post,
  request,
  seniorManager,
  withoutSupport,
} from "../workforce/questions.ts";
import {
  allocation,
  capacity,
  change as caseChange,
  load,
  weight,
  duties as workloadDuties,
} from "../workload/questions.ts";

/** Every question a rulebook answers or is declared silent on. A name is `topic.question` and never changes. */
export const questions = {
  "named-person.who": who,
  "named-person.may-be": mayBe,
  "named-person.duties": namedPersonDuties,
  "named-person.helping": helping,
  "named-person.two-roles": twoRoles,
  "named-person.siblings": siblings,
  "named-person.stays": stays,
  "named-person.information": information,
  "people.family-contact": familyContact,
  "people.message": familyMessage,
  "people.direct-contact": directContact,
  "people.heard": heard,
  "people.diary": diary,
  "people.young-child": youngChild,
  "concern.receiver": receiver,
  "concern.wish": wish,
  "concern.referral": referral,
  "concern.duties": concernDuties,
  "concern.closing": closing,
  "concern.helpdesk": helpdesk,
  "assessment.open": openAssessment,
  "access.report-area": reportArea,
  "consent.release": release,
  "consent.pass-on": passOn,
  "consent.kept-note": keptNote,
  "consent.contents": consentContents,
  "consent.duties": consentDuties,
  "consent.shared": shared,
  "consent.item": sharedItem,
  "consent.new-service": newService,
  "consent.agreement": agreementRecorded,
  "consent.action": agreedAction,
  "lead-professional.needed": needed,
  "lead-professional.statutory": statutory,
  "lead-professional.status-duties": statusDuties,
  "lead-professional.training": training,
  "lead-professional.suitability": suitability,
  "lead-professional.best-placed": bestPlaced,
  "lead-professional.choice": choice,
  "lead-professional.agreement": agreement,
  "lead-professional.not-agreed": notAgreed,
  "lead-professional.carried-out": carriedOut,
  "lead-professional.acting": acting,
  "lead-professional.stand-in": standIn,
  "lead-professional.chain": chain,
  "lead-professional.cover": cover,
  "lead-professional.handover": handover,
  "lead-professional.change": change,
  "lead-professional.trusted-person": trustedPerson,
  "lead-professional.step-down": stepDown,
  "lead-professional.ending": ending,
  "lead-professional.reopening": reopening,
  "transition.duties": transitionDuties,
  "transition.review": transitionReview,
  "transition.age-limit": ageLimit,
  "transition.adult-practitioner": adultPractitioner,
  "transition.destinations": destinations,
  "transition.governs": governs,
  "transition.out-of-area": outOfArea,
  "transition.cross-border": crossBorder,
  "transition.close-after-move": closeAfterMove,
  "transition.passing-on": passingOn,
  "plan.voices": voices,
  "plan.taking-part": takingPart,
  "plan.open": open,
  "plan.requirements": requirements,
  "plan.contents": contents,
  "plan.format": format,
  "plan.action": action,
  "plan.item": item,
  "plan.choice-opens": choiceOpens,
  "plan.agreeing": agreeing,
  "plan.signing": signing,
  "plan.clear": clear,
  "plan.core-group": coreGroup,
  "plan.family": family,
  "plan.single-agency": singleAgency,
  "plan.amend": amend,
  "plan.action-owner": actionOwner,
  "plan.hears": hears,
  "plan.advice": advice,
  "plan.message": message,
  "plan.duties": planDuties,
  "plan.action-duties": actionDuties,
  "plan.overlap": overlap,
  "plan.copies": copies,
  "plan.statutory-plan": statutoryPlan,
  "meeting.interpreters": interpreters,
  "meeting.role-explained": roleExplained,
  "plan.review-point": reviewPoint,
  "plan.review-due": reviewDue,
  "plan.review-preparation": reviewPreparation,
  "plan.review-materials": reviewMaterials,
  "plan.review-closing": reviewClosing,
  "meeting.called-for": calledFor,
  "meeting.needed": meetingNeeded,
  "meeting.arrange": arrange,
  "meeting.who-chairs": whoChairs,
  "meeting.may-chair": mayChair,
  "meeting.jobs": jobs,
  "meeting.may-invite": mayInvite,
  "meeting.preparation": meetingPreparation,
  "meeting.go-ahead": goAhead,
  "meeting.closing": meetingClosing,
  "meeting.follow-up": followUp,
  "meeting.group-item": groupItem,
  "meeting.model": meetingModel,
  "meeting.administration": queue,
  "meeting.administration-may": administrationMay,
  "meeting.former-name": formerName,
  "meeting.panel": panel,
  "meeting.panel-item": panelItem,
  "plan.plain-words": plainWords,
  "workforce.exception-ends": exceptionEnds,
  "workforce.development": development,
  "workforce.evidence": evidence,
  "workforce.attendance": attendance,
  "workforce.may-manage": mayManage,
  "workforce.managers": managers,
  "workforce.identify": identify,
  "workforce.senior-manager": seniorManager,
  "workforce.without-support": withoutSupport,
  "workforce.post": post,
  "workforce.partner": partner,
  "workforce.request": request,
  "workforce.commitment": commitment,
  "dispute.raise": raise,
  "dispute.way": way,
  "dispute.may": may,
  "dispute.duties": disputeDuties,
  "dispute.late-action": lateAction,
  "dispute.days-open": daysOpen,
  "dispute.sanction": sanction,
  "supervision.supervisor": supervisor,
  "supervision.duties": supervisionDuties,
  "supervision.session": session,
  "supervision.note": note,
  "supervision.wait": wait,
  "supervision.arrangements": arrangements,
  "supervision.confirm": confirm,
  "supervision.allocated": allocated,
  "supervision.advice": adviceAsked,
  "quality.complaint": complaint,
  "quality.complaint-duties": complaintDuties,
  "quality.departure": departure,
  "quality.chain": chainOfAccount,
  "quality.area-start": areaStart,
  "quality.publishing": publishing,
  "quality.new-entry": newEntry,
  "quality.procedure-duties": procedureDuties,
  "quality.organisation-duties": organisationDuties,
  "quality.signals": signals,
  "quality.check": check,
  "quality.early-plan": earlyPlan,
  "quality.learning": learning,
  "quality.cell": cell,
  "quality.review-officer": reviewOfficer,
  "quality.monitoring": monitoring,
  "quality.risk-statement": riskStatement,
  "quality.watching": watching,
  "quality.plan-works": planWorks,
  "quality.share": share,
  "quality.count": count,
  "quality.wait-for-help": waitForHelp,
  "quality.changes-of-lead": changesOfLead,
  "quality.expected-children": expectedChildren,
  "record.assessment-beside": anotherAssessment,
  "record.level-change": levelChange,
  "record.leaving-team": leavingTeam,
  "record.common-entry": commonEntry,
  "record.field": field,
  "record.asked-again": askedAgain,
  "record.shared-part": sharedPart,
  "record.arrival": arrival,
  "record.duties": recordDuties,
  "record.directory": directory,
  "access.may": access,
  "workload.weight": weight,
  "workload.load": load,
  "workload.capacity": capacity,
  "workload.allocation": allocation,
  "workload.change": caseChange,
  "workload.duties": workloadDuties,
} as const;

export type QuestionName = keyof typeof questions;
export type Rulebook = Edition<typeof questions>;
export type AdoptedRulebook = Book<typeof questions>;

/** One topic of a rulebook: its values, and the rules that read them. Its type keeps the names of the values. */
export const chapter = <const P extends Parameters>(of: Chapter<typeof questions, P>): Chapter<typeof questions> =>
  of as unknown as Chapter<typeof questions>;

/** An edition of a rulebook. What is left out of it is empty. */
export const edition = (
  of: Omit<Rulebook, "overrides" | "setsAside" | "silent" | "terms"> &
    Partial<Pick<Rulebook, "overrides" | "setsAside" | "silent" | "terms">>,
): Rulebook => ({ overrides: {}, setsAside: {}, silent: {}, terms: {}, ...of });

/** Takes an edition and an area's adoption of it, gives the book that answers. */
export const adopt = (of: Rulebook, adoption: Adoption): AdoptedRulebook => adoptEdition(questions, of, adoption);

/** The book of an edition with no setting of anybody's: for tests, the reader and the generated pages. */
export const asItStands = (of: Rulebook): AdoptedRulebook =>
  adopt(of, { id: `${of.id}-as-it-stands`, from: localDate(of.from), settings: {}, terms: {}, departures: [] });
