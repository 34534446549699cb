import {
  copyFindings,
  copyWays,
  DomainError,
  IdSchema,
  isStorable,
  LetterAsked,
  LetterWay,
  letterWays,
  mostLetters,
  SendLetters,
} from "@linchpin/domain";
import { z } from "zod";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { findingView } from "./copies.ts";
import { sha256Of, sheetOf } from "./copy-html.ts";
import { sentCopyOf, withClearings } from "./copy-store.ts";
import { type Letter, lettersOf } from "./letter-compose.ts";
import { addLetters, lettersSentWith } from "./letter-store.ts";
import { lockTellings } from "./letter-telling-store.ts";
import { LettersSentView, LettersSentWithView, LettersView, type LetterTo, LetterView } from "./letter-views.ts";

const LettersAsked = z.object({
  establishmentId: IdSchema.optional(),
  childId: IdSchema.optional(),
  group: z.string().max(300).refine(isStorable).optional(),
  way: LetterWay,
});

const noLetter = {
  "kept-away": "Must not be brought near the child",
  "left-out": "Takes part in nothing",
  gone: "On record no more",
} as const;

const toWhom = ({ tellingId, childId, child, recipient }: Letter["telling"]): LetterTo => ({
  tellingId,
  childId,
  child,
  to: recipient.name,
  relationship: recipient.relationship,
});

/** Why somebody looks at a letter by itself before it goes. */
const whyOneByOne = ({ left, askedAgain, wentBefore, adultsToThinkOf, problem }: Letter): readonly string[] => [
  ...(wentBefore === undefined ? [] : [wentBefore]),
  ...(problem === undefined ? [] : [problem]),
  ...new Set(left.map(({ kind }) => copyFindings[kind].label)),
  ...(askedAgain === undefined ? [] : [askedAgain]),
  ...(adultsToThinkOf.length === 0 ? [] : ["An adult must not be brought near the child: make sure of the address"]),
];

/**
 * The letters to those still to be told who the named person is or who leads: what goes as it is, and what is looked at first.
 * Whoever was written to already is not written to again with the others; of one child they are listed, to be looked at.
 */
const run = practitionerProcedure("telling.record")
  .input(LettersAsked)
  .output(LettersView)
  .query(({ ctx, input: { way, ...of } }) =>
    ctx.read(async (records) => {
      records.saw([], "letters");
      const { letters, without, hasMore } = await lettersOf(
        records,
        { ...of, isUnwritten: of.childId === undefined },
        { way, most: mostLetters },
      );
      const all = letters.map((letter) => ({ letter, why: whyOneByOne(letter) }));
      const ready = all.flatMap(({ letter, why }) => (why.length === 0 ? [letter] : []));
      return {
        ready: ready.map(({ telling, sha256, destination }) => ({
          ...toWhom(telling),
          hash: sha256,
          isToSafeContact: destination?.isSafeContact === true,
        })),
        sheet: sheetOf(
          "Letters",
          ready.map(({ bytes }) => new TextDecoder().decode(bytes)),
        ),
        oneByOne: all.flatMap(({ letter: { telling }, why }) =>
          why.length === 0 ? [] : [{ ...toWhom(telling), why: [...why] }],
        ),
        without: without.map((telling) => ({
          ...toWhom(telling),
          why: telling.noLetter === undefined ? "" : noLetter[telling.noLetter],
        })),
        hasMore,
      };
    }),
  );

/** One letter exactly as it would go. */
const look = practitionerProcedure("telling.record")
  .input(LetterAsked)
  .output(LetterView)
  .query(({ ctx, input: { tellingId, way, clearings } }) =>
    ctx.read(async (records) => {
      records.saw([], "letters");
      const decided = new Map([[tellingId, clearings]]);
      const { letters } = await lettersOf(records, { tellingIds: [tellingId] }, { way, clearings: decided, most: 1 });
      const [letter] = letters;
      if (letter === undefined) throw new DomainError({ kind: "not-visible", what: "letter" });
      const { telling, copy, destination, problem, askedAgain, wentBefore, findings, left } = letter;
      const { bytes, sha256, adultsToThinkOf } = letter;
      return {
        tellingId,
        childId: telling.childId,
        title: copy.title,
        recipient: telling.recipient.name,
        way,
        ...(destination === undefined
          ? {}
          : {
              destination: {
                to: destination.to,
                address: destination.address,
                isSafeContact: destination.isSafeContact,
                ...(destination.since === undefined ? {} : { since: destination.since }),
                ...(askedAgain === undefined ? {} : { askedAgain }),
              },
            }),
        ...(problem === undefined ? {} : { problem }),
        findings: findings.map((finding) => findingView(finding, { copy })),
        left: left.map(({ key }) => key),
        html: new TextDecoder().decode(bytes),
        hash: sha256,
        ...(wentBefore === undefined ? {} : { wentBefore }),
        adultsToThinkOf: [...adultsToThinkOf],
      };
    }),
  );

/**
 * Sends letters: exactly those that were shown. Each is made anew here, and one that reads otherwise now, or goes elsewhere, is
 * left for somebody to look at again; a restriction put on in between is such a change, and so is that somebody was told.
 */
const send = practitionerProcedure("telling.record")
  .input(SendLetters)
  .output(LettersSentView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { way } = input;
      const asked = new Map(input.letters.map((letter) => [letter.tellingId, letter]));
      await lockTellings(records, [...asked.keys()]);
      const clearings = new Map(input.letters.map((letter) => [letter.tellingId, letter.clearings]));
      const written = await lettersOf(
        records,
        { tellingIds: [...asked.keys()] },
        { way, clearings, most: mostLetters },
      );
      if (written.letters.length + written.without.length === 0)
        throw new DomainError({ kind: "changed-since", what: "list of who has to be told" });
      const going = written.letters.flatMap((letter) => {
        const as = asked.get(letter.telling.tellingId);
        if (as?.hash !== letter.sha256 || letter.problem !== undefined) return [];
        const unlooked = unlookedOf(letter, as);
        // one that is sent by itself says what is missing; among many it waits to be looked at by itself
        if (unlooked !== undefined && asked.size === 1) refuseInput(unlooked.path, unlooked.message);
        return unlooked === undefined ? [{ letter, as }] : [];
      });
      const sentCopyIds = await keepLetters(records, { way, going });
      const sent = new Set(going.map(({ as }) => as.tellingId));
      return {
        sentCopyId: sentCopyIds[0] ?? null,
        sent: going.length,
        changed: [...asked.keys()].filter((tellingId) => !sent.has(tellingId)),
      };
    }),
  );

type Asked = SendLetters["letters"][number];
type Going = { readonly letter: Letter; readonly as: Asked };

/** What somebody still has to look at before this letter goes. */
function unlookedOf(
  { left, askedAgain, wentBefore, adultsToThinkOf }: Letter,
  as: Asked,
): { readonly path: string; readonly message: string } | undefined {
  if (left.length > 0)
    return { path: "clearings", message: "Decide about each thing that was found in the letter before it goes" };
  if (wentBefore !== undefined && !as.againConfirmed) return { path: "againConfirmed", message: wentBefore };
  if (askedAgain !== undefined && !as.addressConfirmed) return { path: "addressConfirmed", message: askedAgain };
  if (adultsToThinkOf.length > 0 && !as.nobodyNearConfirmed)
    return {
      path: "nobodyNearConfirmed",
      message: "Make sure that no adult who must not be brought near is reached at this address",
    };
  return undefined;
}

const purposes = {
  "named-person": "To tell them who the named person is",
  "lead-professional": "To tell them who leads",
} as const;

async function keepLetters(
  records: Records,
  { way, going }: { readonly way: LetterWay; readonly going: readonly Going[] },
): Promise<readonly string[]> {
  const runId = records.newId();
  const sentCopyIds = going.map(() => records.newId());
  await addLetters(
    records,
    going.map(({ letter: { telling, copy, destination, findings, bytes, sha256 }, as }, at) => ({
      sentCopyId: sentCopyIds[at] ?? records.newId(),
      childId: telling.childId,
      title: copy.title,
      recipientKind: telling.recipient.is,
      recipientId: telling.carerId,
      recipientName: telling.recipient.name,
      recipientAgency: null,
      way,
      addressedTo: destination?.to ?? null,
      address: destination?.address || null,
      addressSince: destination?.since ?? null,
      addressConfirmed: as.addressConfirmed ? ("yes" as const) : ("not-needed" as const),
      purpose: purposes[telling.who.as],
      findings: withClearings(findings, as.clearings),
      bytes,
      sha256,
      tellingId: telling.tellingId,
      runId,
      tellsNoPlace: telling.safeContact !== undefined,
    })),
  );
  // to whom it went may tell where the child is, while that is kept
  await records.keepMany(
    going.map(({ letter: { telling } }) => ({
      childId: telling.childId,
      act: "consent.letter-sent",
      title:
        telling.safeContact === undefined && telling.recipient.is === "carer"
          ? `A letter went to ${telling.recipient.name}: ${purposes[telling.who.as].toLowerCase()}`
          : `A letter went${telling.recipient.is === "child" ? " to the child" : ""}: ${purposes[telling.who.as].toLowerCase()}`,
      detail: `${copyWays[way].label}. It is kept as it went.`,
    })),
  );
  return sentCopyIds;
}

/** Letters that went together, exactly as they went, to read or to print again. */
const sent = practitionerProcedure("telling.record")
  .input(z.object({ letterId: IdSchema }))
  .output(LettersSentWithView)
  .query(({ ctx, input: { letterId } }) =>
    ctx.read(async (records) => {
      await records.authorise((await sentCopyOf(records, letterId)).childId);
      const letters = await lettersSentWith(records, letterId);
      const [first] = letters;
      if (first === undefined) throw new DomainError({ kind: "not-visible", what: "copy" });
      records.saw(
        letters.map(({ childId }) => childId),
        "letters sent",
      );
      return {
        on: first.sentAt,
        by: first.sentByName ?? "Somebody who has left",
        letters: letters.map(({ recipientName, bytes, way, sha256, ...letter }) => ({
          sentCopyId: letter.sentCopyId,
          childId: letter.childId,
          child: letter.child,
          addressedTo: letter.addressedTo,
          address: letter.address,
          to: recipientName,
          way: letterWays[way].label,
          sha256,
          isIntact: sha256Of(bytes) === sha256,
        })),
        sheet: sheetOf(
          "Letters",
          letters.map(({ bytes }) => new TextDecoder().decode(bytes)),
        ),
      };
    }),
  );

export const letters = router({ run, look, send, sent });
