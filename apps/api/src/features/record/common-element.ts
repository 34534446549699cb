import {
  agencyKinds,
  CorrectKeyEvent,
  CorrectMilestone,
  curriculumLevels,
  DomainError,
  deniedBecause,
  type EnteredPart,
  type GateDecision,
  IdSchema,
  isOfFormerShape,
  isSameEntry,
  keyEventKinds,
  type LocalDate,
  milestoneAreas,
  milestoneSources,
  monthsInWords,
  progressByArea,
  RecordKeyEvent,
  RecordMilestone,
  type Relation,
  TakeBackEntry,
  whenItWas,
} from "@linchpin/domain";
import { z } from "zod";
import { ownAgency } from "../../own-agency.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import {
  addEntry,
  agenciesOfNamedPerson,
  bornOn,
  type EntryRow,
  entriesOf,
  entryOf,
  type NewEntry,
  whereaboutsAreKept,
} from "./common-element-store.ts";
import { CommonElementView, EntryDone, type EntryView } from "./common-element-views.ts";
import { lockChildren } from "./everyday-store.ts";
import { sharedBy } from "./stages.ts";
import { agenciesAndStages, shapedSince } from "./stages-store.ts";

/**
 * What goes with a child from one service to the next: key events and milestones, written by health and education, each in
 * the file of the agency that wrote it and read by the next named person as from there (HIG-185, HIG-186).
 */

const OfChild = z.object({ childId: IdSchema });
const otherService = "Health and education write down what goes with the child from one service to the next.";

const kept = (owner: string): string => `It is kept private where this child is. ${owner} answers for that.`;

const get = practitionerProcedure("common-element.read")
  .input(OfChild)
  .output(CommonElementView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const since = (await shapedSince(records)) ?? "none";
      const silence = records.book().book.silence("record.common-entry");
      const whereabouts = await whereaboutsAreKept(records, childId);
      const isHidden = whereabouts?.mayKnow === false;
      const agencies = await agenciesAndStages(records);
      const { agencyId, kind } = await ownAgency(records);
      const rows = isHidden ? [] : await entriesOf(records, childId);
      const mayWrite = mayRecord(records, held, kind);
      const views = linesOf(rows).map((line) => entryView(line, { since, agencyId, mayWrite: mayWrite === undefined }));
      const why = isHidden ? kept(whereabouts.owner.name) : mayWrite;
      const part = (of: EnteredPart) => ({
        entries: views.filter((view) => view.part === of && view.takenBack === undefined).map(shown),
        takenBack: views.flatMap((view) =>
          view.part === of && view.takenBack !== undefined ? [{ ...shown(view), because: view.takenBack }] : [],
        ),
        shared: agencies.map((one) => sharedBy(records, of, one)),
      });
      const keyEvents = part("key-events");
      const milestones = part("milestones");
      return {
        childId,
        ...(silence === undefined ? {} : { silence }),
        ...(isHidden ? { keptPrivateBy: whereabouts.owner.name } : {}),
        shapedSince: since === "none" ? null : since,
        demographics: {
          isOpen: await demographicsAreOpen(records, childId, agencyId),
          shared: agencies.map((one) => sharedBy(records, "demographics", one)),
        },
        keyEvents,
        milestones,
        progress: progressOf(milestones.entries),
        record: why === undefined ? { may: true } : { may: false, why },
      };
    }),
  );

/** Demographics are core information, held by the named person's agency: its own people read it, and others once it is shared. */
async function demographicsAreOpen(records: Records, childId: string, agencyId: string): Promise<boolean> {
  const holders = await agenciesOfNamedPerson(records, childId);
  if (holders.length === 0 || holders.includes(agencyId)) return true;
  return (await agenciesAndStages(records)).some(
    (one) => holders.includes(one.agencyId) && sharedBy(records, "demographics", one).isLive,
  );
}

const progressOf = (entries: readonly EntryView[]): EntryView[] =>
  progressByArea(
    entries.map((entry) => ({
      kind: entry.kind.code,
      level: entry.level?.code ?? null,
      on: entry.on as LocalDate | null,
      entry,
    })),
  ).map(({ entry }) => entry);

/** Why the caller may not write; undefined where they may. */
const mayRecord = (records: Records, held: readonly Relation[], agency: string): string | undefined =>
  deniedBecause("common-element.record", records.who.role, held)?.words ??
  (agency === "health" || agency === "education" ? undefined : otherService);

/** An entry as it stands now, with the rows it took the place of, the last one first. */
type Line = { readonly now: EntryRow; readonly before: readonly EntryRow[] };

function linesOf(rows: readonly EntryRow[]): readonly Line[] {
  const byId = new Map(rows.map((row) => [row.entryId, row]));
  const replaced = new Set(rows.flatMap(({ correctsId }) => correctsId ?? []));
  const lines = rows
    .filter(({ entryId }) => !replaced.has(entryId))
    .map((now) => {
      const before: EntryRow[] = [];
      for (let at = now.correctsId; at !== null; ) {
        const row = byId.get(at);
        if (row === undefined) break;
        before.push(row);
        at = row.correctsId;
      }
      return { now, before };
    });
  return lines.toSorted((one, other) => (other.now.on ?? "").localeCompare(one.now.on ?? ""));
}

const term = (terms: Readonly<Record<string, { readonly label: string }>>, code: string) => ({
  code,
  label: terms[code]?.label ?? code,
});
const orNone = (terms: Readonly<Record<string, { readonly label: string }>>, code: string | null) =>
  code === null ? null : term(terms, code);

const readView = (row: EntryRow) => ({
  kind: term(row.part === "key-events" ? keyEventKinds : milestoneAreas, row.kind),
  words: row.words,
  on: row.on,
  age: row.ageInMonths === null ? null : monthsInWords(row.ageInMonths),
  ageInMonths: row.ageInMonths,
  level: orNone(curriculumLevels, row.level),
  source: orNone(milestoneSources, row.source),
});

type Seen = { readonly since: LocalDate | "none"; readonly agencyId: string; readonly mayWrite: boolean };

function entryView({ now, before }: Line, { since, agencyId, mayWrite }: Seen): EntryView & { takenBack?: string } {
  const isOurs = now.agencyId === agencyId;
  const [last] = before;
  // What took an entry back says the same as the entry: as it stood is what is shown, by whoever wrote that.
  const stood = now.isTakenBack && last !== undefined ? last : now;
  const older = now.isTakenBack ? before.slice(1) : before;
  return {
    ...readView(stood),
    entryId: now.entryId,
    part: now.part,
    writtenOn: now.writtenOn,
    isOfFormerShape: isOfFormerShape(now.writtenOn, since),
    from: { service: term(agencyKinds, now.agencyKind), agency: now.agency, isOurs },
    by: stood.by,
    recordedOn: stood.recordedOn,
    former: older.map((row, index) => ({
      ...readView(row),
      by: row.by,
      recordedOn: row.recordedOn,
      // Why a row was put right stands with the row that did.
      because: (index === 0 ? stood : older[index - 1])?.because ?? "",
    })),
    mayChange: isOurs && mayWrite && !now.isTakenBack,
    ...(now.isTakenBack ? { takenBack: now.because ?? "" } : {}),
  };
}

const shown = ({ takenBack: _, ...view }: EntryView & { takenBack?: string }): EntryView => view;

/** What an entry needs before it is written: who writes it, that it may be told where the child is, and days that have been. */
async function toWrite(records: Records, childId: string): Promise<{ readonly agencyId: string }> {
  const held = await records.authorise(childId);
  const { agencyId, kind } = await ownAgency(records);
  const why = mayRecord(records, held, kind);
  if (why !== undefined) throw new DomainError({ kind: "not-allowed", action: "common-element.record", why });
  await lockChildren(records, [childId]);
  const whereabouts = await whereaboutsAreKept(records, childId);
  if (whereabouts?.mayKnow === false)
    throw new DomainError({ kind: "not-allowed", action: "common-element.record", why: kept(whereabouts.owner.name) });
  return { agencyId };
}

async function refuseDays(records: Records, entry: Pick<NewEntry, "childId" | "part" | "on" | "writtenOn">) {
  const path = entry.part === "key-events" ? "happenedOn" : "reachedOn";
  const notToCome = "Enter a day that is not in the future";
  if (entry.on !== null && entry.on > records.today) refuseInput(path, notToCome);
  if (entry.writtenOn > records.today) refuseInput("writtenOn", notToCome);
  const born = await bornOn(records, entry.childId);
  if (entry.part === "milestones" && entry.on !== null && born !== null && entry.on < born)
    refuseInput("reachedOn", "Enter a day since the child was born");
}

/** Asks the area's book whether an entry may be kept as it is: a key event has its day, unless it was written before (HIG-184, HIG-185). */
async function askEntry(records: Records, entry: NewEntry): Promise<readonly GateDecision[]> {
  const { book } = records.book();
  if (book.silence("record.common-entry") !== undefined) return [];
  const decision = book.gate(
    "record.common-entry",
    {
      child: { id: entry.childId },
      part: entry.part === "key-events" ? "key-event" : "achievement",
      on: entry.on ?? "none",
      recordedOn: entry.writtenOn,
      shapedSince: (await shapedSince(records)) ?? "none",
    },
    records.asAt,
  );
  return [refusing(decision)];
}

function refusing(decision: GateDecision): GateDecision {
  if (decision.answer === "prevents" || decision.answer === "unknown")
    throw new DomainError({ kind: "rule-prevents", decision });
  return decision;
}

/** What one service holds the next one draws from there: whoever may read it is not let enter it a second time (HIG-186). */
async function askAgain(records: Records, entry: NewEntry): Promise<readonly GateDecision[]> {
  const { book } = records.book();
  if (book.silence("record.asked-again") !== undefined) return [];
  const same = linesOf(await entriesOf(records, entry.childId)).find(
    ({ now }) => !now.isTakenBack && isSameEntry(now, entry),
  );
  const decision = book.gate(
    "record.asked-again",
    {
      child: { id: entry.childId },
      what: "common-element",
      item: entry.part === "key-events" ? "this key event" : "this milestone",
      heldIn: same?.now.agency ?? "none",
    },
    records.asAt,
  );
  return [refusing(decision)];
}

async function write(records: Records, entry: NewEntry, act: string, decisions: readonly GateDecision[]) {
  const entryId = await addEntry(records, entry);
  await records.keepDecisions(decisions.map((decision) => ({ decision, childId: entry.childId })));
  // It is its agency's entry: the chronology, which others read, does not say it.
  await records.audit("changed", act, { childId: entry.childId, detail: { entry: entryId } });
  return { entryId, childId: entry.childId };
}

async function record(records: Records, entry: Omit<NewEntry, "agencyId">) {
  const { agencyId } = await toWrite(records, entry.childId);
  const whole = { ...entry, agencyId };
  await refuseDays(records, whole);
  const decisions = [...(await askEntry(records, whole)), ...(await askAgain(records, whole))];
  return write(records, whole, "common-element.recorded", decisions);
}

const noMilestone = { ageInMonths: null, level: null, source: null };

const recordKeyEvent = practitionerProcedure("common-element.record")
  .input(RecordKeyEvent)
  .output(EntryDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, (records) => {
      const { childId, kind, happenedOn, words, writtenOn } = input;
      const on = happenedOn ?? null;
      const written = writtenOn ?? records.today;
      return record(records, { childId, part: "key-events", kind, words, on, writtenOn: written, ...noMilestone });
    }),
  );

const recordMilestone = practitionerProcedure("common-element.record")
  .input(RecordMilestone)
  .output(EntryDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, (records) => {
      const { childId, area, words, reachedOn, ageInMonths, level, source, writtenOn } = input;
      return record(records, {
        childId,
        part: "milestones",
        kind: area,
        words,
        on: reachedOn ?? null,
        ageInMonths: reachedOn === undefined ? (ageInMonths ?? null) : null,
        level: level ?? null,
        source,
        writtenOn: writtenOn ?? records.today,
      });
    }),
  );

/** An entry that stands, for whoever belongs to the agency that wrote it. */
async function toPutRight(records: Records, entryId: string, part?: EnteredPart): Promise<EntryRow> {
  const found = await entryOf(records, entryId);
  if (found === undefined || (part !== undefined && found.part !== part))
    throw new DomainError({ kind: "not-visible", what: "entry" });
  const { agencyId } = await toWrite(records, found.childId);
  if (found.agencyId !== agencyId)
    throw new DomainError({
      kind: "not-allowed",
      action: "common-element.record",
      why: `${found.agency} wrote this, and puts it right. Speak to them.`,
    });
  if (found.isReplaced || found.isTakenBack) throw new DomainError({ kind: "changed-since", what: "entry" });
  return found;
}

const asItWas = ({ childId, agencyId, part, kind, words, on, ageInMonths, level, source, writtenOn }: EntryRow) => ({
  ...{ childId, agencyId, part, kind, words, on, ageInMonths, level, source, writtenOn },
});

const correctKeyEvent = practitionerProcedure("common-element.record")
  .input(CorrectKeyEvent)
  .output(EntryDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { eventId: entryId, kind, happenedOn, words, because } = input;
      const before = await toPutRight(records, entryId, "key-events");
      const entry = { ...asItWas(before), kind, words, on: happenedOn ?? null, correctsId: entryId, because };
      await refuseDays(records, entry);
      return write(records, entry, "common-element.corrected", await askEntry(records, entry));
    }),
  );

const correctMilestone = practitionerProcedure("common-element.record")
  .input(CorrectMilestone)
  .output(EntryDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { milestoneId: entryId, area, words, reachedOn, ageInMonths, level, source, because } = input;
      const before = await toPutRight(records, entryId, "milestones");
      const isOld = isOfFormerShape(before.writtenOn, (await shapedSince(records)) ?? "none");
      if (reachedOn === undefined && ageInMonths === undefined && !isOld) refuseInput("reachedOn", whenItWas);
      const entry = {
        ...asItWas(before),
        kind: area,
        words,
        on: reachedOn ?? null,
        ageInMonths: reachedOn === undefined ? (ageInMonths ?? null) : null,
        level: level ?? null,
        source,
        correctsId: entryId,
        because,
      };
      await refuseDays(records, entry);
      return write(records, entry, "common-element.corrected", await askEntry(records, entry));
    }),
  );

/** Takes back an entry that was made by mistake; that there was one, and why it went, stays on record. */
const takeBack = practitionerProcedure("common-element.record")
  .input(TakeBackEntry)
  .output(EntryDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { entryId, because } = input;
      const before = await toPutRight(records, entryId);
      const entry = { ...asItWas(before), correctsId: entryId, isTakenBack: true, because };
      return write(records, entry, "common-element.taken-back", []);
    }),
  );

export const commonElement = router({
  get,
  recordKeyEvent,
  recordMilestone,
  correctKeyEvent,
  correctMilestone,
  takeBack,
});
