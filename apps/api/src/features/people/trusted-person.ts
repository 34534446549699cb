import {
  asksWhomTheChildTrusts,
  dayOf,
  type LegalStatus,
  type LocalDate,
  lateFrom,
  type Moment,
  notKeptAway,
  owedOf,
  type StatusDutiesFacts,
  settlesSharing,
} from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { AreaInForce } from "../../area-in-force.ts";
import { rowsOf } from "../../db/asked.ts";
import type { Handle } from "../../db/database.ts";
import { anyOf } from "../../db/many.ts";
import { duty } from "../../db/schema/change.ts";
import { auditEntry } from "../../db/schema/record.ts";

/**
 * What the area's book asks for beside a lead whom the law names: whom the child would rather talk to, and what lead and
 * trusted person share (CWDC-4.6b, BOL-7.P7). Asked where it is recorded and, every quarter of an hour, of the whole area.
 */

type Row = {
  readonly childId: string;
  readonly statuses: readonly (Pick<LegalStatus, "id" | "kind" | "from"> & {
    readonly until: LocalDate | null;
    readonly holder: string | null;
    readonly detail: object;
  })[];
  readonly isConfirmed: boolean;
  readonly trusted: {
    readonly contactId: string;
    /** Null where the child was asked, and there is nobody. */
    readonly name: string | null;
    /** Where they work in the area. */
    readonly practitionerId: string | null;
    readonly since: LocalDate;
    readonly protocolOn: LocalDate | null;
  } | null;
  /** Adults who must not be brought near the child. */
  readonly keptAway: readonly { readonly name: string }[];
  /** Who leads, acts for the lead, or is turned to while nobody leads. */
  readonly lead: { readonly practitionerId: string; readonly name: string; readonly from: LocalDate } | null;
  /** Whether it is kept private where the child is, and from the lead too. */
  readonly isKeptFromLead: boolean;
  readonly owed: { readonly dutyId: string; readonly owedBy: string; readonly dueBy: string | null } | null;
};

const londonDay = (moment: string) => sql.raw(`(${moment} at time zone 'Europe/London')::date::text`);

const standing = (tx: Handle, childIds: readonly string[] | undefined): Promise<readonly Row[]> =>
  rowsOf<Row>(
    tx,
    sql`with standing as (
      select c.child_id as "childId", c.statuses_confirmed_on is not null as "isConfirmed",
        coalesce((select json_agg(json_build_object('id', s.legal_status_id, 'kind', s.kind, 'detail', s.detail, 'holder', s.holder_id,
            'from', lower(s.during)::text, 'until', upper(s.during)::text) order by lower(s.during), s.legal_status_id)
          from legal_status s where s.area_id = c.area_id and s.child_id = c.child_id and s.superseded_at is null), '[]'::json) as statuses,
        (select json_build_object('contactId', cc.contact_id, 'name', coalesce((select p.name from practitioner p
              where p.area_id = cc.area_id and p.practitioner_id = cc.practitioner_id), cc.name), 'practitionerId', cc.practitioner_id,
            'since', ${londonDay("lower(cc.during)")}, 'protocolOn', (select max(k.agreed_on)::text from contact_protocol k
              where k.area_id = cc.area_id and k.contact_id = cc.contact_id))
          from chosen_contact cc where cc.area_id = c.area_id and cc.child_id = c.child_id and cc."as" = 'trusted' and upper_inf(cc.during)) as trusted,
        (select json_build_object('dutyId', d.duty_id, 'owedBy', d.owed_by, 'dueBy', d.due_by) from duty d
          where d.area_id = c.area_id and d.child_id = c.child_id and d.act = ${settlesSharing} and d.done_at is null limit 1) as owed,
        coalesce((select json_agg(json_build_object('name', r.adult)) from restriction r
          where r.area_id = c.area_id and r.child_id = c.child_id and r.adult is not null and upper_inf(r.during)), '[]'::json) as "keptAway",
        leads.who as lead,
        exists (select 1 from restriction r where r.area_id = c.area_id and r.child_id = c.child_id and r.kind = 'whereabouts' and upper_inf(r.during)
          and not exists (select 1 from restriction_reader d where d.area_id = r.area_id and d.restriction_id = r.restriction_id
            and d.practitioner_id::text = leads.who ->> 'practitionerId' and d.during @> app_now())) as "isKeptFromLead"
      from child c
      left join lateral (
        select json_build_object('practitionerId', a.practitioner_id, 'name', p.name, 'from', ${londonDay("lower(a.during)")}) as who
        from child_access a join practitioner p on p.area_id = a.area_id and p.practitioner_id = a.practitioner_id
        where a.area_id = c.area_id and a.child_id = c.child_id and not a.held_back and a.during @> app_now()
          and a.basis in ('lead', 'acting-lead', 'contact-of-record')
        order by array_position(array['lead', 'acting-lead', 'contact-of-record'], a.basis), a.practitioner_id limit 1) leads on true
      where c.area_id = app_area() and c.withdrawn_at is null ${childIds === undefined ? sql`` : sql`and c.child_id = ${anyOf(childIds)}`})
    select * from standing ${childIds === undefined ? sql`where trusted is not null or owed is not null` : sql``}`,
  );

/** Whoever must not be brought near the child is nobody to settle anything with: the child is asked again. */
const isKeptAway = ({ trusted, keptAway }: Row): boolean =>
  trusted !== null && trusted.name !== null && notKeptAway([{ name: trusted.name }], keptAway).length === 0;

const factsOf = (row: Row, { calendar }: AreaInForce): StatusDutiesFacts => ({
  child: {
    id: row.childId,
    statuses:
      row.statuses.length === 0 && !row.isConfirmed
        ? "not-recorded"
        : row.statuses.map(({ until, holder, detail, ...status }) => ({
            ...status,
            ...detail, // what a kind holds besides was checked by its command when it was recorded
            ...(until === null ? {} : { until }),
            ...(holder === null ? {} : { holder }),
          })),
  },
  lead: row.lead === null ? "none" : { id: row.lead.practitionerId, from: row.lead.from },
  deputy: "not-recorded",
  noDeputyReasonOn: "not-recorded",
  trustedPerson:
    row.trusted === null || isKeptAway(row)
      ? "not-recorded"
      : row.trusted.name === null
        ? "none"
        : { id: row.trusted.contactId, since: row.trusted.since, protocolOn: row.trusted.protocolOn ?? "none" },
  openActions: "not-recorded",
  goingOnDecidedOn: "not-recorded",
  calendar,
});

/** Somebody whom the child chose and who leads now has nobody to settle it with. */
const leadsToo = ({ lead, trusted }: Row): boolean =>
  trusted !== null && trusted.practitionerId !== null && trusted.practitionerId === lead?.practitionerId;

const saidOf = (row: Row, area: AreaInForce, asAt: Moment) => {
  const { book } = area.bookOn(dayOf(asAt));
  if (leadsToo(row) || book.silence("lead-professional.status-duties") !== undefined) return undefined;
  return book.duty("lead-professional.status-duties", factsOf(row, area), asAt);
};

export type AskedForChild = {
  readonly lead: Row["lead"];
  /** The child has not been asked whom they would rather talk to, and the book asks for it. */
  readonly asks: { readonly because: string; readonly clause: string } | undefined;
  /** What lead and trusted person share is not settled, and the book asks for it. */
  readonly owed:
    | { readonly because: string; readonly clause: string; readonly dueOn: LocalDate | undefined }
    | undefined;
};

/** What is asked for of one child, and who leads: both named whoever asks. */
export async function askedForChild(
  tx: Handle,
  area: AreaInForce,
  asAt: Moment,
  childId: string,
): Promise<AskedForChild> {
  const [row] = await standing(tx, [childId]);
  const said = row && saidOf(row, area, asAt);
  const asks = said && owedOf(said, asksWhomTheChildTrusts);
  const owed = said && owedOf(said, settlesSharing);
  const inShort = (of: NonNullable<typeof asks>) => ({
    because: of.because,
    clause: `${of.clause.source} ${of.clause.at}`,
  });
  return {
    lead: row?.lead ?? null,
    asks: asks && inShort(asks),
    owed: owed && { ...inShort(owed), dueOn: typeof owed.due === "object" ? owed.due.day : undefined },
  };
}

/**
 * Puts what lead and trusted person have to settle on the lead's desk, once at a time, and takes it off where it is settled,
 * not asked for, or somebody else leads. After its day the clock tells the lead's manager too. Gives how many are new.
 */
export async function oweProtocols(
  tx: Handle,
  area: AreaInForce,
  asAt: Moment,
  childIds?: readonly string[],
): Promise<number> {
  let added = 0;
  for (const row of await standing(tx, childIds)) {
    const said = saidOf(row, area, asAt);
    const owed = said && owedOf(said, settlesSharing);
    const owedBy = owed === undefined || row.isKeptFromLead ? undefined : row.lead?.practitionerId;
    if (row.owed !== null && row.owed.owedBy !== owedBy)
      await tx
        .update(duty)
        .set({ doneAt: asAt.at })
        .where(and(eq(duty.areaId, area.areaId), eq(duty.dutyId, row.owed.dutyId)));
    if (owed === undefined || owedBy === undefined || row.owed?.owedBy === owedBy) continue;
    added += await owe(tx, area.areaId, asAt, {
      childId: row.childId,
      act: settlesSharing,
      rule: owed.rule,
      clause: `${owed.clause.source} ${owed.clause.at}`,
      because: owed.because,
      owedBy,
      ...(typeof owed.due === "object" ? { dueBy: lateFrom(owed.due).at } : {}),
    });
  }
  return added;
}

type NewDuty = Omit<typeof duty.$inferInsert, "areaId" | "dutyId" | "recordedAt">;

async function owe(tx: Handle, areaId: string, { at }: Moment, of: NewDuty): Promise<number> {
  const dutyId = newId();
  const made = await tx
    .insert(duty)
    .values({ ...of, areaId, dutyId, recordedAt: at })
    .onConflictDoNothing()
    .returning({ dutyId: duty.dutyId });
  if (made.length === 0) return 0;
  await tx.insert(auditEntry).values({
    areaId,
    entryId: newId(),
    at,
    act: "people-around.owed",
    outcome: "system",
    childId: of.childId ?? null,
    detail: { duty: dutyId },
  });
  return 1;
}
