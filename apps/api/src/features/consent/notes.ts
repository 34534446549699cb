import {
  DomainError,
  type GateDecision,
  IdSchema,
  KeepNote,
  LookAgain,
  PassNoteOn,
  sharingReasons,
  ThrowNoteAway,
  type Told,
  WriteDownWhy,
} from "@linchpin/domain";
import { z } from "zod";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { lookAgainOf } from "./note-clock.ts";
import {
  addNote,
  asKeptAnswer,
  changeNote,
  mayReceive,
  type NoteRow,
  notePassedToMe,
  notesPassedToMe,
  ownNote,
  ownNotes,
  throwAway,
  toldColumns,
} from "./note-store.ts";
import { NoteDone, NotesView, type NoteView, PassedNoteView, PassingOnView } from "./note-views.ts";
import type { ToldOfView } from "./views.ts";

/**
 * Notes of what a child told somebody and does not want passed on. They are their author's alone: nothing here writes a
 * step, a duty, a decision or anything about a child, and the audit says only that its author was at work on a note.
 */

const toldOf = ({ childToldOn, childNotToldBecause }: NoteRow): ToldOfView =>
  childToldOn !== null
    ? { told: "yes", on: childToldOn }
    : childNotToldBecause !== null
      ? { told: "no", because: childNotToldBecause }
      : { told: "not-yet" };

const somebody = "Somebody who has left";
const went = "It was passed on, and stays with whoever it went to.";

function noteView(records: Records, row: NoteRow): NoteView {
  const { noteId, version, about, words, childSaid, heardOn, keptAt, lookedAgainOn, passedOnAt } = row;
  const lookAgain = lookAgainOf(records, row);
  const may = passedOnAt === null ? { may: true } : { may: false, why: went };
  return {
    noteId,
    version,
    about,
    words,
    childSaid: childSaid ?? "not-asked",
    heardOn,
    keptAt,
    ...(lookAgain === undefined ? {} : { lookAgain }),
    ...(lookedAgainOn === null ? {} : { lookedAgainOn }),
    ...(passedOnAt === null
      ? {}
      : {
          passed: {
            to: row.passedToName ?? somebody,
            at: passedOnAt,
            isReferral: row.isReferral,
            ...(row.passedReason === null ? {} : { reason: sharingReasons[row.passedReason].label }),
            ...(row.passedBecause === null ? {} : { because: row.passedBecause }),
            isIncomplete: row.isReferral && row.passedBecause === null,
            childTold: toldOf(row),
          },
        }),
    may: { passOn: may, throwAway: may },
  };
}

const passedView = (row: NoteRow): PassedNoteView => ({
  noteId: row.noteId,
  about: row.about,
  words: row.words,
  childSaid: row.childSaid ?? "not-asked",
  heardOn: row.heardOn,
  by: row.authorName ?? somebody,
  at: row.passedOnAt ?? row.keptAt,
  isReferral: row.isReferral,
  ...(row.passedBecause === null ? {} : { because: row.passedBecause }),
  childTold: toldOf(row),
});

const list = practitionerProcedure("private-note.read")
  .output(NotesView)
  .query(({ ctx }) =>
    ctx.read(async (records) => ({
      notes: (await ownNotes(records)).map((row) => noteView(records, row)),
      passedToYou: (await notesPassedToMe(records)).map(passedView),
    })),
  );

const Which = z.object({ noteId: IdSchema });

/** One note of the caller's own, with what the rulebook says of passing it on as it stands. */
const one = practitionerProcedure("private-note.read")
  .input(Which)
  .output(PassingOnView)
  .query(({ ctx, input: { noteId } }) =>
    ctx.read(async (records) => {
      const row = await ownNote(records, noteId);
      const { book } = records.book();
      const silent = book.silence("consent.pass-on");
      const decision = ask(records, row, { isReferral: false, childTold: { told: "not-yet" } });
      return {
        note: noteView(records, row),
        says: decision.findings
          .filter(({ liftedBy }) => liftedBy === undefined)
          .map(({ because, clause }) => ({ because, clause: `${clause.source} ${clause.at}` })),
        ...(silent === undefined ? {} : { silent }),
      };
    }),
  );

/** A note that was passed on to the caller. */
const passedToYou = practitionerProcedure("private-note.read")
  .input(Which)
  .output(PassedNoteView)
  .query(({ ctx, input: { noteId } }) =>
    ctx.read(async (records) => passedView(await notePassedToMe(records, noteId))),
  );

const keep = practitionerProcedure("private-note.keep")
  .input(KeepNote)
  .output(NoteDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { idempotencyKey: _, ...note } = input;
      if (note.heardOn > records.today) refuseInput("heardOn", "Enter a day that is not in the future");
      const noteId = await addNote(records, note);
      await records.audit("changed", "private-note.keep");
      return { noteId };
    }),
  );

/** The author looks again at whether the child is at risk; the child may have answered meanwhile. */
const lookAgain = practitionerProcedure("private-note.keep")
  .input(LookAgain)
  .output(NoteDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { noteId, childSaid } = input;
      refuseIfGone(await ownNote(records, noteId));
      await changeNote(records, input, { childSaid: asKeptAnswer(childSaid), lookedAgainOn: records.today });
      await records.audit("changed", "private-note.keep");
      return { noteId };
    }),
  );

function refuseIfGone({ passedOnAt }: NoteRow): void {
  if (passedOnAt !== null) throw new DomainError({ kind: "already", because: went });
}

type Passing = {
  readonly isReferral: boolean;
  readonly reason?: "good" | "very-good" | undefined;
  readonly because?: string | undefined;
  readonly childTold: Told;
};

/** The rulebook's word on passing it on. The child is in the facts by the note alone: there is no other tie. */
const ask = (
  records: Records,
  { noteId, childSaid }: NoteRow,
  { isReferral, reason, because, childTold }: Passing,
): GateDecision =>
  records.book().book.gate(
    "consent.pass-on",
    {
      child: { id: noteId },
      adult: { id: records.who.practitionerId },
      childSaid: childSaid ?? "none",
      reason: reason !== undefined && because !== undefined ? reason : "none",
      isReferral,
      childTold: childTold.told === "yes" ? childTold.on : childTold.told === "no" ? "reason-given" : "none",
    },
    records.asAt,
  );

/** Passes a note on in full, to one person, where the rulebook lets it go; a referral waits for nothing. */
const passOn = practitionerProcedure("private-note.pass-on")
  .input(PassNoteOn)
  .output(NoteDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { noteId, toId, isReferral, reason, because, childTold } = input;
      const row = await ownNote(records, noteId);
      refuseIfGone(row);
      await refuseRecipient(records, toId);
      if (childTold.told === "yes" && childTold.on > records.today)
        refuseInput("childTold.on", "Enter a day that is not in the future");
      refuseUnlessItMayGo(ask(records, row, input));
      await changeNote(records, input, {
        passedOnAt: records.now,
        passedToId: toId,
        isReferral,
        passedReason: because === undefined ? null : (reason ?? null),
        passedBecause: because ?? null,
        ...toldColumns(childTold),
      });
      await records.audit("changed", "private-note.pass-on");
      await tell(records, [
        {
          practitionerId: toId,
          act: "private-note.passed-on",
          words: isReferral
            ? `${records.who.practitionerName} passed on to you what a child told them, because the child may be at risk of harm.`
            : `${records.who.practitionerName} passed on to you what a child told them.`,
          link: linkTo.passedNote(noteId),
        },
      ]);
      return { noteId };
    }),
  );

async function refuseRecipient(records: Records, toId: string): Promise<void> {
  if (toId === records.who.practitionerId) refuseInput("toId", "Choose somebody else");
  if (!(await mayReceive(records, toId))) refuseInput("toId", "Choose somebody who works in this area");
}

/** What the book says is said beside the field it is about: a decision of it is kept nowhere. */
function refuseUnlessItMayGo({ answer, findings }: GateDecision): void {
  const open = findings.filter(({ liftedBy }) => liftedBy === undefined);
  if (answer === "prevents" || answer === "unknown" || answer === "refers")
    refuseInput(
      "because",
      open.find(({ effect }) => effect !== "permits")?.because ?? "Record what the child answered first",
    );
  const toTell = open.find(
    (finding) => finding.effect === "permits-if" && finding.needs?.some(({ code }) => code === "child-told"),
  );
  if (toTell !== undefined) refuseInput("childTold", toTell.because);
}

/** Writes down why a referral was made, where it went before there was time to. */
const writeDownWhy = practitionerProcedure("private-note.pass-on")
  .input(WriteDownWhy)
  .output(NoteDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { noteId, reason, because } = input;
      const row = await ownNote(records, noteId);
      if (row.passedOnAt === null || row.passedBecause !== null)
        throw new DomainError({ kind: "already", because: "There is nothing to write down: reload the page to see." });
      await changeNote(records, input, { passedReason: reason, passedBecause: because });
      await records.audit("changed", "private-note.pass-on");
      return { noteId };
    }),
  );

const discard = practitionerProcedure("private-note.throw-away")
  .input(ThrowNoteAway)
  .output(NoteDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { noteId } = input;
      refuseIfGone(await ownNote(records, noteId));
      await throwAway(records, input);
      await records.audit("changed", "private-note.throw-away");
      return { noteId };
    }),
  );

export const notes = router({ list, one, passedToYou, keep, lookAgain, passOn, writeDownWhy, throwAway: discard });
