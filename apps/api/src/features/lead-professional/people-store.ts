import type { AgencyKind, PostRole } from "@linchpin/domain";
import { and, eq, inArray, sql } from "drizzle-orm";
import { anyOf } from "../../db/many.ts";
import { agency, team } from "../../db/schema/area.ts";
import { post, practitioner } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";

/** One post somebody holds now: where, and who manages it. */
export type PostHeld = {
  readonly practitionerId: string;
  readonly postId: string;
  readonly agencyId: string;
  readonly agencyKind: AgencyKind;
  readonly establishmentId: string | null;
  readonly role: string;
  readonly lineManagerId: string | null;
  readonly teamManagerId: string | null;
};

const columns = {
  practitionerId: post.practitionerId,
  postId: post.postId,
  agencyId: post.agencyId,
  agencyKind: agency.kind,
  establishmentId: post.establishmentId,
  role: post.role,
  lineManagerId: post.lineManagerId,
  teamManagerId: team.managerId,
} as const;

const held = ({ tx, who, today }: Records) =>
  tx
    .select(columns)
    .from(post)
    .innerJoin(agency, and(eq(agency.areaId, post.areaId), eq(agency.agencyId, post.agencyId)))
    .leftJoin(team, and(eq(team.areaId, post.areaId), eq(team.teamId, post.teamId)))
    .where(and(eq(post.areaId, who.areaId), sql`${post.during} @> ${today}::date`))
    .$dynamic();

const current = ({ who, today }: Records) => and(eq(post.areaId, who.areaId), sql`${post.during} @> ${today}::date`);

const managing: readonly PostRole[] = ["head", "team-manager", "service-manager", "coordinator"];

/**
 * The posts people hold now, the one with most hours first; with them, when asked, whoever manages anything in their
 * agencies, and the area's co-ordinators. One statement.
 */
export async function postsAround(
  records: Records,
  practitionerIds: readonly string[],
): Promise<{ readonly own: readonly PostHeld[]; readonly managers: readonly PostHeld[] }> {
  const people = anyOf(practitionerIds);
  const { who, today } = records;
  const rows = await held(records)
    .where(
      and(
        current(records),
        sql`(${post.practitionerId} = ${people} or (${inArray(post.role, [...managing])} and (${post.role} = 'coordinator'
          or ${post.agencyId} in (select mine.agency_id from post mine where mine.area_id = ${who.areaId}
            and mine.practitioner_id = ${people} and mine.during @> ${today}::date))))`,
      ),
    )
    .orderBy(sql`${post.hours} desc`, post.postId);
  const asked = new Set(practitionerIds);
  return {
    own: rows.filter(({ practitionerId }) => asked.has(practitionerId)),
    managers: rows.filter(({ role }) => (managing as readonly string[]).includes(role)),
  };
}

/** Who manages a service line of the area: team managers first. */
export const managersOfKind = (records: Records, kind: AgencyKind): Promise<readonly PostHeld[]> =>
  held(records)
    .where(
      and(current(records), eq(agency.kind, kind), inArray(post.role, ["team-manager", "service-manager", "head"])),
    )
    .orderBy(sql`case ${post.role} when 'team-manager' then 1 when 'service-manager' then 2 else 3 end`, post.postId);

/** People's names, by id. */
export async function namesOf(
  { tx, who }: Records,
  practitionerIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (practitionerIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: practitioner.practitionerId, name: practitioner.name })
    .from(practitioner)
    .where(and(eq(practitioner.areaId, who.areaId), sql`${practitioner.practitionerId} = ${anyOf(practitionerIds)}`));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
