import { type LevelOfNeed, type LocalDate, localDate } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { appRouter } from "../app-router.ts";
import { areaInForce } from "../area-in-force.ts";
import type { Database, Handle } from "../db/database.ts";
import { adoption } from "../db/schema/area.ts";
import { contactOfRecord, lead } from "../db/schema/lead-professional.ts";
import { plan, planMember, planPractitioner } from "../db/schema/plan.ts";
import { post } from "../db/schema/practitioner.ts";
import { callerOf } from "../trpc.ts";
import { aMonday, type Caller, type TestArea, type TestPerson } from "./area.ts";

type PlanGiven = {
  readonly lead?: TestPerson;
  /** Since when the lead has led. */
  readonly leadSince?: string;
  readonly practitioners?: readonly TestPerson[];
  readonly children?: readonly string[];
  readonly level?: LevelOfNeed;
  readonly months?: number;
  readonly kind?: typeof plan.$inferInsert.kind;
  readonly state?: "open" | "closed";
};

/** A plan of help with its people, written as our jobs would: an open one of several agencies with somebody to turn to. */
export async function aPlanOf(area: TestArea, openedBy: TestPerson, given: PlanGiven = {}): Promise<string> {
  const planId = newId();
  const at = aMonday.toISOString();
  const { areaId } = area;
  const practitioners = given.practitioners ?? (given.lead ? [given.lead] : []);
  await area.write(async (tx) => {
    const [adopted] = await tx
      .select({ adoptionId: adoption.adoptionId })
      .from(adoption)
      .where(eq(adoption.areaId, areaId));
    await tx.insert(plan).values({
      areaId,
      planId,
      kind: given.kind ?? "action-plan",
      reach: "multi-agency",
      state: given.state ?? "open",
      levelOfNeed: given.level ?? null,
      expectedMonths: given.months ?? null,
      members: Math.max(1, given.children?.length ?? 1),
      adoptionId: adopted?.adoptionId ?? "",
      openedBy: openedBy.practitionerId,
      openedAt: at,
    });
    await tx.insert(contactOfRecord).values({
      areaId,
      contactId: newId(),
      planId,
      practitionerId: (given.lead ?? openedBy).practitionerId,
      as: given.lead ? "lead" : "opened-by",
      during: { from: at },
      recordedAt: at,
    });
    for (const childId of given.children ?? [])
      await tx.insert(planMember).values({ areaId, planId, childId, addedAt: at });
    for (const { practitionerId, agencyId } of practitioners)
      await tx.insert(planPractitioner).values({
        areaId,
        planPractitionerId: newId(),
        planId,
        practitionerId,
        agencyId,
        posts: [],
        involvement: "involved",
        during: { from: at },
        recordedBy: openedBy.practitionerId,
        recordedAt: at,
      });
    if (given.lead)
      await tx.insert(lead).values({
        areaId,
        leadId: newId(),
        planId,
        practitionerId: given.lead.practitionerId,
        basis: "by-agreement",
        during: { from: given.leadSince ?? at },
        recordedBy: openedBy.practitionerId,
        recordedAt: at,
      });
  });
  return planId;
}

/** One more post of somebody, or another share of a week for the one they have. */
export const aPostOf = async (
  area: TestArea,
  person: TestPerson,
  given: {
    readonly agencyId: string;
    readonly title: string;
    readonly lineManagerId?: string;
    readonly teamId?: string;
    readonly hours?: number;
    readonly agreedCapacity?: number;
    readonly from?: LocalDate;
  },
): Promise<string> => {
  const postId = newId();
  await area.write((tx) =>
    tx.insert(post).values({
      areaId: area.areaId,
      postId,
      practitionerId: person.practitionerId,
      agencyId: given.agencyId,
      teamId: given.teamId ?? null,
      title: given.title,
      role: "practitioner",
      lineManagerId: given.lineManagerId ?? null,
      hours: given.hours ?? 50,
      agreedCapacity: given.agreedCapacity ?? null,
      during: { from: given.from ?? localDate("2020-01-06") },
    }),
  );
  return postId;
};

/** How many audit entries there are of an act, by outcome. */
export const auditOf = async (area: TestArea, act: string, outcome: string): Promise<number> => {
  const { rows } = (await area.write((tx) =>
    tx.execute(
      sql`select count(*)::int as entries from audit_entry where area_id = ${area.areaId} and act = ${act} and outcome = ${outcome}`,
    ),
  )) as unknown as { rows: readonly { readonly entries: number }[] }; // both drivers answer so
  return rows[0]?.entries ?? 0;
};

/** What people were told of an act, by the notices that wait to leave. */
export const toldOf = async (area: TestArea, act: string): Promise<readonly { to: string; words: string }[]> => {
  const { rows } = (await area.write((tx) =>
    tx.execute(
      sql`select payload ->> 'practitionerId' as to, payload ->> 'words' as words from outbox
        where area_id = ${area.areaId} and kind = 'notice' and payload ->> 'act' = ${act} order by outbox_id`,
    ),
  )) as unknown as { rows: readonly { to: string; words: string }[] }; // both drivers answer so
  return rows;
};

export const hoursOf = (area: TestArea, person: TestPerson, hours: number) =>
  area.write((tx) =>
    tx
      .update(post)
      .set({ hours })
      .where(and(eq(post.areaId, area.areaId), eq(post.postId, person.postId))),
  );

const callerFor = callerOf(appRouter);

/** How many statements a call of somebody's built, beside those that open and close its transaction. */
export async function statementsIn(
  database: Database,
  who: TestPerson,
  call: (caller: Caller) => Promise<unknown>,
): Promise<number> {
  let statements = 0;
  const counted = (tx: Handle): Handle =>
    new Proxy(tx, {
      get: (target, name) => {
        if (["select", "selectDistinct", "selectDistinctOn", "execute", "insert", "update"].includes(String(name)))
          statements += 1;
        const found: unknown = Reflect.get(target, name);
        return typeof found === "function" ? found.bind(target) : found;
      },
    });
  const counting: Database = {
    ...database,
    inArea: (asking, work) => database.inArea(asking, (tx) => work(counted(tx))),
  };
  const clock = () => aMonday;
  await call(
    callerFor({ database: counting, areaOf: areaInForce, clock, requestId: newId(), who, session: undefined }),
  );
  return statements;
}
