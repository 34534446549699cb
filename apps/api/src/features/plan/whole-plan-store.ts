import type { AgencyKind, LegalStatus, LocalDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { prepared } from "../../db/prepared.ts";
import type { contactOfRecord, lead } from "../../db/schema/lead-professional.ts";
import type { Records } from "../../records.ts";
import type { PlanRow } from "./plan-row.ts";
import { wholePlan } from "./whole-plan-sql.ts";

export type Member = {
  readonly childId: string;
  readonly name: string;
  readonly bornOn: LocalDate | null;
  readonly statusesConfirmedOn: LocalDate | null;
};

/** Somebody at work: by name, with where from. */
export type Worker = {
  readonly practitionerId: string;
  readonly name: string;
  readonly postTitle: string | null;
  readonly agency: { readonly agencyId: string; readonly name: string; readonly kind: AgencyKind };
};

export type TeamMember = Worker & {
  readonly planPractitionerId?: string;
  readonly kind: string;
  readonly posts: readonly string[];
  readonly involvement: "involved" | "about-to-start";
  readonly startsOn: LocalDate | null;
  readonly relationship: string | null;
  readonly basedInSchool: boolean | null;
  readonly since: string;
  readonly isNamedPerson: boolean;
};

export type ActionRow = {
  readonly actionId: string;
  readonly version: number;
  readonly childId: string;
  readonly what: string;
  readonly outcome: string | null;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly agencyKind: AgencyKind;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly ownerWords: string | null;
  readonly startsOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly state: "planned" | "running" | "done" | "ended";
  readonly recordedOn: LocalDate;
};

/** Whom a child or a family would like to lead, as it was recorded last. */
export type Wish = {
  readonly viewId: string;
  readonly childId: string;
  readonly whose: "child" | "family";
  readonly words: string | null;
  readonly how: string | null;
  readonly wishedForId: string | null;
  readonly wishedForWords: string | null;
  readonly notPossibleBecause: string | null;
  readonly saidOn: LocalDate;
  readonly recordedById: string;
  readonly recordedByName: string;
};

export type LeadHeld = Worker & {
  readonly leadId: string;
  readonly basis: typeof lead.$inferSelect.basis;
  readonly since: string;
  readonly until: string | null;
  readonly isCurrent: boolean;
  readonly bestPlacedBecause: string | null;
  readonly endedBecause: string | null;
  readonly decisionId: string | null;
};

export type ContactHeld = Worker & {
  readonly contactId: string;
  readonly as: typeof contactOfRecord.$inferSelect.as;
  readonly since: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly isReachKept: boolean;
};

export type DutyOpen = {
  readonly dutyId: string;
  readonly act: string;
  readonly because: string;
  readonly clause: string;
  readonly dueBy: string | null;
  readonly owedById: string;
  readonly owedByName: string;
};

/** All that is on record of one plan, as row security shows it to whoever asks. */
export type WholePlan = {
  readonly plan: PlanRow & { readonly openedByName: string | null };
  /** Those of its children whom the reader may see, the first to join first. */
  readonly members: readonly Member[];
  /** Legal statuses of the first child, those that ended among them. */
  readonly statuses: readonly LegalStatus[];
  readonly yearGroup: string | null;
  /** By name; the named person keeps links with the child and stands among them, put on the plan or not. */
  readonly team: readonly TeamMember[];
  readonly actions: readonly ActionRow[];
  readonly support: readonly {
    readonly agency: AgencyKind;
    readonly supports: boolean;
    readonly saidBy: string;
    readonly saidOn: LocalDate;
  }[];
  readonly wishes: readonly Wish[];
  /** The manager who was consulted when another agency came in, and the day. */
  readonly consulted: { readonly managerId: string; readonly on: LocalDate } | undefined;
  /** The present one first. */
  readonly leads: readonly LeadHeld[];
  readonly contact: ContactHeld | undefined;
  /** The proposal that is open, with the titles of the stages it waits for. */
  readonly proposal:
    | {
        readonly proposalId: string;
        readonly proposedId: string;
        readonly proposedName: string;
        readonly proposedAt: string;
        readonly waitsFor: readonly string[];
      }
    | undefined;
  /** What is still owed on it, the nearest clock first. */
  readonly duties: readonly DutyOpen[];
};

type StatusJson = {
  readonly id: string;
  readonly kind: LegalStatus["kind"];
  readonly detail: Record<string, unknown>;
  readonly holderId: string | null;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
};
type NamedJson = Worker & { readonly kind: string; readonly since: string };
type Found = Omit<WholePlan, "statuses" | "team" | "consulted" | "contact" | "proposal"> & {
  readonly statuses: readonly StatusJson[];
  readonly team: readonly Omit<TeamMember, "isNamedPerson">[];
  readonly named: readonly NamedJson[];
  readonly consulted: NonNullable<WholePlan["consulted"]> | null;
  readonly contact: ContactHeld | null;
  readonly proposal: NonNullable<WholePlan["proposal"]> | null;
};

/** Reads a plan whole, in one statement; undefined where there is none, or this reader may see none of its children. */
export async function wholePlanOf({ tx }: Records, planId: string): Promise<WholePlan | undefined> {
  const [row] = await prepared<{ found: Found }>(tx, "plan_whole", (handle) =>
    handle.select({ found: sql<Found>`found` }).from(wholePlan(sql`${sql.placeholder("planId")}::uuid`)),
  ).execute({ planId });
  if (row === undefined || row.found.members.length === 0) return undefined;
  const { found } = row;
  return {
    ...found,
    statuses: found.statuses.map(statusOf),
    team: teamOf(found.team, found.named),
    consulted: found.consulted ?? undefined,
    contact: found.contact ?? undefined,
    proposal: found.proposal ?? undefined,
  };
}

const statusOf = ({ id, kind, detail, holderId, from, until }: StatusJson): LegalStatus =>
  ({
    id,
    kind,
    from,
    ...(until === null ? {} : { until }),
    ...(holderId === null ? {} : { holder: holderId }),
    ...detail,
  }) as LegalStatus; // what a kind holds besides was checked by its command when it was recorded

function teamOf(onPlan: Found["team"], named: readonly NamedJson[]): readonly TeamMember[] {
  const isNamed = new Set(named.map(({ practitionerId }) => practitionerId));
  const isOn = new Set(onPlan.map(({ practitionerId }) => practitionerId));
  const besides = named
    .filter(({ practitionerId }) => !isOn.has(practitionerId))
    .map((one) => ({
      ...one,
      posts: [],
      involvement: "involved" as const,
      startsOn: null,
      relationship: null,
      basedInSchool: null,
    }));
  return [...onPlan, ...new Map(besides.map((one) => [one.practitionerId, one])).values()]
    .map((one) => ({ ...one, isNamedPerson: isNamed.has(one.practitionerId) }))
    .sort((a, b) => a.name.localeCompare(b.name, "en-GB") || (a.practitionerId < b.practitionerId ? -1 : 1));
}
