import {
  copyFindings,
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
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { sha256Of, sheetOf } from "./copy-html.ts";
import { sentCopyOf } from "./copy-store.ts";
import { type GoingToFamily, keepToFamily } from "./keep-to-family.ts";
import { type Letter, lettersOf } from "./letter-compose.ts";
import { lettersSentWith } from "./letter-store.ts";
import { lockTellings } from "./letter-telling-store.ts";
import { LettersSentView, LettersSentWithView, LettersView, type LetterTo, LetterView } from "./letter-views.ts";
import { isAsShown, lookedView, unlookedOf } from "./to-family.ts";

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
const whyOneByOne = ({
  left,
  askedAgain,
  wentBefore,
  adultsToThinkOf,
  problem,
  reminded,
}: Letter): readonly string[] => [
  ...(wentBefore === undefined ? [] : [wentBefore]),
  ...(problem === undefined ? [] : [problem]),
  ...new Set(left.map(({ kind }) => copyFindings[kind].label)),
  ...(askedAgain === undefined ? [] : [askedAgain]),
  ...(adultsToThinkOf.length === 0 ? [] : ["An adult must not be brought near the child: make sure of the address"]),
  ...(reminded?.of === "other-way" ? [reminded.because] : []),
];

/** That nothing is agreed with some of those who are written to, where the area's book asks for it: said once, and nothing waits for it. */
function nothingAgreed(letters: readonly Letter[]): z.infer<typeof LettersView>["nothingAgreed"] {
  const those = letters.filter(({ reminded }) => reminded?.of === "nothing-agreed");
  const [first] = those;
  return first?.reminded?.clause === undefined
    ? undefined
    : { letters: those.length, because: first.reminded.because, clause: first.reminded.clause };
}

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
        nothingAgreed: nothingAgreed(letters),
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
      const { telling } = letter;
      return { tellingId, childId: telling.childId, ...lookedView(letter, telling.recipient.name, way) };
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
        if (as === undefined || !isAsShown(letter, as) || letter.problem !== undefined) return [];
        const unlooked = unlookedOf(letter, as, "letter");
        // one that is sent by itself says what is missing; among many it waits to be looked at by itself
        if (unlooked !== undefined && asked.size === 1) refuseInput(unlooked.path, unlooked.message);
        return unlooked === undefined ? [{ letter, as }] : [];
      });
      const sentCopyIds = await keepToFamily(records, { kind: "letter", way }, going.map(goingOf));
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

const purposes = {
  "named-person": "To tell them who the named person is",
  "lead-professional": "To tell them who leads",
} as const;

const goingOf = ({ letter, as }: Going): GoingToFamily => ({
  ...as,
  looked: letter,
  childId: letter.telling.childId,
  to: { ...letter.telling.recipient, carerId: letter.telling.carerId },
  isKept: letter.telling.safeContact !== undefined,
  tellingId: letter.telling.tellingId,
  purpose: purposes[letter.telling.who.as],
});

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
        kind: first.kind,
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
          otherWayBecause: letter.otherWayBecause,
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
