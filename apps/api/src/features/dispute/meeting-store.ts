import { DomainError, type LocalDate } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { groupMeeting } from "../../db/schema/group.ts";
import type { Records } from "../../records.ts";

export type MeetingRow = {
  readonly meetingId: string;
  readonly version: number;
  readonly heldOn: LocalDate;
  readonly publishedOn: LocalDate | null;
  readonly decided: number;
};

/** Meetings to come and those of the last half year. How many items each decided is counted for the whole area: it names nobody. */
export const meetingRows = ({ tx, who, today }: Records): Promise<readonly MeetingRow[]> =>
  areaWide(tx, () =>
    rowsOf(
      tx,
      sql`select m.meeting_id as "meetingId", m.version, m.held_on::text as "heldOn",
          (m.published_at at time zone 'Europe/London')::date::text as "publishedOn",
          (select count(*)::int from group_item i where i.area_id = m.area_id and i.meeting_id = m.meeting_id and i.state = 'decided') as decided
        from group_meeting m where m.area_id = ${who.areaId} and m.held_on > ${today}::date - 183
        order by (m.held_on < ${today}::date), case when m.held_on < ${today}::date then null else m.held_on end, m.held_on desc`,
    ),
  );

/** A meeting, held until the transaction ends. */
export async function lockMeeting({ tx, who }: Records, meetingId: string) {
  const [found] = await tx
    .select({
      meetingId: groupMeeting.meetingId,
      version: groupMeeting.version,
      heldOn: groupMeeting.heldOn,
      publishedAt: groupMeeting.publishedAt,
    })
    .from(groupMeeting)
    .where(and(eq(groupMeeting.areaId, who.areaId), eq(groupMeeting.meetingId, meetingId)))
    .for("update");
  if (found === undefined) throw new DomainError({ kind: "not-visible", what: "meeting" });
  return found;
}

export async function addMeeting({ tx, who, now, newId }: Records, heldOn: LocalDate): Promise<string> {
  const meetingId = newId();
  await tx.insert(groupMeeting).values({
    areaId: who.areaId,
    meetingId,
    heldOn,
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
  return meetingId;
}

export async function publishMeeting({ tx, who, now }: Records, meetingId: string, version: number): Promise<void> {
  await tx
    .update(groupMeeting)
    .set({ publishedAt: now, publishedBy: who.practitionerId, version: version + 1 })
    .where(and(eq(groupMeeting.areaId, who.areaId), eq(groupMeeting.meetingId, meetingId)));
}
