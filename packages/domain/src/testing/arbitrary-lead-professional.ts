import fc from "fast-check";
import { addDays, type LocalDate, localDate } from "../kernel/local-date.ts";
import type {
  NeededFacts,
  PractitionerFacts,
  StatusDutiesFacts,
  StatutoryFacts,
  SuitabilityFacts,
} from "../lead-professional/model.ts";
import type { Involved, LegalStatus } from "../people/model.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import { careLeaverKinds, childInNeedPhases, legalStatuses, lookedAfterBases } from "../vocabulary/legal-statuses.ts";
import { posts } from "../vocabulary/posts.ts";
import { codesOf } from "../vocabulary/term.ts";
import { england } from "./lead-professional.ts";

const first = localDate("2026-01-01");

/** A day of 2026 or 2027. */
export const aDay: fc.Arbitrary<LocalDate> = fc.nat(729).map((days) => addDays(first, days));
const person = fc.constantFrom("a", "b", "c", "d");
const recorded = <T>(of: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: of }, fc.constant("not-recorded" as const));
const orNone = <T>(of: fc.Arbitrary<T>) =>
  recorded(fc.oneof({ weight: 3, arbitrary: of }, fc.constant("none" as const)));
const agency = fc.constantFrom(...codesOf(agencyKinds));

/** An optional property is there or not; never there and undefined. */
const sometimes = <T extends object>(of: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(of, { requiredKeys: [] });

export const anyStatus: fc.Arbitrary<LegalStatus> = fc
  .tuple(
    fc.record({ id: fc.uuid(), kind: fc.constantFrom(...codesOf(legalStatuses)), from: aDay }),
    fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
    sometimes({
      holder: person,
      lookedAfterBasis: fc.constantFrom(...codesOf(lookedAfterBases)),
      accommodated: recorded(fc.boolean()),
      childInNeedPhase: fc.constantFrom(...codesOf(childInNeedPhases)),
      careLeaverKind: fc.constantFrom(...codesOf(careLeaverKinds)),
      youthOrderSetting: fc.constantFrom("community" as const, "custody" as const, "not-recorded" as const),
    }),
  )
  .map(([status, length, more]) => ({
    ...status,
    ...more,
    ...(length === undefined ? {} : { until: addDays(status.from, length) }),
  })) as fc.Arbitrary<LegalStatus>;

const anyHelp = recorded(
  fc.array(
    fc.record({ agency, practitioners: fc.nat(4), liveActions: fc.nat(3), outsideSchool: recorded(fc.boolean()) }),
    { maxLength: 5 },
  ),
);

const anyInvolved: fc.Arbitrary<Involved> = fc.record({
  id: person,
  agency,
  posts: fc.array(fc.constantFrom(...codesOf(posts)), { maxLength: 2 }),
  involvement: fc.constantFrom("involved" as const, "about-to-start" as const, "not-involved" as const),
  openActions: fc.nat(3),
  basedInSchool: recorded(fc.boolean()),
});

const bornOn = recorded(fc.nat(7300).map((days) => addDays(first, -days)));
const anyStatuses = fc.array(anyStatus, { maxLength: 6 });
const route = recorded(
  fc.constantFrom(
    "evidence-from-universal-services" as const,
    "specialist-within-universal-services" as const,
    "safety-or-statute" as const,
  ),
);

export const anyNeededFacts: fc.Arbitrary<NeededFacts> = fc.record({
  child: fc.record({ id: fc.constant("child"), bornOn, statuses: recorded(anyStatuses) }),
  help: anyHelp,
  integratedResponse: recorded(fc.boolean()),
  safetyIsThePrimaryIssue: recorded(fc.boolean()),
  route,
});

export const anyStatutoryFacts: fc.Arbitrary<StatutoryFacts> = fc
  .tuple(
    fc.record({
      child: fc.record({
        id: fc.constant("child"),
        bornOn,
        statuses: recorded(anyStatuses),
        yearGroup: recorded(fc.integer({ min: 0, max: 13 })),
      }),
      involved: fc.array(anyInvolved, { maxLength: 4 }),
      help: anyHelp,
      youthGates: fc.record({
        teamAgrees: recorded(fc.boolean()),
        agencies: fc.array(fc.record({ agency, supports: recorded(fc.boolean()) }), { maxLength: 4 }),
      }),
      needsAreComplexHealth: recorded(fc.boolean()),
      safetyIsThePrimaryIssue: recorded(fc.boolean()),
    }),
    fc.option(person, { nil: undefined }),
  )
  .map(([facts, seconded]) => ({ ...facts, ...(seconded === undefined ? {} : { secondedSocialWorker: seconded }) }));

export const anyStatusDutiesFacts: fc.Arbitrary<StatusDutiesFacts> = fc.record({
  child: fc.record({ id: fc.constant("child"), statuses: recorded(anyStatuses) }),
  lead: orNone(fc.record({ id: person, from: aDay })),
  deputy: orNone(person),
  noDeputyReasonOn: orNone(aDay),
  trustedPerson: orNone(fc.record({ id: person, since: aDay, protocolOn: orNone(aDay) })),
  openActions: recorded(fc.nat(5)),
  goingOnDecidedOn: orNone(aDay),
  calendar: fc.constant(england),
});

const range = fc.tuple(aDay, fc.nat(500)).map(([from, days]) => ({ from, until: addDays(from, days) }));
const mentor = fc
  .tuple(
    fc.record({
      id: person,
      from: aDay,
      trained: recorded(fc.boolean()),
      monthsAsLead: recorded(fc.nat(40)),
      isMentee: fc.boolean(),
      isLineManager: fc.boolean(),
    }),
    fc.option(fc.nat(500), { nil: undefined }),
  )
  .map(([of, days]) => ({ ...of, ...(days === undefined ? {} : { until: addDays(of.from, days) }) }));

const past = fc.nat(3000).map((days) => addDays(localDate("2027-12-31"), -days));

export const anyPractitioner: fc.Arbitrary<PractitionerFacts> = fc.record({
  id: fc.constant("practitioner"),
  workplaceInArea: recorded(fc.boolean()),
  enhancedCheck: recorded(
    fc.oneof(
      fc.record({ state: fc.constant("cleared" as const), on: past, issuedOn: past }),
      fc.record({ state: fc.constant("not-suitable" as const), on: past }),
      fc.record({ state: fc.constantFrom("applied-for" as const, "standard-only" as const, "none" as const) }),
    ),
  ),
  qualification: orNone(fc.record({ on: past })),
  recommendation: orNone(fc.record({ on: past, namesTheExperience: fc.boolean() })),
  training: orNone(fc.record({ completedOn: past })),
  informationSharingTraining: orNone(fc.record({ completedOn: past })),
  firstLedOn: recorded(fc.oneof(past, fc.constant("never" as const))),
  mentor: orNone(mentor),
  mentoredBefore: recorded(fc.array(range, { maxLength: 3 })),
  engagement: fc.constantFrom("permanent", "fixed-term", "agency", "bank", "supply", "not-recorded"),
  exception: orNone(
    range.chain((of) =>
      fc.constantFrom("senior-manager" as const, "other" as const).map((approvedBy) => ({ ...of, approvedBy })),
    ),
  ),
  inPool: recorded(fc.boolean()),
});

export const anySuitabilityFacts: fc.Arbitrary<SuitabilityFacts> = fc
  .tuple(
    fc.record({
      practitioner: anyPractitioner,
      startsOn: aDay,
      isStatutoryPostHolder: fc.boolean(),
      involvement: fc.constantFrom("involved" as const, "about-to-start" as const, "not-involved" as const),
      openActions: fc.nat(3),
      calendar: fc.constant(england),
    }),
    fc.option(aDay, { nil: undefined }),
  )
  .map(([facts, startsOn]) => ({ ...facts, ...(startsOn === undefined ? {} : { involvementStartsOn: startsOn }) }));
