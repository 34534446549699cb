import type { DesignationResult, Holder } from "../kernel/designation.ts";
import { type LocalDate, localDate } from "../kernel/local-date.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import type {
  AgencyHelp,
  NeededFacts,
  PractitionerFacts,
  StatusDutiesFacts,
  StatutoryFacts,
  SuitabilityFacts,
} from "../lead-professional/model.ts";
import type { Involved, LegalStatus } from "../people/model.ts";
import type { AgencyKind } from "../vocabulary/agencies.ts";
import type { LegalStatusKind } from "../vocabulary/legal-statuses.ts";

export const englishWorkingDays = workingCalendar("england-and-wales");

/** A legal status from a day. Its id is its kind, so two of one kind need ids of their own. */
export const aStatus = (
  kind: LegalStatusKind,
  from: LocalDate | string,
  more: Partial<Omit<LegalStatus, "kind" | "from" | "until">> & { readonly until?: string } = {},
): LegalStatus => {
  const { until, ...rest } = more;
  return {
    id: kind,
    kind,
    from: localDate(from),
    ...rest,
    ...(until === undefined ? {} : { until: localDate(until) }),
  };
};

/** One agency with live actions, each owned by another of its people, in the child's school where it is education. */
export const helpFrom = (agency: AgencyKind, liveActions = 1, more: Partial<AgencyHelp> = {}): AgencyHelp => ({
  agency,
  practitioners: liveActions,
  liveActions,
  outsideSchool: agency !== "education",
  ...more,
});

export const anInvolved = (id: string, more: Partial<Involved> = {}): Involved => ({
  id,
  agency: "health",
  posts: [],
  involvement: "involved",
  openActions: 1,
  basedInSchool: false,
  ...more,
});

/** A child of six with no status, helped by one teacher. */
export const neededFacts = ({
  child,
  ...more
}: Partial<Omit<NeededFacts, "child">> & { readonly child?: Partial<NeededFacts["child"]> } = {}): NeededFacts => ({
  child: { id: "child", bornOn: localDate("2020-05-01"), statuses: [], ...child },
  help: [helpFrom("education")],
  integratedResponse: false,
  safetyIsThePrimaryIssue: false,
  route: "not-recorded",
  involved: [],
  ...more,
});

/** A child of six with no status, helped by one teacher; nobody has been asked about a youth offending team. */
export const statutoryFacts = ({
  child,
  ...more
}: Partial<Omit<StatutoryFacts, "child">> & {
  readonly child?: Partial<StatutoryFacts["child"]>;
} = {}): StatutoryFacts => ({
  child: { id: "child", bornOn: localDate("2020-05-01"), statuses: [], yearGroup: "not-recorded", ...child },
  involved: [],
  help: [helpFrom("education")],
  youthGates: { teamAgrees: "not-recorded", agencies: [] },
  needsAreComplexHealth: false,
  safetyIsThePrimaryIssue: false,
  ...more,
});

export const statusDutiesFacts = ({
  child,
  ...more
}: Partial<Omit<StatusDutiesFacts, "child">> & {
  readonly child?: Partial<StatusDutiesFacts["child"]>;
} = {}): StatusDutiesFacts => ({
  child: { id: "child", statuses: [], ...child },
  lead: "none",
  deputy: "none",
  noDeputyReasonOn: "none",
  trustedPerson: "none",
  openActions: 1,
  goingOnDecidedOn: "none",
  calendar: englishWorkingDays,
  ...more,
});

/** Cleared, qualified ten years ago, trained, permanent, in the pool: nothing stands in this practitioner's way. */
export const suitabilityFacts = ({
  practitioner,
  ...more
}: Partial<Omit<SuitabilityFacts, "practitioner">> & {
  readonly practitioner?: Partial<PractitionerFacts>;
} = {}): SuitabilityFacts => ({
  practitioner: {
    id: "practitioner",
    workplaceInArea: true,
    enhancedCheck: { state: "cleared", on: localDate("2026-01-12"), issuedOn: localDate("2026-01-05") },
    qualification: { on: localDate("2016-07-01") },
    recommendation: "none",
    training: { completedOn: localDate("2026-03-02") },
    informationSharingTraining: { completedOn: localDate("2026-03-02") },
    firstLedOn: "never",
    mentor: "none",
    mentoredBefore: [],
    engagement: "permanent",
    exception: "none",
    inPool: true,
    ...practitioner,
  },
  startsOn: localDate("2026-12-01"),
  isStatutoryPostHolder: false,
  involvement: "involved",
  openActions: 1,
  calendar: englishWorkingDays,
  ...more,
});

/** What a designation answered, as a line to compare: "required: post named-social-worker". */
export const inShort = ({ answer, holders }: Pick<DesignationResult, "answer" | "holders">): string =>
  [answer, ...holders.map(holderInShort)].join(" | ");

export const holderInShort = (holder: Holder): string =>
  holder.kind === "person" ? holder.id : holder.kind === "post" ? `the ${holder.post}` : `agency ${holder.agency}`;

/** Every order of a few things. */
export const everyOrder = <T>(things: readonly T[]): readonly (readonly T[])[] =>
  things.length < 2
    ? [things]
    : things.flatMap((one, at) => everyOrder(things.filter((_, i) => i !== at)).map((rest) => [one, ...rest]));
