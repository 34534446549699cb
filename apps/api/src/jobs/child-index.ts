import {
  dayOf,
  entryAsSent,
  type LocalDate,
  lateFrom,
  leftNothing,
  type Moment,
  meetsEveryEntry,
  momentAt,
  waitBeforeTry,
} from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { type AreaInForce, areaInForce } from "../area-in-force.ts";
import type { Clock } from "../clock.ts";
import type { Database, Handle } from "../db/database.ts";
import { insertMany } from "../db/many.ts";
import { indexEntry } from "../db/schema/child-index.ts";
import { auditEntry } from "../db/schema/record.ts";
import { type IndexKeys, keyOfArea } from "../index-keys.ts";
import {
  type ChangedLead,
  changedLeads,
  holdIndex,
  keepProblem,
  leadOfEntry,
  nextWaiting,
  putOff,
  settleEntry,
  takeBackWhatIsOver,
  takeInHand,
  type WaitingEntry,
  wantOtherwise,
} from "./child-index-store.ts";
import { type Answer, type IndexAddress, type SendEntry, sendEntry } from "./send-entry.ts";

/**
 * Tells each area's index of children who leads (CWDC-2.20b, decision 38). What the index should show is worked out anew from
 * the records each minute, whatever changed them: a lead that began by itself, a new phone number, a restriction. What is sent
 * is between two transactions, since nobody waits for somebody else's server with rows in hand.
 */

const mostChanges = 2_000;
/** So many entries in one round, and so many in vain one after the other before the index is left alone until the next. */
const mostSent = 500;
const mostInVain = 3;
/** For no longer than this an area's round goes on: the next one takes what is left. */
const longestRound = 60_000;

type Round = {
  /** The keys that entries are signed with, by area, as the service's own file holds them. */
  readonly keys: IndexKeys;
  readonly send?: SendEntry;
  /** Whether the process is about to end: what is in hand is finished, nothing else is begun. */
  readonly isOver?: () => boolean;
};

/** Brings what the index should show of one area up to date, and sends what it does not show yet. Gives how many entries were settled. */
export async function publishLeadsOf(
  database: Pick<Database, "inArea">,
  areaId: string,
  clock: Clock,
  { keys, send = sendEntry, isOver = () => false }: Round,
): Promise<number> {
  const asJob = <T>(now: Date, work: (tx: Handle) => Promise<T>) =>
    database.inArea({ areaId, now: now.toISOString(), as: "system" }, work);
  const begun = clock();
  const index = await asJob(begun, (tx) => keepUp(tx, areaId, momentAt(begun), keys));
  if (index === undefined) return 0;
  const until = performance.now() + longestRound;
  let settled = 0;
  for (let sent = 0, inVain = 0; sent < mostSent && inVain < mostInVain; sent += 1) {
    if (performance.now() >= until || isOver()) break;
    const now = clock();
    const taken = await asJob(now, (tx) => take(tx, { areaId, at: now.toISOString() }));
    if (taken === undefined) break;
    if (taken.body === undefined) continue;
    const answer = await send(index, taken.body, now);
    await asJob(clock(), async (tx) => {
      if (answer === "kept") await settleEntry(tx, taken.entry);
      else await keepProblem(tx, taken.entry, answer);
      await keepInAudit(tx, { areaId, at: clock().toISOString(), entry: taken.entry, answer });
    });
    settled += answer === "kept" ? 1 : 0;
    inVain = answer !== "kept" && meetsEveryEntry(answer) ? inVain + 1 : 0;
  }
  return settled;
}

/** Brings what should be shown up to date. Gives where the index is; nothing where the area tells none. */
async function keepUp(tx: Handle, areaId: string, asAt: Moment, keys: IndexKeys): Promise<IndexAddress | undefined> {
  const index = await holdIndex(tx, areaId);
  if (index === undefined) return undefined;
  const area = await areaInForce(tx, areaId);
  const changed = await changedLeads(tx, mostChanges);
  const anew: (typeof indexEntry.$inferInsert)[] = [];
  for (const one of changed) {
    const due = dueFor(area, changedOn(one, asAt), asAt);
    if (one.entryId !== null) await wantOtherwise(tx, { ...one, entryId: one.entryId }, { at: asAt.at, ...due });
    else {
      const { childId, reference, leadId, wanted } = one;
      anew.push({
        ...{ areaId, entryId: newId(), childId, reference, leadId, wanted, ...due },
        ...{ changedAt: asAt.at, nextTryAt: asAt.at },
      });
    }
  }
  await insertMany(tx, indexEntry, anew);
  await takeBackWhatIsOver(tx, { at: asAt.at, ...dueFor(area, dayOf(asAt), asAt) });
  return { url: index.url, key: keyOfArea(keys, area.name), isDemonstration: area.isDemonstration };
}

/** Somebody else leads since a day; of the same lead another name, agency or number is noticed today. */
const changedOn = ({ leadId, leadBefore, since }: ChangedLead, asAt: Moment): LocalDate =>
  leadId === leadBefore ? dayOf(asAt) : since;

/** Until when the area's rulebook wants it shown. Where no clause speaks of an index, no clock runs. */
function dueFor(area: AreaInForce, on: LocalDate, asAt: Moment) {
  const { book } = area.bookOn(dayOf(asAt));
  const none = { dueBy: null, clause: null };
  if (book.silence("record.duties") !== undefined) return none;
  const { owed } = book.duty(
    "record.duties",
    { child: { id: area.areaId }, lead: "not-recorded", problems: [], leadChange: { on, indexedOn: "none" } },
    asAt,
  );
  const found = owed.find(({ act }) => act === "record.publish-lead");
  if (found === undefined || typeof found.due !== "object") return none;
  return { dueBy: lateFrom(found.due).at, clause: `${found.clause.source} ${found.clause.at}` };
}

/**
 * The next entry, with what is sent of it: nothing where it reads otherwise since a moment ago. That it is about to leave is in
 * the audit before it does.
 */
async function take(
  tx: Handle,
  by: Pick<Tried, "areaId" | "at">,
): Promise<{ entry: WaitingEntry; body: string | undefined } | undefined> {
  const entry = await nextWaiting(tx);
  if (entry === undefined) return undefined;
  const wait = waitBeforeTry(entry.tries);
  const lead = entry.wanted === null ? undefined : await leadOfEntry(tx, entry);
  if (entry.wanted !== null && lead === undefined) {
    await putOff(tx, entry, wait);
    return { entry, body: undefined };
  }
  await takeInHand(tx, entry, wait);
  await keepInAudit(tx, { ...by, entry, answer: "asked" });
  return { entry, body: entryAsSent(entry.reference, lead) };
}

type Tried = {
  readonly areaId: string;
  readonly at: string;
  readonly entry: WaitingEntry;
  /** What the index answered; "asked" before anything is sent. */
  readonly answer: Answer | "asked";
};

/**
 * Each try is in the audit of the child, with whom the index was told of, and by an act of its own where nothing left us; of a
 * sealed record nothing says whose it was.
 */
async function keepInAudit(tx: Handle, { areaId, at, entry, answer }: Tried): Promise<void> {
  const { entryId, childId, leadId, tries } = entry;
  const which = childId === null ? {} : { entry: entryId, ...(leadId === null ? {} : { lead: leadId }) };
  const problem = answer === "kept" || answer === "asked" ? {} : { problem: answer };
  await tx.insert(auditEntry).values({
    ...{ areaId, entryId: newId(), at, childId, outcome: "system" as const },
    act: actOf(entry, answer),
    detail: { ...which, tries, ...problem },
  });
}

function actOf({ wanted }: WaitingEntry, answer: Tried["answer"]): string {
  if (answer === "asked") return "child-index.sending";
  if (answer === "kept") return wanted === null ? "child-index.taken-back" : "child-index.published";
  return leftNothing(answer) ? "child-index.not-sent" : "child-index.failed";
}
