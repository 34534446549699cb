import { type ChildsAnswer, DomainError, type LocalDate, type Told } from "@linchpin/domain";
import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { privateNote } from "../../db/schema/consent.ts";
import type { Records } from "../../records.ts";

const columns = {
  noteId: privateNote.noteId,
  version: privateNote.version,
  about: privateNote.about,
  words: privateNote.words,
  childSaid: privateNote.childSaid,
  heardOn: privateNote.heardOn,
  keptAt: privateNote.keptAt,
  lookedAgainOn: privateNote.lookedAgainOn,
  passedOnAt: privateNote.passedOnAt,
  isReferral: privateNote.isReferral,
  passedReason: privateNote.passedReason,
  passedBecause: privateNote.passedBecause,
  childToldOn: privateNote.childToldOn,
  childToldHow: privateNote.childToldHow,
  childNotToldBecause: privateNote.childNotToldBecause,
  passedToName: sql<
    string | null
  >`(select p.name from practitioner p where p.area_id = ${privateNote.areaId} and p.practitioner_id = ${privateNote.passedToId})`,
  authorName: sql<
    string | null
  >`(select p.name from practitioner p where p.area_id = ${privateNote.areaId} and p.practitioner_id = ${privateNote.authorId})`,
} as const;

const select = ({ tx }: Records) => tx.select(columns).from(privateNote).$dynamic();
export type NoteRow = Awaited<ReturnType<typeof select>>[number];

const own = ({ who }: Records) => and(eq(privateNote.areaId, who.areaId), eq(privateNote.authorId, who.practitionerId));
const toMe = ({ who }: Records) =>
  and(
    eq(privateNote.areaId, who.areaId),
    eq(privateNote.passedToId, who.practitionerId),
    isNotNull(privateNote.passedOnAt),
  );
const most = 200;

/** The caller's own notes, the newest first. */
export const ownNotes = (records: Records): Promise<readonly NoteRow[]> =>
  select(records).where(own(records)).orderBy(desc(privateNote.keptAt), desc(privateNote.noteId)).limit(most);

/** Notes that others passed on to the caller, the newest first. */
export const notesPassedToMe = (records: Records): Promise<readonly NoteRow[]> =>
  select(records).where(toMe(records)).orderBy(desc(privateNote.passedOnAt), desc(privateNote.noteId)).limit(most);

const noNote = () => new DomainError({ kind: "not-visible", what: "note" });

/** One of the caller's own notes. Another's reads the same as none. */
export async function ownNote(records: Records, noteId: string): Promise<NoteRow> {
  const [found] = await select(records).where(and(own(records), eq(privateNote.noteId, noteId)));
  if (found === undefined) throw noNote();
  return found;
}

/** One note that was passed on to the caller. */
export async function notePassedToMe(records: Records, noteId: string): Promise<NoteRow> {
  const [found] = await select(records).where(and(toMe(records), eq(privateNote.noteId, noteId)));
  if (found === undefined) throw noNote();
  return found;
}

export const asKeptAnswer = (said: ChildsAnswer): "yes" | "no" | null => (said === "not-asked" ? null : said);

type Kept = {
  readonly about: string;
  readonly words: string;
  readonly heardOn: LocalDate;
  readonly childSaid: ChildsAnswer;
};

export async function addNote({ tx, who, now, newId }: Records, kept: Kept): Promise<string> {
  const noteId = newId();
  await tx.insert(privateNote).values({
    ...kept,
    childSaid: asKeptAnswer(kept.childSaid),
    areaId: who.areaId,
    noteId,
    authorId: who.practitionerId,
    keptAt: now,
  });
  return noteId;
}

type Seen = { readonly noteId: string; readonly version: number };
type Changed = Partial<Omit<typeof privateNote.$inferInsert, "areaId" | "noteId" | "authorId" | "version">>;

/** Changes one of the caller's own notes from the version they saw. */
export async function changeNote(records: Records, { noteId, version }: Seen, changed: Changed): Promise<void> {
  const kept = await records.tx
    .update(privateNote)
    .set({ ...changed, version: version + 1 })
    .where(and(own(records), eq(privateNote.noteId, noteId), eq(privateNote.version, version)))
    .returning({ noteId: privateNote.noteId });
  if (kept.length === 0) throw new DomainError({ kind: "changed-since", what: "note" });
}

/** Throws a note away that went to nobody: the row itself, and with it everything that was written. */
export async function throwAway(records: Records, { noteId, version }: Seen): Promise<void> {
  const gone = await records.tx
    .delete(privateNote)
    .where(
      and(
        own(records),
        eq(privateNote.noteId, noteId),
        eq(privateNote.version, version),
        isNull(privateNote.passedOnAt),
      ),
    )
    .returning({ noteId: privateNote.noteId });
  if (gone.length === 0) throw new DomainError({ kind: "changed-since", what: "note" });
}

/** Whether the child was told that it was passed on, as it is kept. */
export const toldColumns = (told: Told) => ({
  childToldOn: told.told === "yes" ? told.on : null,
  childToldHow: told.told === "yes" ? told.how : null,
  childNotToldBecause: told.told === "no" ? told.because : null,
});

/** Whether somebody is at work here today and reads what is passed on to them. */
export async function mayReceive({ tx, who, today }: Records, practitionerId: string): Promise<boolean> {
  const found = await rowsOf<{ readonly one: number }>(
    tx,
    sql`select 1 as one from post where area_id = ${who.areaId} and practitioner_id = ${practitionerId}
      and role <> 'light' and during @> ${today}::date limit 1`,
  );
  return found.length > 0;
}

/** Notes of the caller's own that nobody has looked at again and that went to nobody. */
export const notesNotLookedAt = (records: Records) =>
  records.tx
    .select({ noteId: privateNote.noteId, keptAt: privateNote.keptAt })
    .from(privateNote)
    .where(and(own(records), isNull(privateNote.lookedAgainOn), isNull(privateNote.passedOnAt)))
    .limit(most);
