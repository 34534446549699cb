import fc from "fast-check";
import { addDays, type DayRange, type LocalDate, localDate } from "../kernel/local-date.ts";
import type { Moment } from "../kernel/moment.ts";
import { momentOn } from "../kernel/moment.ts";
import type { FactsOf } from "../kernel/question.ts";
import { type WorkingCalendar, workingCalendar } from "../kernel/working-days.ts";
import type { Involved, LegalStatus, Recorded } from "../people/model.ts";
import type { QuestionName, questions } from "../rulebooks/questions.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import { careLeaverKinds, childInNeedPhases, legalStatuses, lookedAfterBases } from "../vocabulary/legal-statuses.ts";
import { posts } from "../vocabulary/posts.ts";
import { codesOf } from "../vocabulary/term.ts";

/** Facts of any kind for each question, as far as their types go: what a rule has to be total on. */
export type ArbitraryFacts = { readonly [Name in QuestionName]: fc.Arbitrary<FactsOf<(typeof questions)[Name]>> };

const today = localDate("2026-11-22");
const { constantFrom, record, array, boolean, nat } = fc;

/** Mostly around today, where the calendars are published and the clocks run; sometimes long before or after. */
export const anyDay: fc.Arbitrary<LocalDate> = fc
  .oneof(
    { arbitrary: fc.integer({ min: -40, max: 40 }), weight: 3 },
    { arbitrary: fc.integer({ min: -900, max: 900 }), weight: 2 },
    { arbitrary: fc.integer({ min: -9000, max: 3000 }), weight: 1 },
  )
  .map((days) => addDays(today, days));
export const anyMoment: fc.Arbitrary<Moment> = fc
  .tuple(anyDay, constantFrom("00:00", "08:59", "12:00", "17:00", "23:59"))
  .map(([day, time]) => momentOn(day, time));

const calendar: fc.Arbitrary<WorkingCalendar> = constantFrom(
  workingCalendar("england-and-wales"),
  workingCalendar("scotland"),
);
const id = constantFrom("a", "b", "c", "d");
const agency = constantFrom(...codesOf(agencyKinds));
const recorded = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<Recorded<T>> =>
  fc.oneof(of, fc.constant("not-recorded" as const));
const orNone = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<Recorded<T | "none">> =>
  recorded(fc.oneof(of, fc.constant("none" as const)));
const few = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> => array(of, { maxLength: 4 });
const child = record({ id });
const route = constantFrom(
  "evidence-from-universal-services" as const,
  "specialist-within-universal-services" as const,
  "safety-or-statute" as const,
);
const range: fc.Arbitrary<DayRange> = fc
  .tuple(anyDay, fc.option(fc.integer({ min: 1, max: 800 })))
  .map(([from, days]) => (days === null ? { from } : { from, until: addDays(from, days) }));

const legalStatus: fc.Arbitrary<LegalStatus> = fc
  .tuple(
    range,
    record(
      {
        id,
        kind: constantFrom(...codesOf(legalStatuses)),
        holder: id,
        lookedAfterBasis: constantFrom(...codesOf(lookedAfterBases)),
        accommodated: recorded(boolean()),
        childInNeedPhase: constantFrom(...codesOf(childInNeedPhases)),
        careLeaverKind: constantFrom(...codesOf(careLeaverKinds)),
        youthOrderSetting: constantFrom("community" as const, "custody" as const, "not-recorded" as const),
      },
      { requiredKeys: ["id", "kind"] },
    ),
  )
  .map(([during, status]) => ({ ...during, ...status }));
const statuses = recorded(few(legalStatus));
const involvement = constantFrom("involved" as const, "about-to-start" as const, "not-involved" as const);

const involved: fc.Arbitrary<Involved> = record(
  {
    id,
    agency,
    posts: few(constantFrom(...codesOf(posts))),
    involvement,
    startsOn: anyDay,
    openActions: nat(3),
    basedInSchool: recorded(boolean()),
  },
  { requiredKeys: ["id", "agency", "posts", "involvement", "openActions", "basedInSchool"] },
);
const help = recorded(
  few(record({ agency, practitioners: nat(3), liveActions: nat(3), outsideSchool: recorded(boolean()) })),
);

const suitability: ArbitraryFacts["lead-professional.suitability"] = record(
  {
    practitioner: record({
      id,
      workplaceInArea: recorded(boolean()),
      enhancedCheck: recorded(
        fc.oneof(
          record({ state: fc.constant("cleared" as const), on: anyDay, issuedOn: anyDay }),
          record({ state: fc.constant("not-suitable" as const), on: anyDay }),
          record({ state: constantFrom("applied-for" as const, "standard-only" as const, "none" as const) }),
        ),
      ),
      qualification: orNone(record({ on: anyDay })),
      recommendation: orNone(record({ on: anyDay, namesTheExperience: boolean() })),
      training: orNone(record({ completedOn: anyDay })),
      informationSharingTraining: orNone(record({ completedOn: anyDay })),
      firstLedOn: recorded(fc.oneof(anyDay, fc.constant("never" as const))),
      mentor: orNone(
        fc
          .tuple(
            range,
            record({
              id,
              trained: recorded(boolean()),
              monthsAsLead: recorded(nat(60)),
              isMentee: boolean(),
              isLineManager: boolean(),
            }),
          )
          .map(([{ from, until }, mentor]) => ({ ...mentor, from, ...(until === undefined ? {} : { until }) })),
      ),
      mentoredBefore: recorded(few(range)),
      engagement: recorded(
        constantFrom(
          "permanent" as const,
          "fixed-term" as const,
          "agency" as const,
          "bank" as const,
          "supply" as const,
        ),
      ),
      exception: orNone(
        record({ from: anyDay, until: anyDay, approvedBy: constantFrom("senior-manager" as const, "other" as const) }),
      ),
      inPool: recorded(boolean()),
    }),
    startsOn: anyDay,
    isStatutoryPostHolder: boolean(),
    involvement,
    involvementStartsOn: anyDay,
    openActions: nat(3),
    calendar,
  },
  { requiredKeys: ["practitioner", "startsOn", "isStatutoryPostHolder", "involvement", "openActions", "calendar"] },
);

const named = record({
  holder: fc.oneof(
    record({ kind: constantFrom("person" as const), id, post: constantFrom(...codesOf(posts)) }),
    record({ kind: constantFrom("post" as const), post: constantFrom(...codesOf(posts)) }),
  ),
  tier: constantFrom("expected" as const, "suggested" as const, "may" as const),
  needs: constantFrom(
    [],
    [{ what: "reason" as const, from: "practitioners-involved" as const, for: "why", code: "why" }],
  ),
});

const bestPlaced = {
  child,
  namedPerson: orNone(id),
  assessor: orNone(id),
  route: recorded(route),
  involved: few(involved),
  universalPractitioner: orNone(id),
  statutory: record({ requiredAgency: agency, holders: few(id), named: few(named) }, { requiredKeys: ["holders"] }),
  namedPersonAgency: orNone(agency),
  needsAreComplexHealth: recorded(boolean()),
  calendar,
};

const caseFacts = record(
  {
    planId: id,
    role: constantFrom("lead" as const, "supporter" as const),
    level: recorded(constantFrom("single" as const, "integrated" as const, "complex" as const)),
    practitioners: nat(8),
    childSections: fc.integer({ min: 1, max: 5 }),
    expectedMonths: recorded(nat(36)),
    adjustment: fc.integer({ min: -4, max: 4 }),
  },
  { requiredKeys: ["planId", "role", "level", "practitioners", "childSections", "expectedMonths"] },
);

const stage = constantFrom(
  ...(["pregnancy-and-birth", "before-school", "primary", "secondary", "special-school"] as const),
  ...(["special-arrangement", "school-leaver", "ended", "not-recorded"] as const),
);
const told = recorded(constantFrom("told" as const, "reason-given" as const, "none" as const));
const view = recorded(constantFrom("given" as const, "not-possible" as const));

/** What a book itself asks people and records, so that its own words turn up in arbitrary facts. */
export type WordsOfBook = { readonly criteria: readonly string[]; readonly stages: readonly string[] };

const oneOf = (words: readonly string[]): fc.Arbitrary<string> => constantFrom("a-word-of-no-rule", ...words);

/** Takes what a book asks and records, gives arbitrary facts for each question. */
export const arbitraryFacts = ({ criteria, stages }: WordsOfBook): ArbitraryFacts => ({
  "named-person.who": record({
    child: record({
      id,
      bornOn: recorded(fc.oneof(anyDay, fc.constant("unborn" as const))),
      leftSchoolOn: orNone(anyDay),
    }),
    midwife: orNone(id),
    midwiferyEndedOn: orNone(anyDay),
    healthVisitor: orNone(id),
    healthVisitorAcceptedOn: orNone(anyDay),
    places: recorded(
      few(
        fc
          .tuple(
            range,
            record({
              school: id,
              kind: constantFrom("nursery" as const, "primary" as const, "secondary" as const, "special" as const),
              fullTime: recorded(boolean()),
            }),
          )
          .map(([during, place]) => ({ ...during, ...place })),
      ),
    ),
    assignedBySchool: orNone(record({ id, school: id, from: anyDay })),
    specialArrangement: orNone(record({ id, from: anyDay })),
    outgoing: orNone(record({ id })),
    contact: recorded(
      record({
        state: constantFrom("in-touch" as const, "not-regularly-in-touch" as const, "ended" as const),
        since: anyDay,
      }),
    ),
  }),
  "named-person.may-be": record(
    {
      child,
      candidate: record({
        id,
        posts: few(constantFrom(...codesOf(posts), "head-teacher", "class-teacher")),
        onStaffOf: recorded(few(id)),
      }),
      stage,
      school: id,
      previous: orNone(record({ id, stage, school: id }, { requiredKeys: ["id", "stage"] })),
    },
    { requiredKeys: ["child", "candidate", "stage", "previous"] },
  ),
  "named-person.duties": record({
    child: record({ id, bornOn: recorded(fc.oneof(anyDay, fc.constant("unborn" as const))) }),
    changedOn: anyDay,
    toldChildOn: orNone(anyDay),
    toldFamilyOn: orNone(anyDay),
    midwiferyEndedOn: orNone(anyDay),
    hasHealthVisitor: boolean(),
    healthVisitorAcceptedOn: orNone(anyDay),
    reasonForLateHandover: recorded(boolean()),
    separateLead: orNone(record({ id, from: anyDay })),
    lastContactOn: recorded(anyDay),
    isOfSchoolAge: recorded(boolean()),
    specialArrangement: orNone(record({ from: anyDay, reviewedOn: orNone(anyDay) })),
    fullerGathering: orNone(
      record({
        since: anyDay,
        why: constantFrom("development" as const, "school-education" as const),
        done: boolean(),
      }),
    ),
    entry: orNone(
      record({
        to: constantFrom("primary" as const, "secondary" as const),
        on: anyDay,
        lastPupilDayBefore: anyDay,
        assignedOn: orNone(anyDay),
        childsPartSentOn: orNone(anyDay),
        carersPartSentOn: orNone(anyDay),
      }),
    ),
    schoolDays: calendar,
    calendar,
  }),
  "concern.duties": record({
    child,
    reportedOn: anyDay,
    acknowledgedOn: orNone(anyDay),
    answeredOn: orNone(anyDay),
    calendar,
  }),
  "concern.closing": record({
    child,
    outcome: recorded(
      constantFrom("nothing-more" as const, "own-agency-help" as const, "another-agency-needed" as const),
    ),
    helpRecorded: boolean(),
    childTold: told,
    familyTold: told,
    childsView: view,
    familysView: view,
    managerConsulted: recorded(boolean()),
    leadDecision: recorded(constantFrom("become-lead" as const, "appoint-another" as const, "none" as const)),
  }),
  "lead-professional.needed": record({
    child: record({ id, bornOn: recorded(anyDay), statuses }),
    help,
    integratedResponse: recorded(boolean()),
    safetyIsThePrimaryIssue: recorded(boolean()),
    route: recorded(route),
    involved: few(involved),
  }),
  "lead-professional.statutory": record(
    {
      child: record({ id, bornOn: recorded(anyDay), statuses, yearGroup: recorded(fc.integer({ min: -2, max: 14 })) }),
      involved: few(involved),
      help,
      youthGates: record({
        teamAgrees: recorded(boolean()),
        agencies: few(record({ agency, supports: recorded(boolean()) })),
      }),
      secondedSocialWorker: id,
      needsAreComplexHealth: recorded(boolean()),
      safetyIsThePrimaryIssue: recorded(boolean()),
    },
    { requiredKeys: ["child", "involved", "help", "youthGates", "needsAreComplexHealth", "safetyIsThePrimaryIssue"] },
  ),
  "lead-professional.status-duties": record({
    child: record({ id, statuses }),
    lead: orNone(record({ id, from: anyDay })),
    deputy: orNone(id),
    noDeputyReasonOn: orNone(anyDay),
    trustedPerson: orNone(record({ id, since: anyDay, protocolOn: orNone(anyDay) })),
    openActions: recorded(nat(3)),
    goingOnDecidedOn: orNone(anyDay),
    calendar,
  }),
  "lead-professional.training": suitability,
  "lead-professional.suitability": suitability,
  "lead-professional.best-placed": record(bestPlaced),
  "lead-professional.choice": record({
    ...bestPlaced,
    chosen: id,
    chosenAgency: agency,
    candidates: few(id),
    answers: array(
      record(
        {
          criterion: oneOf(criteria),
          candidate: id,
          answered: boolean(),
          evidenced: boolean(),
          rating: constantFrom("strong" as const, "partial" as const, "none" as const),
        },
        { requiredKeys: ["criterion", "answered"] },
      ),
      { maxLength: 12 },
    ),
    reasonGiven: boolean(),
    reasons: few(oneOf(["passed-over-named-person", "outside-required-agency", "child-told-why"])),
    childsView: view,
    familysView: view,
    wishOf: record({ child: orNone(id), family: orNone(id) }),
    managerConsulted: recorded(boolean()),
    criteria: recorded(record({ version: constantFrom("1", "2"), agreed: boolean() })),
  }),
  "lead-professional.agreement": record({
    child,
    plan: record({ id }),
    proposed: record({ id, isNamedPerson: boolean(), agency, managers: nat(3) }),
    isByLaw: boolean(),
    route: recorded(route),
    proposedOn: anyDay,
    namedPersonAgency: orNone(agency),
    entries: array(
      record(
        {
          stage: oneOf(stages),
          outcome: constantFrom(...(["done", "agreed", "not-agreed", "declined", "not-possible"] as const)),
          at: anyMoment.map(({ at }) => at),
          by: id,
        },
        { requiredKeys: ["stage", "outcome", "at"] },
      ),
      { maxLength: 8 },
    ),
    calendar,
  }),
  "lead-professional.not-agreed": record({
    plan: record({ id }),
    neededSince: anyDay,
    discussedOn: orNone(anyDay),
    workers: few(record({ id, toldManagerOn: recorded(anyDay) })),
    hasLead: boolean(),
    proposedOn: orNone(anyDay),
    assessor: orNone(id),
    convenor: orNone(id),
    interimContact: orNone(id),
    actions: few(record({ id, agency, toStartOn: anyDay, startedOn: orNone(anyDay) })),
    calendar,
  }),
  "lead-professional.carried-out": record({
    plan: record({ id }),
    lead: orNone(record({ id, basis: constantFrom("by-law" as const, "by-agreement" as const), since: anyDay })),
    lastContactOn: orNone(anyDay),
    hasPlan: recorded(boolean()),
    nextReviewOn: orNone(anyDay),
  }),
  "plan.open": record({ child, plan: orNone(id), purpose: constantFrom("help" as const, "statutory" as const) }),
  "plan.requirements": record({ child: record({ id, statuses }), plan: record({ id }), answered: few(id) }),
  "meeting.called-for": record({
    child: record({ id, statuses }),
    leadIsFromAnotherAgency: recorded(boolean()),
    safetyIsThePrimaryIssue: recorded(boolean()),
    notAgreed: recorded(boolean()),
  }),
  "workforce.exception-ends": record({
    plan: record({ id }),
    practitionerId: id,
    exception: fc
      .tuple(anyDay, fc.integer({ min: 1, max: 400 }))
      .map(([from, days]) => ({ from, until: addDays(from, days) })),
    leads: boolean(),
    calendar,
  }),
  "workload.weight": record({ practitionerId: id, case: caseFacts }),
  "workload.load": record(
    {
      practitionerId: id,
      cases: few(caseFacts),
      namedPersonFor: record({ children: nat(400), withSomethingOpen: nat(40) }),
    },
    { requiredKeys: ["practitionerId", "cases"] },
  ),
  "workload.capacity": record({
    practitionerId: id,
    posts: few(
      record({
        postId: id,
        agreedCapacity: recorded(nat(80)),
        managerId: orNone(id),
        leading: recorded(constantFrom("everyday" as const, "occasional" as const)),
      }),
    ),
  }),
  "workload.allocation": record({
    practitionerId: id,
    load: nat(120),
    loadAfter: nat(120),
    capacity: recorded(nat(80)),
    managers: few(record({ id, acknowledged: recorded(boolean()) })),
    secondManagerWaitIsOver: boolean(),
    reasonGiven: boolean(),
  }),
});
