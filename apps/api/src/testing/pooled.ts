import { sql } from "drizzle-orm";
import { rowsOf } from "../db/asked.ts";
import type { Asking, Database, Handle } from "../db/database.ts";
import { aMonday, aTestArea, type TestPerson } from "./area.ts";
import { call, codeOfThrown } from "./call.ts";
import { testDatabase } from "./database.ts";

/** Somebody, and the one child they may see. */
type Someone = { readonly who: TestPerson; readonly childId: string; readonly family: string };
type Turn = { readonly database: Database; readonly me: Someone; readonly other: Someone; readonly turn: number };

const peopleOfEach = 6;

/** Two areas, and in each people of whom everybody may see one child and nobody the same. */
async function everybody(database: Database): Promise<readonly Someone[]> {
  const all: Someone[] = [];
  for (const areaNumber of [1, 2]) {
    const area = await aTestArea(database);
    const agencyId = await area.addAgency("education");
    for (let person = 1; person <= peopleOfEach; person += 1) {
      const family = `Quill${areaNumber}x${person}`;
      const childId = await area.addChild({ familyName: family });
      const who = await area.addPractitioner({ name: `Person ${areaNumber} ${person}`, agencyId });
      await area.relate(who, childId, "named-person");
      all.push({ who, childId, family });
    }
  }
  return all;
}

const askingOf = ({ who: { areaId, practitionerId } }: Someone): Asking => ({
  areaId,
  practitionerId,
  now: aMonday.toISOString(),
  as: "person",
});

type Settings = { readonly area: string; readonly person: string; readonly role: string };
const settings = async (tx: Handle): Promise<Settings | undefined> =>
  (
    await rowsOf<Settings>(
      tx,
      sql`select coalesce(current_setting('app.area', true), '') as area, coalesce(current_setting('app.person', true), '') as person,
        current_user::text as role`,
    )
  )[0];

/** Everything that names somebody else's child in what was answered. */
const namesOthers = (said: unknown, { family }: Someone): boolean =>
  [...(JSON.stringify(said) ?? "").matchAll(/Quill\dx\d/g)].some(([name]) => name !== family);

const said = (of: Promise<unknown>) =>
  of.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ code: codeOfThrown(error) }),
  );

/** The kinds of request, the last of which ends a connection; each gives what went wrong with it; undefined when nothing did. */
const requests: readonly ((of: Turn) => Promise<string | undefined>)[] = [
  async ({ database, me }) => {
    const seen = await database.inArea(askingOf(me), async (tx) => {
      const before = await settings(tx);
      const children = await rowsOf<{ family: string }>(
        tx,
        sql`select family_name as family from child, pg_sleep(0.002)`,
      );
      return { before, children, after: await settings(tx) };
    });
    for (const at of [seen.before, seen.after])
      if (at?.area !== me.who.areaId || at.person !== me.who.practitionerId || at.role !== "linchpin_app")
        return `settings of somebody else: ${JSON.stringify(at)}`;
    return seen.children.length === 1 && seen.children[0]?.family === me.family ? undefined : "rows of somebody else";
  },
  async ({ database, me }) => {
    const { answer } = {
      answer: undefined,
      ...(await said(call(database, me.who, "people.child", { childId: me.childId }))),
    };
    if (!JSON.stringify(answer)?.includes(me.family)) return "not shown their own child";
    return namesOthers(answer, me) ? "shown another's child" : undefined;
  },
  async ({ database, me, other }) => {
    const found = await said(call(database, me.who, "people.child", { childId: other.childId }));
    return "code" in found && found.code === "NOT_FOUND" ? undefined : `another's child: ${JSON.stringify(found)}`;
  },
  async ({ database, me }) => {
    const found = await said(call(database, me.who, "people.search", { text: "Quill" }));
    return namesOthers(found, me) ? "found another's child" : undefined;
  },
  async ({ database, me }) => {
    const own = { key: "a-draft", body: { words: me.family } };
    await said(call(database, me.who, "access.keepDraft", own));
    const kept = await said(call(database, me.who, "access.draft", { key: "a-draft" }));
    return namesOthers(kept, me) ? "shown another's draft" : undefined;
  },
  async ({ database, me }) => {
    const failed = await said(database.inArea(askingOf(me), (tx) => tx.execute(sql`select 1 / 0`)));
    return "answer" in failed ? "a fault went by" : undefined;
  },
  async ({ database }) => {
    const at = await settings(database.outside);
    return at?.area === "" && at.person === "" ? undefined : `left behind: ${JSON.stringify(at)}`;
  },
  async ({ database, me, turn }) => {
    if (turn % 240 > 24) return undefined; // now and then: a new connection takes a while
    await said(database.inArea(askingOf(me), (tx) => tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`)));
    return undefined;
  },
];

export type Pooled = { readonly requests: number; readonly leaked: readonly string[]; readonly connections: number };

type Wanted = {
  readonly many: number;
  /** True to leave a setting on every connection beforehand, and to end none: what is looked for here would then be found. */
  readonly leavesBehind?: boolean;
};

/** Requests of different people on fewer connections than there are requests at once, one kind after the other. */
export async function onPooledConnections({ many, leavesBehind = false }: Wanted): Promise<Pooled> {
  const connections = 3;
  const inFlight = 24;
  const database = await testDatabase({ connections });
  const people = await everybody(database);
  const spoil = () => database.outside.execute(sql`select set_config('app.person', 'somebody', false), pg_sleep(0.3)`);
  if (leavesBehind) await Promise.all(Array.from({ length: connections }, spoil));
  const leaked: string[] = [];
  let next = 0;
  const send = async () => {
    for (let turn = next++; turn < many; turn = next++) {
      const me = people[turn % people.length] as Someone; // there are some
      const other = people[(turn * 5 + 1 + Math.floor(turn / people.length)) % people.length] as Someone;
      const request = requests[Math.floor(turn / 3) % (leavesBehind ? requests.length - 1 : requests.length)];
      const wrong = await request?.({
        database,
        me,
        other: other === me ? (people[(turn + 1) % people.length] as Someone) : other,
        turn,
      });
      if (wrong !== undefined) leaked.push(`${turn}: ${wrong}`);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, send));
  await database.close();
  return { requests: many, leaked, connections };
}

/** The figures in one line. */
export const saidOf = ({ requests: many, leaked, connections }: Pooled): string =>
  `pooled connections: ${many} requests of ${peopleOfEach * 2} people in two areas on ${connections} connections, context leaked ${leaked.length}`;
