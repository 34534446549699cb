import {
  addMonths,
  type DayRange,
  holdsOn,
  type LocalDate,
  type PractitionerFacts,
  practitionerFacts,
  type Recorded,
  type StandingKind,
  type StandingOnRecord,
  standingFacts,
} from "@linchpin/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import { team } from "../../db/schema/area.ts";
import { engagementException, leave, post, standing } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";

export type StandingRow = {
  readonly practitionerId: string;
  readonly kind: StandingKind;
  readonly fact: Readonly<Record<string, unknown>>;
  readonly recordedBy: string | null;
  readonly recordedAt: string;
};

/** What is on record now of people's standing for the role. */
export const standingRows = (
  { tx, who }: Records,
  practitionerIds: readonly string[],
): Promise<readonly StandingRow[]> =>
  tx
    .select({
      practitionerId: standing.practitionerId,
      kind: standing.kind,
      fact: standing.fact,
      recordedBy: standing.recordedBy,
      recordedAt: standing.recordedAt,
    })
    .from(standing)
    .where(
      and(
        eq(standing.areaId, who.areaId),
        sql`${standing.practitionerId} = ${anyOf(practitionerIds)}`,
        isNull(standing.supersededAt),
      ),
    )
    .orderBy(standing.recordedAt);

/** Rows as facts by kind. A row of a shape that nobody knows any more is as if it were not there, and so "not recorded". */
export function standingFrom(rows: readonly Pick<StandingRow, "kind" | "fact">[]): StandingOnRecord {
  const found: Partial<Record<StandingKind, unknown>> = {};
  for (const { kind, fact } of rows) {
    const read = standingFacts[kind]?.safeParse(fact);
    if (read?.success) found[kind] = read.data;
  }
  return found as StandingOnRecord; // each value was read by its own kind's shape
}

type LedRow = { readonly practitioner_id: string; readonly first: LocalDate; readonly days: number };

/** Since when people have led here, and for how many days in all, each day once. */
const ledRows = ({ tx, who, now }: Records, practitionerIds: readonly string[]) =>
  rowsOf<LedRow>(
    tx,
    sql`select practitioner_id, (min(lower(during)) at time zone 'Europe/London')::date::text as first,
        coalesce((select sum(upper(day) - lower(day)) from unnest(range_agg(daterange(
          (lower(during) at time zone 'Europe/London')::date,
          (coalesce(upper(during), ${now}::timestamptz) at time zone 'Europe/London')::date, '[]'))) as day), 0)::int as days
      from lead where area_id = ${who.areaId} and practitioner_id = ${anyOf(practitionerIds)} and lower(during) <= ${now}::timestamptz
      group by practitioner_id`,
  );

const managerRows = ({ tx, who, today }: Records, practitionerIds: readonly string[]) =>
  tx
    .select({
      practitionerId: post.practitionerId,
      managerId: sql<string | null>`coalesce(${post.lineManagerId}, ${team.managerId})`,
    })
    .from(post)
    .leftJoin(team, and(eq(team.areaId, post.areaId), eq(team.teamId, post.teamId)))
    .where(
      and(
        eq(post.areaId, who.areaId),
        sql`${post.practitionerId} = ${anyOf(practitionerIds)}`,
        sql`${post.during} @> ${today}::date`,
      ),
    );

/** The exceptions that senior managers approved for a plan, those that ran out among them. */
const exceptionRows = ({ tx, who }: Records, practitionerIds: readonly string[], planId: string) =>
  tx
    .select({
      practitionerId: engagementException.practitionerId,
      during: engagementException.during,
      reason: engagementException.reason,
      planToReplace: engagementException.planToReplace,
    })
    .from(engagementException)
    .where(
      and(
        eq(engagementException.areaId, who.areaId),
        eq(engagementException.planId, planId),
        sql`${engagementException.practitionerId} = ${anyOf(practitionerIds)}`,
        isNull(engagementException.supersededAt),
      ),
    )
    .orderBy(engagementException.recordedAt);

/** The days these people are off work, as far as they are on record. */
const leaveRows = ({ tx, who }: Records, practitionerIds: readonly string[]) =>
  tx
    .select({ practitionerId: leave.practitionerId, during: leave.during })
    .from(leave)
    .where(
      and(
        eq(leave.areaId, who.areaId),
        sql`${leave.practitionerId} = ${anyOf(practitionerIds)}`,
        isNull(leave.supersededAt),
      ),
    )
    .orderBy(leave.during);

/** The exception that counts on a day: the one that holds then, else the next to come, else the last that ran out. */
function exceptionOn<Approved extends { readonly during: DayRange }>(
  all: readonly Approved[],
  day: LocalDate,
): Approved | undefined {
  const byStart = [...all].sort((a, b) => (a.during.from < b.during.from ? -1 : 1));
  return (
    byStart.find(({ during }) => holdsOn(during, day)) ??
    byStart.find(({ during }) => during.from > day) ??
    byStart.at(-1)
  );
}

/**
 * What the rules need to know of people, for a plan where there is one, and for a lead that starts on a day (today when
 * left out). Six statements, however many people.
 */
export async function practitionerFactsOf(
  records: Records,
  practitionerIds: readonly string[],
  planId?: string,
  startsOn: LocalDate = records.today,
): Promise<ReadonlyMap<string, PractitionerFacts>> {
  if (practitionerIds.length === 0) return new Map();
  const own = byPerson(await standingRows(records, practitionerIds));
  const mentors = new Map(practitionerIds.map((id) => [id, mentorOf(standingFrom(own.get(id) ?? []))]));
  const mentorIds = [...new Set([...mentors.values()].filter((id) => id !== undefined))];
  const ofMentors = mentorIds.length === 0 ? new Map() : byPerson(await standingRows(records, mentorIds));
  const leaveOfMentors = byPerson(mentorIds.length === 0 ? [] : await leaveRows(records, mentorIds));
  const led = new Map(
    (await ledRows(records, [...practitionerIds, ...mentorIds])).map((row) => [row.practitioner_id, row]),
  );
  const managers = byPerson(await managerRows(records, practitionerIds));
  const exceptions = byPerson(planId === undefined ? [] : await exceptionRows(records, practitionerIds, planId));
  return new Map(
    practitionerIds.map((id) => {
      const mentorId = mentors.get(id);
      const ofMentor = standingFrom((mentorId && ofMentors.get(mentorId)) || []);
      const first = led.get(id)?.first;
      const exception = exceptionOn(exceptions.get(id) ?? [], startsOn > records.today ? startsOn : records.today);
      const facts = practitionerFacts(id, standingFrom(own.get(id) ?? []), {
        ...(first === undefined ? {} : { firstLeadHere: first }),
        lineManagerIds: (managers.get(id) ?? []).flatMap(({ managerId }) => managerId ?? []),
        ...(mentorId === undefined
          ? {}
          : {
              mentor: {
                standing: ofMentor,
                monthsAsLead: monthsAsLead(ofMentor, led.get(mentorId), records.today),
                absences: (leaveOfMentors.get(mentorId) ?? []).map(({ during }) => during),
              },
            }),
        ...(exception?.during.until === undefined
          ? {}
          : {
              exception: {
                from: exception.during.from,
                until: exception.during.until,
                approvedBy: "senior-manager" as const,
                reasonGiven: exception.reason.trim() !== "",
                planToReplaceGiven: exception.planToReplace.trim() !== "",
              },
            }),
      });
      return [id, facts];
    }),
  );
}

const mentorOf = ({ mentor }: StandingOnRecord): string | undefined =>
  mentor?.state === "named" ? mentor.periods.at(-1)?.mentorId : undefined;

/** Months in the role: days led here, and what was recorded of before counts from its first day. */
function monthsAsLead(of: StandingOnRecord, led: LedRow | undefined, today: LocalDate): Recorded<number> {
  const before = of["first-led"];
  if (led === undefined && before === undefined) return "not-recorded";
  const here = led === undefined ? 0 : Math.floor((led.days * 12) / 365.25);
  if (before === undefined || before.state === "never") return here;
  let months = 0;
  while (addMonths(before.on, months + 1) <= today) months += 1;
  return Math.max(here, months);
}

function byPerson<Row extends { readonly practitionerId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const known = found.get(row.practitionerId);
    if (known) known.push(row);
    else found.set(row.practitionerId, [row]);
  }
  return found;
}
