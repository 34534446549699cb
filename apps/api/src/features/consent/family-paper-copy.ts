import { type Copy, type CopyItem, type CopySection, fullName, inWords, type LetterWay } from "@linchpin/domain";
import type { z } from "zod";
import { areaWide } from "../../db/asked.ts";
import type { Records } from "../../records.ts";
import type { Destination } from "./copy-recipient.ts";
import { lastSentTo, lettersSentOf, type WentBefore } from "./letter-store.ts";
import { type Family, type FamilyPaper, paperOf, partsToGive } from "./paper-source-store.ts";
import { addressedTo, type ToFamily } from "./to-family.ts";

type Paper = z.infer<typeof FamilyPaper>;
type Page = NonNullable<Paper["forCarers"]>;

/** One of a family who may get a paper. */
export type OneOfFamily = {
  readonly is: "child" | "carer";
  readonly carerId: string | null;
  readonly name: string;
  readonly relationship: string | null;
};

export const childsNameOf = ({ row: { givenName, familyName } }: Family): string =>
  fullName({ given: givenName, ...(familyName === "" ? {} : { family: familyName }) });

/** What somebody is called whose name is kept from whoever writes to them. */
export const keptName = "A parent or carer, kept private";

/** Who of a family may get the paper about the named person: nobody who must not be brought near, or takes part in nothing. */
export function mayGetPaper(family: Family): readonly OneOfFamily[] {
  const { row, shut } = family;
  const isShown = (recipient: string) => row.carers.some(({ carerId }) => carerId === recipient);
  return [
    ...(row.isBorn ? [{ is: "child" as const, carerId: null, name: childsNameOf(family), relationship: null }] : []),
    ...row.carers
      .filter(({ carerId }) => !shut.has(carerId))
      .map(({ carerId, name }) => ({ is: "carer" as const, carerId, name, relationship: null })),
    ...partsToGive(family)
      .filter(({ recipient }) => recipient !== "child" && !isShown(recipient))
      .map(({ recipient, carer }) => ({
        is: "carer" as const,
        carerId: recipient,
        name: carer ?? keptName,
        relationship: null,
      })),
  ];
}

/** What has to be told to somebody, by the part of the pack that is theirs. */
export const tellingOf = (family: Family, { is, carerId }: OneOfFamily): string | undefined =>
  partsToGive(family).find(({ recipient }) => recipient === (is === "child" ? "child" : carerId))?.tellingId;

/**
 * What went about it to one of a family before: also what the caller may not open, as it says when and by whom alone. Where there
 * is nothing to be told to them, it is what went since the named person was named, or ever where nobody is.
 */
export const wentBeforeTo = (records: Records, family: Family, to: OneOfFamily): Promise<WentBefore | undefined> =>
  areaWide(records.tx, async () => {
    const tellingId = tellingOf(family, to);
    if (tellingId !== undefined) return (await lettersSentOf(records, [tellingId])).get(tellingId);
    const { childId, namedPerson } = family.row;
    return lastSentTo(records, { childId, kinds: ["letter", "family-paper", "pack"], to, since: namedPerson?.namedOn });
  });

type Making = {
  readonly to: OneOfFamily;
  readonly way: LetterWay;
  /** Whether a parent or carer gets the child's card too: a pack has it as a part of its own. */
  readonly withCard: boolean;
  readonly before: WentBefore | undefined;
};

/** The paper about the named person for one of the family; undefined where there is none for them. */
export function familyPaperFor(
  records: Records,
  family: Family,
  { to, way, withCard, before }: Making,
): ToFamily | undefined {
  const paper = paperOf(family, records);
  if (paper === undefined || (to.is === "child" ? paper.forChild : paper.forCarers) === null) return undefined;
  const { namedPerson, lead, acting } = family.row;
  const safeContact = family.kept?.safeContact;
  const sections = sectionsFor(paper, to, withCard, safeContact !== undefined);
  return {
    childId: paper.childId,
    recipient: to.name,
    isChild: to.is === "child",
    mayBeNamed: [namedPerson, lead, acting].flatMap((one) => (one === null ? [] : [one.name])),
    safeContact,
    before,
    copy: (destination) => copyOf(records, { paper, to, way, sections, safeContact, destination }),
  };
}

type OnPaper = Pick<Making, "to" | "way"> & {
  readonly paper: Paper;
  readonly sections: readonly CopySection[];
  readonly safeContact: ToFamily["safeContact"];
  readonly destination: Destination | undefined;
};

function copyOf({ today }: Records, { paper, to, way, sections, safeContact, destination }: OnPaper): Copy {
  const { place } = paper.to;
  return {
    title: to.is === "child" ? `For ${paper.child}` : (paper.forCarers?.title ?? paper.child),
    about: paper.child,
    forWhom: to.name,
    made: "",
    letter: {
      from: place === null ? [] : [place.name, place.address, place.phone].filter((line) => line !== null),
      to: addressedTo({ recipient: to.name, safeContact }, destination, way),
      on: inWords(today),
    },
    sections,
  };
}

function sectionsFor(
  { forCarers, forChild }: Paper,
  { is }: OneOfFamily,
  withCard: boolean,
  isKept: boolean,
): readonly CopySection[] {
  // whom they reach while it is kept where the child is was settled for that very purpose
  const as: As = isKept ? { isOurs: true } : { isOfWork: true };
  const card: readonly CopySection[] =
    forChild === null
      ? []
      : [
          {
            title: forChild.title,
            items: [...itemsOf("card", forChild, as), ...reachedOf("card", forChild, as)],
            card: { initials: forChild.initials, who: forChild.who },
          },
        ];
  if (is === "child") return card;
  if (forCarers === null) return withCard ? card : [];
  return [
    { title: "", items: itemsOf("page", forCarers, as) },
    {
      title: "How to reach them",
      items: forCarers.reach.map(({ whom, lines }, at) =>
        itemOf(`page:reach:${at}`, [{ key: "Who", value: whom }, ...lines], as),
      ),
    },
    ...(withCard ? card : []),
  ];
}

type As = { readonly isOurs: boolean } | { readonly isOfWork: boolean };

const itemsOf = (key: string, { sentences }: Page, as: As): readonly CopyItem[] =>
  sentences.map((text, at) => ({
    key: `${key}:${at}`,
    lines: [{ key: `${key}:${at}:words`, text, ...as }],
  }));

const itemOf = (key: string, lines: Page["reach"][number]["lines"], as: As): CopyItem => ({
  key,
  lines: lines.map(({ key: label, value }, at) => ({ key: `${key}:${at}`, label, text: value, ...as })),
});

const reachedOf = (key: string, { reach }: Page, as: As): readonly CopyItem[] =>
  reach.flatMap(({ lines }, at) => (lines.length === 0 ? [] : [itemOf(`${key}:reach:${at}`, lines, as)]));
