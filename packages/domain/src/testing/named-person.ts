import type { ConcernClosingFacts, ConcernDutiesFacts } from "../concern/model.ts";
import { localDate } from "../kernel/local-date.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import type {
  HelpingFacts,
  InformationFacts,
  NamedPersonCandidateFacts,
  NamedPersonDutiesFacts,
  NamedPersonFacts,
  SchoolPlace,
  SiblingsFacts,
  StaysFacts,
} from "../named-person/model.ts";

const scotland = workingCalendar("scotland");

export const aSchoolPlace = (of: Partial<SchoolPlace> = {}): SchoolPlace => ({
  school: "school-1",
  kind: "primary",
  fullTime: true,
  from: localDate("2026-08-18"),
  ...of,
});

/** A child of four with a health visitor, and nothing out of the ordinary. */
export const namedPersonFacts = (of: Partial<NamedPersonFacts> = {}): NamedPersonFacts => ({
  child: { id: "child-1", bornOn: localDate("2022-05-03"), leftSchoolOn: "none" },
  midwife: "midwife-1",
  midwiferyEndedOn: localDate("2022-05-14"),
  healthVisitor: "health-visitor-1",
  healthVisitorAcceptedOn: localDate("2022-05-12"),
  places: [],
  assignedBySchool: "none",
  specialArrangement: "none",
  outgoing: "none",
  contact: { state: "in-touch", since: localDate("2022-05-03") },
  ...of,
});

/** A member of the staff of the child's primary school, new to the child. */
export const namedPersonCandidate = (of: Partial<NamedPersonCandidateFacts> = {}): NamedPersonCandidateFacts => ({
  child: { id: "child-1" },
  candidate: { id: "teacher-1", posts: ["class-teacher"], onStaffOf: ["school-1"] },
  stage: "primary",
  school: "school-1",
  previous: "none",
  ...of,
});

/** A schoolchild whose child and family were told on the day, with nothing else owed. */
export const namedPersonDuties = (of: Partial<NamedPersonDutiesFacts> = {}): NamedPersonDutiesFacts => ({
  child: { id: "child-1", bornOn: localDate("2017-05-03") },
  changedOn: localDate("2026-08-18"),
  toldChildOn: localDate("2026-08-18"),
  toldFamilyOn: localDate("2026-08-18"),
  midwiferyEndedOn: localDate("2017-05-14"),
  hasHealthVisitor: true,
  healthVisitorAcceptedOn: localDate("2017-05-14"),
  reasonForLateHandover: false,
  separateLead: "none",
  lastContactOn: localDate("2026-09-07"),
  isOfSchoolAge: true,
  specialArrangement: "none",
  fullerGathering: "none",
  entry: "none",
  calendar: scotland,
  schoolDays: scotland,
  ...of,
});

/** A concern of a Monday that nobody has answered yet. */
export const concernDuties = (of: Partial<ConcernDutiesFacts> = {}): ConcernDutiesFacts => ({
  child: { id: "child-1" },
  reportedOn: localDate("2025-11-03"),
  acknowledgedOn: "none",
  answeredOn: "none",
  calendar: scotland,
  ...of,
});

/** A concern that may be closed: help given, everybody told and asked. */
export const concernClosing = (of: Partial<ConcernClosingFacts> = {}): ConcernClosingFacts => ({
  child: { id: "child-1" },
  outcome: "own-agency-help",
  helpRecorded: true,
  childTold: "told",
  familyTold: "told",
  childsView: "given",
  familysView: "given",
  managerConsulted: "not-recorded",
  leadDecision: "none",
  ...of,
});

/** A child with extra help from school alone, whose class teacher is the named person. */
export const helpingFacts = (of: Partial<HelpingFacts> = {}): HelpingFacts => ({
  child: { id: "child-1" },
  namedPerson: { id: "mr-bain", agency: "education" },
  help: [
    { id: "reading", agency: "education" },
    { id: "lunch-club", agency: "education" },
    { id: "support-teacher", agency: "education" },
  ],
  way: "own-agency",
  lead: "none",
  ...of,
});

/** A concern of 28 September 2026 about a child with one brother, whose named person is a health visitor. */
export const siblingsFacts = (of: Partial<SiblingsFacts> = {}): SiblingsFacts => ({
  child: { id: "isla" },
  namedPerson: "mr-bain",
  event: { of: "concern", is: "opened", on: localDate("2026-09-28") },
  siblings: [{ child: "rory", namedPerson: "nan-sim", toldOn: "none", heldBack: "no" }],
  ...of,
});

/** Core information confirmed on 20 August 2025, and nothing that came in. */
export const informationFacts = (of: Partial<InformationFacts> = {}): InformationFacts => ({
  child: { id: "child-1" },
  confirmedOn: localDate("2025-08-20"),
  changedOn: "none",
  handedOverOn: "none",
  cameIn: [],
  ...of,
});

/** Somebody else leads from 5 October 2026, and child and family were told that day who stays. */
export const staysFacts = (of: Partial<StaysFacts> = {}): StaysFacts => ({
  child: { id: "rory" },
  namedPerson: "nan-sim",
  lead: { id: "ms-keir", from: localDate("2026-10-05") },
  childToldOn: localDate("2026-10-05"),
  familyToldOn: localDate("2026-10-05"),
  ...of,
});
