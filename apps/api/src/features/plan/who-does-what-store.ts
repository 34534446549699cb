import type { AgencyKind, Doing, LocalDate, PartInPlan, SaidOnList, WordOnList } from "@linchpin/domain";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { insertMany } from "../../db/many.ts";
import { duty } from "../../db/schema/change.ts";
import { whoDoesWhat, whoDoesWhatAction, whoDoesWhatLine, whoDoesWhatSaid } from "../../db/schema/who-does-what.ts";
import type { Records } from "../../records.ts";
import { whereaboutsAreKept } from "../restriction/reads.ts";

export type OfChildsPlan = { readonly planId: string; readonly childId: string };

export type SaidRow = SaidOnList & {
  readonly words: string | null;
  readonly how: string | null;
  readonly name: string | null;
  readonly by: string;
};

/** One person's line, as it was issued, with what was said of it since. */
export type LineRow = PartInPlan & {
  readonly lineId: string;
  readonly name: string;
  readonly agencyName: string | null;
  readonly agencyKind: AgencyKind | null;
  readonly role: string | null;
  readonly attends: boolean;
  /** Whether they can sign in and say it themselves. */
  readonly hasAccount: boolean;
  readonly said: readonly SaidRow[];
};

export type IssuedList = {
  readonly listId: string;
  readonly planId: string;
  readonly childId: string;
  readonly issuedOn: LocalDate;
  readonly issuedBy: string;
  readonly childIsNotAskedBecause: string | null;
  readonly lines: readonly LineRow[];
};

/** The lists that count now, of those of a plan's children whom the reader may see: in one statement. */
export const listsOfPlan = ({ tx, who }: Records, planId: string): Promise<readonly IssuedList[]> =>
  rowsOf<IssuedList>(
    tx,
    sql`select w.list_id as "listId", w.plan_id as "planId", w.child_id as "childId", w.issued_on::text as "issuedOn",
        coalesce(b.name, 'Somebody who has left') as "issuedBy", w.child_is_not_asked_because as "childIsNotAskedBecause",
        coalesce((select json_agg(json_build_object('lineId', l.line_id, 'as', l."as", 'practitionerId', l.practitioner_id, 'name', l.name,
            'agencyName', l.agency_name, 'agencyKind', l.agency_kind, 'role', l.role, 'part', l.part, 'attends', l.attends,
            'hasAccount', exists (select 1 from practitioner p where p.area_id = l.area_id and p.practitioner_id = l.practitioner_id and p.subject is not null),
            'does', coalesce((select json_agg(json_build_object('actionId', d.action_id, 'what', d.what, 'outcome', d.outcome,
                'startsOn', d.starts_on, 'dueOn', d.due_on) order by d.due_on nulls last, d.action_id)
              from who_does_what_action d where d.area_id = l.area_id and d.list_id = l.list_id and d.line_id = l.line_id), '[]'::json),
            'said', coalesce((select json_agg(json_build_object('says', s.says, 'words', s.words, 'on', s.said_on, 'how', s.how, 'name', s.name,
                'by', coalesce(p.name, 'Somebody who has left')) order by s.recorded_at, s.said_id)
              from who_does_what_said s left join practitioner p on p.area_id = s.area_id and p.practitioner_id = s.recorded_by
              where s.area_id = l.area_id and s.line_id = l.line_id), '[]'::json)) order by l.place)
          from who_does_what_line l where l.area_id = w.area_id and l.list_id = w.list_id), '[]'::json) as lines
      from who_does_what w left join practitioner b on b.area_id = w.area_id and b.practitioner_id = w.issued_by
      where w.area_id = ${who.areaId} and w.plan_id = ${planId}
        and not exists (select 1 from who_does_what later where later.area_id = w.area_id and later.after_list_id = w.list_id)
      order by w.child_id`,
  );

/** Whether it is kept private where the child is: a paper that says who helps may tell it. */
export const isWhereKept = async (records: Records, childId: string): Promise<boolean> =>
  (await whereaboutsAreKept(records, childId)) !== undefined;

export type NewLine = PartInPlan & Pick<LineRow, "lineId" | "name" | "agencyName" | "agencyKind" | "role" | "attends">;

export async function addList(
  { tx, who, now, today }: Records,
  of: OfChildsPlan & { readonly listId: string; readonly afterListId: string | null; readonly notAsked: string | null },
  lines: readonly NewLine[],
): Promise<void> {
  const { listId, planId, childId } = of;
  const common = { areaId: who.areaId, listId, planId, childId };
  await tx.insert(whoDoesWhat).values({
    ...common,
    afterListId: of.afterListId,
    issuedOn: today,
    issuedBy: who.practitionerId,
    issuedAt: now,
    childIsNotAskedBecause: of.notAsked,
  });
  await insertMany(
    tx,
    whoDoesWhatLine,
    lines.map(({ does: _does, ...line }, place) => ({ ...common, ...line, place })),
  );
  await insertMany(
    tx,
    whoDoesWhatAction,
    lines.flatMap(({ lineId, does }) => does.map((one) => ({ ...common, lineId, ...one }))),
  );
}

export async function addSaid(
  { tx, who, now, newId }: Records,
  of: OfChildsPlan & {
    readonly lineId: string;
    readonly says: WordOnList | "answer";
    readonly words: string | null;
    readonly saidOn: LocalDate;
    readonly how?: string | null;
    readonly name?: string | null;
  },
): Promise<void> {
  await tx.insert(whoDoesWhatSaid).values({
    ...of,
    areaId: who.areaId,
    saidId: newId(),
    how: of.how ?? null,
    name: of.name ?? null,
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}

/** Whose line it is and of which plan, where row security shows the caller; undefined for any other. */
export async function lineOf({ tx, who }: Records, lineId: string) {
  const [found] = await rowsOf<OfChildsPlan & { readonly practitionerId: string | null }>(
    tx,
    sql`select distinct plan_id as "planId", child_id as "childId", practitioner_id as "practitionerId"
      from who_does_what_line where area_id = ${who.areaId} and line_id = ${lineId}`,
  );
  return found;
}

export type OwnLineRow = OfChildsPlan & {
  readonly listId: string;
  readonly lineId: string;
  readonly issuedOn: LocalDate;
  readonly issuedBy: string;
  readonly role: string | null;
  readonly givenName: string;
  /** The whole name where the plan was released to them, else its first letter. */
  readonly familyName: string;
  readonly does: readonly Omit<Doing, "actionId">[];
  readonly said: readonly (SaidOnList & { readonly words: string | null; readonly by: string })[];
};

/** The caller's own lines, through the one door that shows them to a light account. */
export const ownLines = ({ tx, who }: Records): Promise<readonly OwnLineRow[]> =>
  rowsOf<OwnLineRow>(
    tx,
    sql`select l.list_id as "listId", l.line_id as "lineId", l.child_id as "childId", l.plan_id as "planId", l.issued_on::text as "issuedOn",
        coalesce(b.name, 'Somebody who has left') as "issuedBy", l.role, l.given_name as "givenName", l.family_name as "familyName", l.does,
        coalesce((select jsonb_agg(s.one || jsonb_build_object('by', coalesce(p.name, 'Somebody who has left')) order by s.place)
          from jsonb_array_elements(l.said) with ordinality as s(one, place)
          left join practitioner p on p.area_id = ${who.areaId} and p.practitioner_id = (s.one ->> 'recordedBy')::uuid), '[]'::jsonb) as said
      from my_own_lines() l left join practitioner b on b.area_id = ${who.areaId} and b.practitioner_id = l.issued_by
      order by l.issued_on desc, l.line_id`,
  );

/** What is owed by now because of the list: a question to answer, a list to issue again. */
export const listDuties = { answer: "plan.answer-on-list", again: "plan.issue-list-again" } as const;

const ofList = ({ who }: Records, { planId, childId }: OfChildsPlan) =>
  and(
    eq(duty.areaId, who.areaId),
    eq(duty.planId, planId),
    eq(duty.childId, childId),
    inArray(duty.act, Object.values(listDuties)),
    isNull(duty.doneAt),
  );

export const owedForList = (records: Records, of: OfChildsPlan): Promise<readonly { readonly act: string }[]> =>
  records.tx.select({ act: duty.act }).from(duty).where(ofList(records, of));

export async function closeOwedForList(records: Records, of: OfChildsPlan, acts: readonly string[]): Promise<void> {
  if (acts.length === 0) return;
  await records.tx
    .update(duty)
    .set({ doneAt: records.now })
    .where(and(ofList(records, of), inArray(duty.act, [...acts])));
}
