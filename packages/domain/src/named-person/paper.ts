import { inWords, type LocalDate } from "../kernel/local-date.ts";

/** How somebody is reached, as they say it themselves; what is not recorded is left out. */
export type Ways = {
  readonly phone?: string | undefined;
  /** Where and when they are to be found. */
  readonly hours?: string | undefined;
  /** Where a letter or a note is left for them. */
  readonly writeTo?: string | undefined;
};

/** Somebody on the paper, with what may be said of how to reach them there. */
export type OnPaper = { readonly name: string; readonly title?: string | undefined; readonly ways: Ways };

/** What the paper for a family rests on. Who is not there is left out, and so is what is kept private. */
export type PaperFacts = {
  /** As the child is called. */
  readonly child: string;
  readonly namedPerson?: (OnPaper & { readonly startsOn?: LocalDate | undefined }) | undefined;
  /** True from the first day at school: a worry may be about school or about home. */
  readonly isAtSchool: boolean;
  readonly lead?: OnPaper | undefined;
  /** Who acts while the lead is away. */
  readonly cover?: OnPaper | undefined;
  readonly holidayContact?: OnPaper | undefined;
  /** Who stands in while the named person is away, in words: "the head teacher". */
  readonly standIn?: string | undefined;
  /** Whom the child would rather talk to; on the child's own part alone, where the child chose. */
  readonly trusted?: (OnPaper & { readonly chosenBy: "child" | "family" }) | undefined;
  /** Whom the family turns to day by day, where that is not the lead. */
  readonly dayToDay?: OnPaper | undefined;
  /** While it is kept private where the child is, the paper says nothing that a school or an office could be known by. */
  readonly isKeptPrivate: boolean;
};

export type LineOfPaper = { readonly key: string; readonly value: string };
export type Reached = { readonly whom: string; readonly lines: readonly LineOfPaper[] };
/** One page: what it is called, what it says, and how to reach each person on it. */
export type PageOfPaper = {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly reach: readonly Reached[];
};

const linesOf = ({ phone, hours, writeTo }: Ways, asChild: boolean): readonly LineOfPaper[] => [
  ...(hours === undefined ? [] : [{ key: asChild ? "Find them" : "Place and hours", value: hours }]),
  ...(phone === undefined ? [] : [{ key: asChild ? "Ring" : "Telephone", value: phone }]),
  ...(writeTo === undefined ? [] : [{ key: asChild ? "Write or draw" : "Write to", value: writeTo }]),
];

const whom = ({ name, title }: OnPaper, hidesTitle: boolean): string =>
  hidesTitle || title === undefined ? name : `${name}, ${title}`;

function reached({ isKeptPrivate }: PaperFacts, people: readonly (OnPaper | undefined)[], asChild = false) {
  if (isKeptPrivate) return [];
  return people.flatMap((one) =>
    one === undefined ? [] : [{ whom: whom(one, asChild), lines: linesOf(one.ways, asChild) }],
  );
}

const asked = "Ask whoever gave you this paper how to reach them.";

/** The paper for parents and carers: who it is, what for, and how to reach them, in the holidays too (HIG-65, HIG-66, HD-4). */
export function paperForCarers(facts: PaperFacts): PageOfPaper {
  const { child, namedPerson, lead, cover, holidayContact, standIn, isKeptPrivate } = facts;
  const { trusted, dayToDay } = besideTheLead(facts);
  const known = trusted?.chosenBy === "family" ? trusted : undefined;
  const sentences = [
    ...(namedPerson === undefined ? [] : ofNamedPerson(facts, namedPerson)),
    ...(lead === undefined
      ? []
      : [
          `${lead.name} is the lead professional for ${child}: the one person to speak to about the plan, who sees that everybody does what was agreed.`,
          ...(cover === undefined ? [] : [`While ${lead.name} is away, speak to ${cover.name}.`]),
          ...(namedPerson === undefined || namedPerson.name === lead.name
            ? []
            : [`${namedPerson.name} is still part of the team. You can turn to either of them at any time.`]),
        ]),
    ...(known === undefined ? [] : [`You told us that ${child} would rather talk to ${known.name}.`]),
    ...(dayToDay === undefined
      ? []
      : [
          `You told us that you would rather speak to ${dayToDay.name} day by day.${lead === undefined ? "" : ` ${lead.name} stays the lead professional.`}`,
        ]),
    ...(isKeptPrivate
      ? [asked]
      : [
          ...(standIn === undefined || namedPerson === undefined
            ? []
            : [`While ${namedPerson.name} is away, ask for ${standIn}.`]),
          ...(holidayContact === undefined
            ? []
            : [
                `In the school holidays ${namedPerson?.name ?? "the named person"} stays the named person, and ${holidayContact.name} can be reached in their place.`,
              ]),
        ]),
  ];
  const reach = [
    ...reached(facts, [namedPerson]),
    ...(lead === undefined || lead.name === namedPerson?.name ? [] : reached(facts, [lead])),
    ...reached(facts, [cover]),
    ...reached(facts, [dayToDay, known]),
    ...reached(facts, [holidayContact]).map((one) => ({ ...one, whom: `In the school holidays: ${one.whom}` })),
  ];
  return {
    title: namedPerson === undefined ? `Who helps ${child}` : `The named person for ${child}`,
    sentences,
    reach,
  };
}

/** Whom child and family chose, where the paper may say it: a name may tell where the child is. */
const besideTheLead = ({ trusted, dayToDay, isKeptPrivate }: PaperFacts) =>
  isKeptPrivate ? { trusted: undefined, dayToDay: undefined } : { trusted, dayToDay };

const ofNamedPerson = (
  { child, isAtSchool }: PaperFacts,
  { name, startsOn }: NonNullable<PaperFacts["namedPerson"]>,
): readonly string[] => [
  `${name} is the named person for ${child}${startsOn === undefined ? "" : ` from ${inWords(startsOn)}`}.`,
  "Every child has a named person, who has a special responsibility to try to help.",
  `You can bring them any worry about ${child}${isAtSchool ? ", about school or about home" : ", however small"}. You need not know what it is called, or who else could help.`,
];

/** The child's own part, in simple words: a pack without it is incomplete (HIG-66). */
export function paperForChild(facts: PaperFacts): PageOfPaper {
  const { child, namedPerson, lead, isAtSchool, isKeptPrivate } = facts;
  const first = namedPerson ?? lead;
  const { trusted } = besideTheLead(facts);
  const worry = `If something worries you${isAtSchool ? ", at school or at home" : ""}, you can tell`;
  return {
    title: `Hello ${child}`,
    sentences: [
      ...(namedPerson === undefined
        ? lead === undefined
          ? []
          : [`${lead.name} helps you and your family.`]
        : [
            `${namedPerson.name} is your named person${namedPerson.startsOn === undefined ? "" : ` from ${inWords(namedPerson.startsOn)}`}.`,
          ]),
      ...(first === undefined ? [] : [`${worry} ${first.name}. They will listen and try to help.`]),
      "It can be a big thing or a small thing.",
      ...(trusted === undefined
        ? []
        : [
            `You told us that you like to talk to ${trusted.name}.${lead === undefined ? "" : ` ${lead.name} still leads your plan.`}`,
          ]),
      "You can also tell any other grown-up you trust.",
      ...(isKeptPrivate && first !== undefined ? [asked] : []),
    ],
    reach: reached(facts, [first], true),
  };
}

const titles = new Set(["mr", "mrs", "ms", "miss", "mx", "dr", "sir", "councillor"]);

/** What stands in the frame where there is no picture: the first letters of a name. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "" && !titles.has(word.toLowerCase().replace(/\.$/, "")));
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last].map((word) => word?.match(/\p{L}/u)?.[0]?.toUpperCase() ?? "").join("");
}
