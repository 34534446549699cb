import { type AdvocacyEntry, type AdvocacyStep, DomainError, type LocalDate } from "@linchpin/domain";
import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { duty } from "../../db/schema/change.ts";
import { planMember } from "../../db/schema/plan.ts";
import { planWord } from "../../db/schema/sent-copy.ts";
import { planView, planViewAnswer } from "../../db/schema/who-does-what.ts";
import type { Records } from "../../records.ts";
import { openDisagreement } from "../dispute/reads.ts";

export type OfChildsPlan = { readonly planId: string; readonly childId: string };
type Row = typeof planWord.$inferSelect;

/** The last word on one thing, by child or family. */
export type PlanWord = Pick<Row, "whose" | "words" | "form" | "name" | "actionId"> & {
  readonly about: Exclude<Row["about"], "advocacy">;
  readonly answer: Exclude<Row["answer"], AdvocacyStep>;
  readonly on: LocalDate;
  readonly by: string;
};

/** One step of advocacy for child or family. */
export type AdvocacyRow = AdvocacyEntry & Pick<Row, "whose" | "words"> & { readonly by: string };

export type WordedAction = { readonly actionId: string; readonly what: string; readonly owner: string | null };
/** What child or family think of the plan, in their words, with the last answer to it. */
export type PlanViewRow = {
  readonly viewId: string;
  readonly whose: PlanWord["whose"];
  readonly words: string;
  readonly how: string;
  readonly name: string | null;
  readonly on: LocalDate;
  readonly by: string;
  readonly byId: string;
  readonly answer: { readonly words: string; readonly on: LocalDate; readonly by: string } | null;
};
export type PlanWords = {
  readonly words: readonly PlanWord[];
  readonly actions: readonly WordedAction[];
  readonly views: readonly PlanViewRow[];
  /** The first recorded first. */
  readonly advocacy: readonly AdvocacyRow[];
};

/** The last word of child and family on each thing, and the actions of the plan that are still open, in their order. */
export async function planWordsOf({ tx, who }: Records, { planId, childId }: OfChildsPlan): Promise<PlanWords> {
  const [found] = await rowsOf<PlanWords>(
    tx,
    sql`select coalesce((select json_agg(json_build_object('whose', w.whose, 'about', w.about, 'answer', w.answer, 'words', w.words, 'form', w.form,
          'name', w.name, 'actionId', w.action_id, 'on', w.said_on, 'by', coalesce(p.name, 'Somebody who has left')) order by w.recorded_at, w.word_id)
        from (select distinct on (whose, about, action_id) * from plan_word
          where area_id = ${who.areaId} and plan_id = ${planId} and child_id = ${childId} and about <> 'advocacy'
          order by whose, about, action_id, said_on desc, recorded_at desc, word_id desc) w
        left join practitioner p on p.area_id = w.area_id and p.practitioner_id = w.recorded_by), '[]'::json) as words,
      coalesce((select json_agg(json_build_object('actionId', a.action_id, 'what', a.what,
          'owner', coalesce((select p.name from practitioner p where p.area_id = a.area_id and p.practitioner_id = a.owner_id), a.owner_words))
          order by a.recorded_at, a.action_id)
        from plan_action a where a.area_id = ${who.areaId} and a.plan_id = ${planId} and a.child_id = ${childId}
          and a.state in ('planned', 'running')), '[]'::json) as actions,
      coalesce((select json_agg(json_build_object('viewId', v.view_id, 'whose', v.whose, 'words', v.words, 'how', v.how, 'name', v.name,
          'on', v.said_on, 'byId', v.recorded_by, 'by', coalesce((select p.name from practitioner p where p.area_id = v.area_id and p.practitioner_id = v.recorded_by), 'Somebody who has left'),
          'answer', (select json_build_object('words', r.words, 'on', r.answered_on,
              'by', coalesce((select p.name from practitioner p where p.area_id = r.area_id and p.practitioner_id = r.recorded_by), 'Somebody who has left'))
            from plan_view_answer r where r.area_id = v.area_id and r.view_id = v.view_id order by r.recorded_at desc, r.answer_id desc limit 1))
          order by v.said_on desc, v.recorded_at desc, v.view_id desc)
        from plan_view v where v.area_id = ${who.areaId} and v.plan_id = ${planId} and v.child_id = ${childId}), '[]'::json) as views,
      coalesce((select json_agg(json_build_object('whose', s.whose, 'step', s.answer, 'words', s.words, 'name', s.name, 'on', s.said_on,
          'by', coalesce((select p.name from practitioner p where p.area_id = s.area_id and p.practitioner_id = s.recorded_by), 'Somebody who has left'))
          order by s.recorded_at, s.word_id)
        from plan_word s where s.area_id = ${who.areaId} and s.plan_id = ${planId} and s.child_id = ${childId} and s.about = 'advocacy'), '[]'::json) as advocacy`,
  );
  return found ?? { words: [], actions: [], views: [], advocacy: [] };
}

type NewWord = Omit<typeof planWord.$inferInsert, "areaId" | "wordId" | "recordedBy" | "recordedAt">;

export async function addWords({ tx, who, now, newId }: Records, words: readonly NewWord[]): Promise<void> {
  await tx.insert(planWord).values(
    words.map((word) => ({
      ...word,
      areaId: who.areaId,
      wordId: newId(),
      recordedBy: who.practitionerId,
      recordedAt: now,
    })),
  );
}

type NewView = Omit<typeof planView.$inferInsert, "areaId" | "viewId" | "recordedBy" | "recordedAt">;

export async function addView({ tx, who, now, newId }: Records, view: NewView): Promise<void> {
  await tx
    .insert(planView)
    .values({ ...view, areaId: who.areaId, viewId: newId(), recordedBy: who.practitionerId, recordedAt: now });
}

type NewAnswer = Omit<typeof planViewAnswer.$inferInsert, "areaId" | "answerId" | "recordedBy" | "recordedAt">;

export async function addViewAnswer({ tx, who, now, newId }: Records, answer: NewAnswer): Promise<void> {
  await tx
    .insert(planViewAnswer)
    .values({ ...answer, areaId: who.areaId, answerId: newId(), recordedBy: who.practitionerId, recordedAt: now });
}

/** What is owed of advocacy, one after the other. */
export const advocacyActs: readonly string[] = [
  "plan.consider-advocacy",
  "plan.offer-advocacy",
  "plan.record-answer-on-advocacy",
  "plan.link-advocate",
];

const explaining = ({ who }: Records, { planId, childId }: OfChildsPlan) =>
  and(
    eq(duty.areaId, who.areaId),
    eq(duty.planId, planId),
    eq(duty.childId, childId),
    or(
      sql`${duty.act} like 'plan.explain-plan-%'`,
      sql`${duty.act} like 'plan.complete-explanation-%'`,
      inArray(duty.act, ["plan.answer-view", ...advocacyActs]),
    ),
    isNull(duty.doneAt),
  );

/** What is owed by now of explaining the plan and of answering what was said of it, whoever owes it. */
export const owedForExplaining = (records: Records, of: OfChildsPlan): Promise<readonly { readonly act: string }[]> =>
  areaWide(records.tx, () => records.tx.select({ act: duty.act }).from(duty).where(explaining(records, of)));

export async function closeOwedForExplaining(
  records: Records,
  of: OfChildsPlan,
  acts: readonly string[],
): Promise<void> {
  for (const act of acts)
    await areaWide(records.tx, () =>
      records.tx
        .update(duty)
        .set({ doneAt: records.now })
        .where(and(explaining(records, of), eq(duty.act, act))),
    );
}

/** Whether something about this plan is in dispute: a disagreement is before the managers' group and not decided. As far as the caller sees of it. */
export async function isInDispute({ tx, who }: Records, planId: string): Promise<boolean> {
  const [found] = await rowsOf<{ readonly isOpen: boolean }>(
    tx,
    sql`select ${openDisagreement(sql`${who.areaId}`, sql`${planId}`)} as "isOpen"`,
  );
  return found?.isOpen ?? false;
}

/** Whether it is recorded that the plan was agreed, and until when it may be changed. */
export async function planOfChild(
  { tx, who }: Records,
  { planId, childId }: OfChildsPlan,
): Promise<
  | {
      readonly childName: string;
      readonly kind: string;
      readonly state: "open" | "closed";
      readonly isAgreed: boolean;
      /** Who answers on the plan: its contact, who is the lead or acts for them. */
      readonly answersId: string | null;
    }
  | undefined
> {
  const [found] = await rowsOf<{
    readonly childName: string;
    readonly kind: string;
    readonly state: "open" | "closed";
    readonly isAgreed: boolean;
    readonly answersId: string | null;
  }>(
    tx,
    sql`select trim(c.given_name || ' ' || c.family_name) as "childName", p.kind, p.state,
        exists (select 1 from plan_agreed a where a.area_id = p.area_id and a.plan_id = p.plan_id and a.child_id = c.child_id) as "isAgreed",
        coalesce((select k.practitioner_id from contact_of_record k where k.area_id = p.area_id and k.plan_id = p.plan_id and k.during @> app_now()),
          (select l.practitioner_id from lead l where l.area_id = p.area_id and l.plan_id = p.plan_id and l.during @> app_now())) as "answersId"
      from plan p join plan_member m on m.area_id = p.area_id and m.plan_id = p.plan_id and m.child_id = ${childId}
      join child c on c.area_id = m.area_id and c.child_id = m.child_id and c.withdrawn_at is null
      where p.area_id = ${who.areaId} and p.plan_id = ${planId}`,
  );
  return found;
}

export const closedPlan = () => new DomainError({ kind: "already", because: "This plan is closed." });

/** Holds a child's place on a plan until the transaction ends: what is said of one plan is written down one after the other. */
export async function lockMember({ tx, who }: Records, { planId, childId }: OfChildsPlan): Promise<void> {
  await tx
    .select({ childId: planMember.childId })
    .from(planMember)
    .where(and(eq(planMember.areaId, who.areaId), eq(planMember.planId, planId), eq(planMember.childId, childId)))
    .for("update");
}
