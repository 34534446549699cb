import { type CopyItem, type CopyLine, type CopySection, dayOf, inWords, localDate, momentAt } from "@linchpin/domain";
import type { LineRow, whoLookedAt } from "./paper-source-store.ts";
import type { SharedSheet, ToldOfView } from "./views.ts";

type Part = { readonly label?: string; readonly text: string | null | undefined; readonly isOurs?: boolean };

/** One thing on a sheet, line by line; what is not there is left out. */
const itemOf = (key: string, parts: readonly Part[]): CopyItem => ({
  key,
  lines: parts.flatMap(({ label, text, isOurs = false }, at): readonly CopyLine[] =>
    text === null || text === undefined || text === ""
      ? []
      : [
          {
            key: `${key}:${at}`,
            text,
            ...(label === undefined ? {} : { label }),
            ...(isOurs ? { isOurs } : {}),
          },
        ],
  ),
});

const note = (key: string, ...texts: readonly string[]): CopySection => ({
  title: "",
  items: texts.map((text, at) => itemOf(`${key}:${at}`, [{ text, isOurs: true }])),
});

const onDay = (day: string): string => inWords(localDate(day));

/** Who does what, as it was issued: what people wrote is looked through, who they are is put there by us. */
export const whoDoesWhatSections = (issuedOn: string, lines: readonly LineRow[]): readonly CopySection[] => [
  note("list", `As agreed on ${onDay(issuedOn)}.`, "If something here is not clear to you, ask: you get an answer."),
  {
    title: "What each of us does",
    items: lines.map(({ lineId, as, name, role, agencyName, part, does }) =>
      itemOf(lineId, [
        { label: "Who", text: [name, role, agencyName].filter(Boolean).join(", "), isOurs: as === "practitioner" },
        { label: "Their part", text: part },
        ...does.flatMap(({ what, outcome, startsOn, dueOn }): readonly Part[] => [
          { label: "What they do", text: what },
          { label: "So that", text: outcome },
          { label: "From", text: dayOrNone(startsOn), isOurs: true },
          { label: "By", text: dayOrNone(dueOn), isOurs: true },
        ]),
        ...(part || does.length > 0 ? [] : [{ text: "No action of their own", isOurs: true }]),
      ]),
    ),
  },
];

const dayOrNone = (day: string | null | undefined): string | undefined =>
  day === null || day === undefined ? undefined : onDay(day);

/** Why somebody was not told is for those who work with the child: it is on no paper. */
const toldInWords = (told: ToldOfView): string =>
  told.told === "yes" ? `Told on ${onDay(told.on)}` : told.told === "no" ? "Not told" : "Not told yet";

const askWhoGave = "Ask whoever gave you this sheet";

/** What may be shared, with whom and why; and what went between two days. */
export function sharedSections(sheet: SharedSheet): readonly CopySection[] {
  const { from, to, inForce, shares, counts, silent, isKept } = sheet;
  return [
    note(
      "shared",
      "A yes can be taken back at any time: tell whoever gave you this sheet. From then on nothing more is shared on it. What was shared before stays written down.",
      ...(isKept ? ["It is kept private where the child is. Nobody is named here whose work would tell."] : []),
    ),
    {
      title: "What may be shared now, because somebody said yes",
      items:
        inForce.length === 0
          ? [itemOf("inForce:none", [{ text: "Nobody has said yes to anything that holds today.", isOurs: true }])]
          : inForce.map(({ key, what, withWhom, why, who, from: since, lastDay }) =>
              itemOf(`inForce:${key}`, [
                { label: "What", text: what },
                { label: "With whom", text: withWhom },
                { label: "Why", text: why ?? askWhoGave },
                { label: "Who said yes", text: `${who}, ${onDay(since)}` },
                { label: "Until", text: lastDay === undefined ? "No end was set" : onDay(lastDay), isOurs: true },
              ]),
            ),
    },
    {
      title: `What was shared from ${onDay(from)} to ${onDay(to)}`,
      items: [
        ...(silent === undefined
          ? counts.map(({ label, amount, clause }, at) =>
              itemOf(`count:${at}`, [{ label: `${label} (${clause})`, text: `${amount}`, isOurs: true }]),
            )
          : [itemOf("count", [{ label: "In all", text: `${shares.length}`, isOurs: true }])]),
        ...(shares.length === 0
          ? [itemOf("shares:none", [{ text: "Nothing was shared in these days.", isOurs: true }])]
          : shares.map(({ key, what, on, withWhom, why, basis, by, childTold, familyTold }) =>
              itemOf(`share:${key}`, [
                { label: "What", text: what },
                { label: "Day", text: onDay(on), isOurs: true },
                { label: "With whom", text: withWhom },
                { label: "Why", text: why ?? askWhoGave },
                { label: "It rests on", text: basis, isOurs: true },
                { label: "Shared by", text: by, isOurs: true },
                { label: "The child", text: toldInWords(childTold) },
                { label: "The family", text: toldInWords(familyTold) },
              ]),
            )),
      ],
    },
  ];
}

type Looks = Awaited<ReturnType<typeof whoLookedAt>>;

/** Who has looked, person by person, and why. What somebody wrote when they opened it in an emergency is looked through. */
export const whoLookedSections = ({ from, to, people, isKept }: Looks): readonly CopySection[] => [
  note(
    "looked",
    `From ${onDay(from)} to ${onDay(to)}. Everybody who looked at the record, or changed something in it, is on this list with the reason. People may look only for as long as they have a part in the care of the child. If you do not know why somebody is here, ask whoever gave you this sheet: they can find out for you.`,
    ...(isKept ? ["It is kept private where the child is. Nobody is named here whose place of work would tell."] : []),
    ...(people.length === 0 ? ["Nobody looked in these days."] : []),
  ),
  ...people.map(({ key, name, post, agency, rows, emergencies }) => ({
    title: [name, post, agency].filter(Boolean).join(", "),
    items: [
      itemOf(
        `looks:${key}`,
        rows.map(({ day, what, why, times }) => ({
          label: onDay(day),
          text: `${what}${times > 1 ? ` (${times} times)` : ""}. ${why}`,
          isOurs: true,
        })),
      ),
      ...emergencies.map(({ at, reason, found, words, foundWords }) =>
        itemOf(`emergency:${key}:${at}`, [
          {
            label: `Opened in an emergency on ${inWords(dayOf(momentAt(at)))}`,
            text: `${reason}. ${found}`,
            isOurs: true,
          },
          { label: "What they wrote", text: words },
          { label: "What was found", text: foundWords },
        ]),
      ),
    ],
  })),
];
