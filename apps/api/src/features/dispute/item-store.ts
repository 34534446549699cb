import type {
  AboutYoungOffender,
  AgencyKind,
  AskForGroupItem,
  DisputeKind,
  GroupBody,
  GroupItemReason,
  GroupItemState,
  LocalDate,
  PlanKind,
  ReportersPart,
  WayTried,
} from "@linchpin/domain";
import { DomainError, momentOn, untilAfter } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { endedNow } from "../../db/lasting.ts";
import { anyOf, insertMany } from "../../db/many.ts";
import { childAccess } from "../../db/schema/access.ts";
import { groupItem, groupItemTried, type Present } from "../../db/schema/group.ts";
import { basesTo } from "../../may-open.ts";
import type { Records } from "../../records.ts";

export type ItemRow = {
  readonly groupItemId: string;
  readonly version: number;
  readonly planId: string;
  readonly planKind: PlanKind;
  readonly childId: string;
  readonly childName: string;
  readonly bornOn: LocalDate | null;
  readonly bases: readonly string[];
  /** Whether this very item is before the caller: on their desk, or on the agenda they sit for. */
  readonly isBeforeThem: boolean;
  readonly actionId: string | null;
  readonly actionWhat: string | null;
  readonly body: GroupBody;
  readonly reason: GroupItemReason;
  readonly about: string;
  readonly youngOffender: AboutYoungOffender;
  readonly triedLocally: string | null;
  readonly disagreement: DisputeKind | null;
  readonly tried: readonly { readonly way: WayTried; readonly on: LocalDate; readonly result: string }[];
  readonly state: GroupItemState;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: string;
  readonly adoptionId: string;
  readonly because: string | null;
  readonly meetingId: string | null;
  readonly heldOn: LocalDate | null;
  readonly isPublished: boolean;
  readonly housing: "yes" | "no" | null;
  readonly housingWhy: string | null;
  readonly housingInvitedOn: LocalDate | null;
  readonly reporterInvitedOn: LocalDate | null;
  readonly reportersPart: ReportersPart | null;
  readonly reportersWords: string | null;
  readonly present: readonly (Present & { readonly name?: string })[];
  readonly decision: string | null;
  readonly ownerAgency: AgencyKind | null;
  readonly dueOn: LocalDate | null;
  readonly decidedOn: LocalDate | null;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
};

const iso = (of: string) => sql.raw(`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
const nameOf = (id: string) =>
  sql.raw(
    `coalesce((select p.name from practitioner p where p.area_id = i.area_id and p.practitioner_id = ${id}), 'Somebody who has left')`,
  );

type Which = { readonly groupItemId: string } | { readonly planId: string; readonly childId: string } | "on-my-desk";

const isBefore = ({ who, now }: Records) =>
  sql`exists (select 1 from child_access a where a.area_id = i.area_id and a.source_id = i.group_item_id
    and a.practitioner_id = ${who.practitionerId} and a.during @> ${now}::timestamptz)`;

function narrowed(records: Records, which: Which) {
  if (which === "on-my-desk") return sql`i.state in ('asked', 'on-agenda') and ${isBefore(records)}`;
  return "groupItemId" in which
    ? sql`i.group_item_id = ${which.groupItemId}`
    : sql`i.plan_id = ${which.planId} and i.child_id = ${which.childId}`;
}

/** Items that row security shows the caller: one, those of a plan, or those that reached the caller's desk. In the order they were placed or asked for. */
export const itemRows = (records: Records, which: Which): Promise<readonly ItemRow[]> =>
  rowsOf(
    records.tx,
    sql`select i.group_item_id as "groupItemId", i.version, i.plan_id as "planId", pl.kind as "planKind", i.child_id as "childId",
        trim(c.given_name || ' ' || c.family_name) as "childName", c.born_on::text as "bornOn", ${basesTo(records, sql.raw("i.child_id"))} as bases,
        ${isBefore(records)} as "isBeforeThem",
        i.action_id as "actionId", act.what as "actionWhat", i.body, i.reason, i.about, i.young_offender as "youngOffender",
        i.tried_locally as "triedLocally", i.disagreement,
        coalesce((select json_agg(json_build_object('way', t.way, 'on', t.tried_on, 'result', t.result) order by t.tried_on, t.way)
          from group_item_tried t where t.area_id = i.area_id and t.group_item_id = i.group_item_id), '[]'::json) as tried,
        i.state, i.asked_by as "askedBy", ${nameOf("i.asked_by")} as "askedByName", ${iso("i.asked_at")} as "askedAt", i.adoption_id as "adoptionId",
        i.because, i.meeting_id as "meetingId", m.held_on::text as "heldOn", m.published_at is not null as "isPublished",
        i.housing, i.housing_why as "housingWhy", i.housing_invited_on::text as "housingInvitedOn", i.reporter_invited_on::text as "reporterInvitedOn",
        i.reporters_part as "reportersPart", i.reporters_words as "reportersWords",
        coalesce((select json_agg(json_build_object('service', one->>'service', 'by', one->>'by', 'name', (select p.name from practitioner p
            where p.area_id = i.area_id and p.practitioner_id = (one->>'practitionerId')::uuid)) order by at)
          from jsonb_array_elements(case jsonb_typeof(i.present) when 'array' then i.present else '[]'::jsonb end) with ordinality of (one, at)), '[]'::json) as present,
        i.decision, i.owner_agency as "ownerAgency", i.due_on::text as "dueOn", i.decided_on::text as "decidedOn", i.decided_by as "decidedBy",
        ${nameOf("i.decided_by")} as "decidedByName"
      from group_item i
      join child c on c.area_id = i.area_id and c.child_id = i.child_id and c.withdrawn_at is null
      join plan pl on pl.area_id = i.area_id and pl.plan_id = i.plan_id
      left join plan_action act on act.area_id = i.area_id and act.action_id = i.action_id
      left join group_meeting m on m.area_id = i.area_id and m.meeting_id = i.meeting_id
      where i.area_id = ${records.who.areaId} and ${narrowed(records, which)}
      order by coalesce(i.placed_at, i.asked_at), i.group_item_id`,
  );

/** One item for whoever has it before them. Held until the transaction ends, at the version that was seen. */
export async function lockItem({ tx, who }: Records, item: ItemRow, version: number): Promise<void> {
  const [held] = await tx
    .select({ version: groupItem.version })
    .from(groupItem)
    .where(and(eq(groupItem.areaId, who.areaId), eq(groupItem.groupItemId, item.groupItemId)))
    .for("update");
  if (held === undefined)
    throw new DomainError({ kind: "already", because: "This item is over already. Reload the page to see how." });
  if (held.version !== version) throw new DomainError({ kind: "changed-since", what: "item" });
}

type Change = Partial<Omit<typeof groupItem.$inferInsert, "areaId" | "groupItemId" | "version">>;

/** Changes an item that is held, and counts its version on. */
export async function moveItem({ tx, who }: Records, item: ItemRow, version: number, to: Change): Promise<void> {
  await tx
    .update(groupItem)
    .set({ ...to, version: version + 1 })
    .where(and(eq(groupItem.areaId, who.areaId), eq(groupItem.groupItemId, item.groupItemId)));
}

export async function addItem(
  { tx, who, now, newId }: Records,
  asked: Omit<AskForGroupItem, "idempotencyKey" | "tried">,
  tried: readonly { readonly way: WayTried; readonly on: LocalDate; readonly result: string }[],
  adoptionId: string,
): Promise<string> {
  const groupItemId = newId();
  const isDisagreement = asked.reason === "disagreement";
  await tx.insert(groupItem).values({
    areaId: who.areaId,
    groupItemId,
    planId: asked.planId,
    childId: asked.childId,
    actionId: asked.actionId ?? null,
    body: asked.body,
    reason: asked.reason,
    about: asked.about,
    youngOffender: asked.youngOffender,
    triedLocally: asked.triedLocally ?? null,
    disagreement: isDisagreement ? (asked.disagreement ?? null) : null,
    state: "asked",
    askedBy: who.practitionerId,
    askedAt: now,
    adoptionId,
  });
  await insertMany(
    tx,
    groupItemTried,
    (isDisagreement ? tried : []).map(({ way, on, result }) => ({
      areaId: who.areaId,
      groupItemId,
      way,
      childId: asked.childId,
      triedOn: on,
      result,
    })),
  );
  return groupItemId;
}

/** The plan a request is about, as the caller sees it: whose, of what kind, its open actions. */
export async function planAskedAbout(
  { tx, who }: Records,
  { planId, childId }: { readonly planId: string; readonly childId: string },
) {
  const [found] = await rowsOf<{
    readonly childName: string;
    readonly kind: PlanKind;
    readonly state: "open" | "closed";
    readonly actions: readonly { readonly actionId: string; readonly what: string }[];
  }>(
    tx,
    sql`select trim(c.given_name || ' ' || c.family_name) as "childName", p.kind, p.state,
        coalesce((select json_agg(json_build_object('actionId', a.action_id, 'what', a.what) order by a.recorded_at, a.action_id)
          from plan_action a where a.area_id = p.area_id and a.plan_id = p.plan_id and a.child_id = c.child_id and a.state in ('planned', 'running')), '[]'::json) as actions
      from plan p join plan_member m on m.area_id = p.area_id and m.plan_id = p.plan_id and m.child_id = ${childId}
      join child c on c.area_id = m.area_id and c.child_id = m.child_id and c.withdrawn_at is null
      where p.area_id = ${who.areaId} and p.plan_id = ${planId}`,
  );
  return found;
}

/** Who hears of an item at the plan: its contact, who is the lead or acts for them; who asked, while they answer for the child; and once it is decided who owns its action. */
export async function hearOfItem(
  { tx, who, now }: Records,
  { planId, childId, actionId, askedBy }: Pick<ItemRow, "planId" | "childId" | "actionId" | "askedBy">,
  { isDecided }: { readonly isDecided: boolean },
): Promise<readonly string[]> {
  const rows = await rowsOf<{ readonly id: string }>(
    tx,
    sql`select coalesce(k.practitioner_id, l.practitioner_id) as id from plan p
      left join lead l on l.area_id = p.area_id and l.plan_id = p.plan_id and l.during @> ${now}::timestamptz
      left join contact_of_record k on k.area_id = p.area_id and k.plan_id = p.plan_id and k.during @> ${now}::timestamptz
      where p.area_id = ${who.areaId} and p.plan_id = ${planId} and coalesce(k.practitioner_id, l.practitioner_id) is not null
      union select a.practitioner_id from child_access a where a.area_id = ${who.areaId} and a.child_id = ${childId} and a.practitioner_id = ${askedBy}
        and a.during @> ${now}::timestamptz and a.basis in ('named-person', 'lead', 'acting-lead', 'contact-of-record', 'line-manager')
      union select o.owner_id from plan_action o where ${isDecided} and o.area_id = ${who.areaId} and o.action_id = ${actionId}::uuid and o.owner_id is not null`,
  );
  return rows.map(({ id }) => id);
}

/** Until when those who sit see an item: the end of the meeting's day. */
export const untilMeetingIsOver = (heldOn: LocalDate): string => momentOn(untilAfter(heldOn)).at;

/** What of the group is open in the area, by id: whoever is named for a seat meanwhile begins with these. Names nobody. */
export const openItems = ({ tx, who, today }: Records) =>
  areaWide(tx, () =>
    rowsOf<{ readonly groupItemId: string; readonly childId: string; readonly heldOn: LocalDate | null }>(
      tx,
      sql`select i.group_item_id as "groupItemId", i.child_id as "childId",
          case when i.state = 'on-agenda' and m.held_on >= ${today}::date then m.held_on::text end as "heldOn"
        from group_item i left join group_meeting m on m.area_id = i.area_id and m.meeting_id = i.meeting_id
        where i.area_id = ${who.areaId} and i.state in ('asked', 'on-agenda')`,
    ),
  );

/** Ends what some items opened to one person, or to those who sit. */
export async function endSitting(
  { tx, who, now }: Records,
  groupItemIds: readonly string[],
  of: { readonly practitionerId: string } | "those who sit",
): Promise<void> {
  if (groupItemIds.length === 0) return;
  await tx
    .update(childAccess)
    .set({ during: endedNow(childAccess.during, now) })
    .where(
      and(
        eq(childAccess.areaId, who.areaId),
        sql`${childAccess.sourceId} = ${anyOf(groupItemIds)}`,
        of === "those who sit"
          ? eq(childAccess.basis, "forum-member")
          : eq(childAccess.practitionerId, of.practitionerId),
        sql`${childAccess.during} @> ${now}::timestamptz`,
      ),
    );
}
