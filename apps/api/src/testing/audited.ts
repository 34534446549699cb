import { localDate } from "@linchpin/domain";
import { rulebook } from "@linchpin/domain/rulebooks";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { appRouter } from "../app-router.ts";
import { areasWith } from "../area-in-force.ts";
import { rowsOf } from "../db/asked.ts";
import type { Database } from "../db/database.ts";
import { emergencyAccess } from "../db/schema/access.ts";
import { notice } from "../db/schema/change.ts";
import { namedPerson } from "../db/schema/named-person.ts";
import { owe } from "../outbox.ts";
import { callerOf } from "../trpc.ts";
import { aMonday, type TestPerson } from "./area.ts";
import { samplesOf } from "./hostile.ts";
import { recordsOf } from "./records.ts";
import { undoing } from "./undoing.ts";
import { aWholeWorld, mayAsk, procedures } from "./whole-world.ts";

/** Children whom a response names, by id or by a name that nobody else has. */
type Child = { readonly childId: string; readonly family: string };

/** The whole world with two more children in every list there is, and one whom most may not see. */
export async function aWorldOfChildren(database: Database, edition: string) {
  const world = await aWholeWorld(database, edition);
  const { area, teacher, head, nurse, helen, childId } = world.of;
  const keeper = world.people.find(({ role }) => role === "record-keeper") ?? head;
  const addChild = async (givenName: string, family: string) => {
    const id = await area.addChild({ givenName, familyName: family, bornOn: localDate("2016-02-03") });
    await area.addPlace(id, world.school, { group: "3B" });
    await area.relate(keeper, id, "record-keeper");
    return { childId: id, family };
  };
  const second = await addChild("Sorrel", "Vexley");
  const unseen = await addChild("Juniper", "Quaid");
  await area.relate(teacher, second.childId, "named-person");
  await area.relate(nurse, second.childId, "plan-practitioner");
  await area.relate(head, second.childId, "head");
  await area.write((tx) =>
    tx.insert(namedPerson).values({
      areaId: area.areaId,
      namedPersonId: newId(),
      childId: second.childId,
      practitionerId: teacher.practitionerId,
      stage: "primary",
      settledBy: "by-name",
      during: { from: "2026-08-18T00:00:00.000Z" },
      recordedBy: head.practitionerId,
      recordedAt: aMonday.toISOString(),
    }),
  );
  for (const person of world.people)
    for (const about of [childId, second.childId, unseen.childId]) {
      await area.write((tx) =>
        tx.insert(notice).values({
          areaId: area.areaId,
          noticeId: newId(),
          practitionerId: person.practitionerId,
          childId: about,
          act: "concern.recorded",
          words: "A concern was recorded.",
          at: aMonday.toISOString(),
        }),
      );
    }
  for (const about of [childId, second.childId])
    await recordsOf(database, teacher, aMonday, "concern.record", (records) =>
      owe(records, [
        {
          childId: about,
          act: "concern.answer",
          rule: "a rule",
          clause: "HIG 1",
          because: "Answer the person who raised the concern.",
          owedBy: teacher.practitionerId,
          onAccountOf: helen.practitionerId,
          dueBy: "2026-11-20T00:00:00.000Z",
        },
      ]),
    );
  await area.write((tx) =>
    tx.insert(emergencyAccess).values({
      areaId: area.areaId,
      emergencyAccessId: newId(),
      practitionerId: nurse.practitionerId,
      postId: nurse.postId,
      childId: unseen.childId,
      reason: "missing",
      words: "Not home since noon",
      during: { from: "2026-11-23T08:00:00.000Z", until: "2026-11-23T09:00:00.000Z" },
      reviewBy: "2026-11-26T00:00:00.000Z",
    }),
  );
  await area
    .as(nurse)
    .people.child({ childId: unseen.childId })
    .catch(() => undefined); // a refused look, for the privacy officer's week
  const row =
    "CHILD_FIRST_NAME,CHILD_LAST_NAME,CHILD_DATE_OF_BIRTH\nSorrel,Vexley,03/02/2016\nJuniper,Quaid,04/02/2016\n";
  const previewed = await area.as(keeper).people.rollIn.preview({
    idempotencyKey: newId(),
    establishmentId: world.school,
    fileName: "b.csv",
    content: Buffer.from(row).toString("base64"),
  });
  const rollInId = previewed.outcome === "previewed" ? previewed.rollIn.rollInId : "";
  const { steps } = await area.as(teacher).record.chronology({ childId });
  const known = {
    ...world.known,
    decisionId: steps.flatMap((step) => step.decisionId ?? []),
    childId: [childId, second.childId, unseen.childId],
    rollInId: [rollInId, ...(world.known.rollInId ?? [])],
    text: ["Ashdown", "Vexley"],
    search: [""],
  };
  return { world, known, children: [{ childId, family: "Ashdown" }, second, unseen, world.kept] satisfies Child[] };
}

/** The children that something says, wherever in it. */
const saidIn = (response: unknown, children: readonly Child[]): readonly string[] => {
  const text = JSON.stringify(response) ?? "";
  return children.flatMap(({ childId, family }) => (text.includes(childId) || text.includes(family) ? [childId] : []));
};

type Counted = { readonly shown: number; readonly answered: ReadonlySet<string>; readonly missing: readonly string[] };

/** Asks every procedure as everybody who may, with as many choices of its input, and compares what left with the audit. */
export async function comparedWithAudit(
  database: Database,
  { world, known, children }: Awaited<ReturnType<typeof aWorldOfChildren>>,
  choices: number,
): Promise<Counted> {
  let shown = 0;
  const answered = new Set<string>();
  const missing = new Set<string>();
  const { areaId } = world.of.area;
  for (const [path, { _def }] of procedures) {
    const [schema] = _def.inputs ?? [];
    const samples = schema === undefined ? [undefined] : samplesOf(schema, known).slice(0, choices);
    const inputs = samples.flatMap((sample) => forEachChild(sample, children));
    for (const who of world.people.filter((person) => mayAsk(_def.meta?.act, person)))
      for (const input of inputs) {
        const requestId = newId();
        const audited = new Set<string>();
        const keepAudited = undoing(database, async (tx) => {
          await tx.execute(sql`select set_config('app.as', 'system', true)`);
          for (const { childId } of await rowsOf<{ childId: string }>(
            tx,
            sql`select distinct child_id as "childId" from audit_entry
              where area_id = ${areaId} and request_id = ${requestId} and outcome in ('read', 'changed') and child_id is not null`,
          ))
            audited.add(childId);
        });
        const response = await answerTo(path, who, input, keepAudited, requestId);
        if (response === undefined) continue;
        answered.add(path);
        for (const childId of saidIn(response, children)) {
          shown += 1;
          const family = children.find((one) => one.childId === childId)?.family;
          if (!audited.has(childId)) missing.add(`${path} as ${who.role}: ${family}`);
        }
      }
  }
  return { shown, answered, missing: [...missing] };
}

/** The same input about each of the children, where it is about one. */
const forEachChild = (sample: unknown, children: readonly Child[]): readonly unknown[] =>
  typeof sample === "object" && sample !== null && "childId" in sample
    ? children.map(({ childId }) => ({ ...sample, childId }))
    : [sample];

/** What somebody is answered; undefined where they are refused. */
async function answerTo(path: string, who: TestPerson, input: unknown, on: Database, requestId: string) {
  const caller = callerOf(appRouter)({
    database: on,
    areaOf: areasWith(rulebook),
    clock: () => aMonday,
    requestId,
    who,
    session: undefined,
  });
  const call = path.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], caller);
  return (call as (input: unknown) => Promise<unknown>)(input).catch(() => undefined);
}

/** The figures in one line. */
export const saidOf = (edition: string, { shown, answered, missing }: Counted): string =>
  `${edition}: children shown ${shown}, by ${answered.size} of ${procedures.length} procedures; without an entry ${missing.length}`;

/** The queries that answered nobody: what was not asked is not shown to be audited. */
export const silentQueries = ({ answered }: Counted): readonly string[] =>
  procedures.flatMap(([path, { _def }]) => (_def.type === "query" && !answered.has(path) ? [path] : []));
