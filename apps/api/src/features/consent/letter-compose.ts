import { type Copy, type CopyClearing, inWords, type LetterWay } from "@linchpin/domain";
import { areaWide } from "../../db/asked.ts";
import type { Records } from "../../records.ts";
import type { Destination } from "./copy-recipient.ts";
import { lettersSentOf, type WentBefore } from "./letter-store.ts";
import { type TellingToWrite, tellingsToWrite } from "./letter-telling-store.ts";
import { addressedTo, familiesToLook, type Looked, lookedThrough, type ToFamily } from "./to-family.ts";

/** One letter as it would go, with everything that has to be looked at first. */
export type Letter = Looked & { readonly telling: TellingToWrite };

type Clearings = ReadonlyMap<string, readonly CopyClearing[]>;
type Of = Parameters<typeof tellingsToWrite>[1];

export type Written = {
  readonly letters: readonly Letter[];
  /** Those to whom no letter goes. */
  readonly without: readonly TellingToWrite[];
  readonly hasMore: boolean;
};

/** The letters to those still to be told, each exactly as it would go today. */
export async function lettersOf(
  records: Records,
  of: Of,
  {
    way,
    clearings = new Map(),
    most,
  }: { readonly way: LetterWay; readonly clearings?: Clearings; readonly most: number },
): Promise<Written> {
  const all = await tellingsToWrite(records, of, most);
  const tellings = all.slice(0, most);
  const toWrite = tellings.filter(({ noLetter }) => noLetter === undefined);
  const families = await familiesToLook(
    records,
    toWrite.map(({ childId }) => childId),
  );
  // also what the caller may not open: it says on which day and by whom, and nothing of where it went
  const went = await areaWide(records.tx, () =>
    lettersSentOf(
      records,
      toWrite.map(({ tellingId }) => tellingId),
    ),
  );
  const letters: Letter[] = [];
  for (const telling of toWrite) {
    const decided = clearings.get(telling.tellingId) ?? [];
    const letter = toFamily(records, telling, way, went.get(telling.tellingId));
    const looked = await lookedThrough(records, families, letter, { way, clearings: decided });
    if (looked !== undefined) letters.push({ ...looked, telling });
  }
  return { letters, without: tellings.filter(({ noLetter }) => noLetter !== undefined), hasMore: all.length > most };
}

const toFamily = (
  records: Records,
  telling: TellingToWrite,
  way: LetterWay,
  before: WentBefore | undefined,
): ToFamily => ({
  childId: telling.childId,
  recipient: telling.recipient.name,
  isChild: telling.recipient.is === "child",
  mayBeNamed: [telling.who.name],
  safeContact: telling.safeContact,
  before,
  copy: (destination) => copyOf(records, telling, destination, way),
});

/** A letter as it reads: what to call the child is known to whoever gets it. */
function copyOf(
  { today }: Records,
  { tellingId, child, recipient, establishment, words, who, safeContact }: TellingToWrite,
  destination: Destination | undefined,
  way: LetterWay,
): Copy {
  const role = who.as === "lead-professional" ? "lead professional" : "named person";
  return {
    title: recipient.is === "child" ? `Your ${role}` : `${child}: the ${role}`,
    about: child,
    forWhom: recipient.name,
    made: "",
    letter: {
      from:
        establishment === null
          ? []
          : [establishment.name, establishment.address, establishment.phone].filter((line) => line !== null),
      to: addressedTo({ recipient: recipient.name, safeContact }, destination, way),
      on: inWords(today),
    },
    sections: [
      {
        title: "",
        items: words.map((text, at) => ({
          key: `${tellingId}:${at}`,
          // whom they reach while it is kept where the child is was settled for that very purpose
          lines: [
            {
              key: `${tellingId}:${at}:words`,
              text,
              ...(safeContact === undefined ? { isOfWork: true } : { isOurs: true }),
            },
          ],
        })),
      },
    ],
  };
}
