import {
  type Copy,
  type CopyClearing,
  type CopyFinding,
  type CopyItem,
  type CopyLine,
  type KnownOfFamily,
  takenOut,
} from "./copy-finding.ts";
import { type LookedFor, marksIn } from "./copy-marks.ts";

const itemsOf = ({ sections }: Copy): readonly CopyItem[] => sections.flatMap(({ items }) => items);

/** What of a copy has to be looked at before it goes to its recipient, in the order it stands there. */
export const findingsIn = (copy: Copy, known: KnownOfFamily): readonly CopyFinding[] =>
  itemsOf(copy).flatMap((item) => [
    ...(item.notReleasedBy === undefined ? [] : [wholeItem(item, item.notReleasedBy)]),
    ...item.lines.flatMap((line) => findingsInLine(item, line, known)),
  ]);

const wholeItem = (item: CopyItem, service: string): CopyFinding => ({
  key: `${item.key}:whole`,
  kind: "not-released",
  itemKey: item.key,
  words: (item.lines.some(({ isOurs }) => !isOurs) ? item.lines.filter(({ isOurs }) => !isOurs) : item.lines)
    .map(({ text }) => text)
    .join(" "),
  service,
  mustGo: false,
});

const wholly = ({ isOurs, isOfWork }: CopyLine): LookedFor => (isOurs ? "places" : isOfWork ? "known" : "all");

const findingsInLine = ({ key: itemKey }: CopyItem, line: CopyLine, known: KnownOfFamily): readonly CopyFinding[] =>
  marksIn(line.text, known, wholly(line)).map(({ from, to, kind }) => ({
    key: `${line.key}:${from}-${to}`,
    kind,
    itemKey,
    words: line.text.slice(from, to),
    at: { lineKey: line.key, from, to },
    mustGo: kind === "whereabouts",
  }));

const isWhole = ({ at }: CopyFinding) => at === undefined;

/** Of what was found, what nobody has decided about yet. Words of an item that is taken out go with it. */
export function uncleared(
  findings: readonly CopyFinding[],
  clearings: readonly CopyClearing[],
  { needsReason }: { readonly needsReason: boolean },
): readonly CopyFinding[] {
  const how = new Map(clearings.map((one) => [one.key, one]));
  const gone = goneItems(findings, clearings);
  return findings.filter((finding) => {
    if (!isWhole(finding) && gone.has(finding.itemKey)) return false;
    const decided = how.get(finding.key);
    if (decided === undefined) return true;
    if (decided.how === "out") return false;
    return finding.mustGo || (needsReason && decided.because === undefined);
  });
}

const goneItems = (findings: readonly CopyFinding[], clearings: readonly CopyClearing[]): ReadonlySet<string> => {
  const out = new Set(clearings.flatMap(({ key, how }) => (how === "out" ? [key] : [])));
  return new Set(findings.filter((one) => isWhole(one) && out.has(one.key)).map(({ itemKey }) => itemKey));
};

/** The copy with everything taken out that somebody took out, and nothing else of it changed. */
export function asCleared(copy: Copy, findings: readonly CopyFinding[], clearings: readonly CopyClearing[]): Copy {
  const out = new Set(clearings.flatMap(({ key, how }) => (how === "out" ? [key] : [])));
  const gone = goneItems(findings, clearings);
  const lineOf = (line: CopyLine): CopyLine => {
    const here = findings.filter(({ key, at }) => at?.lineKey === line.key && out.has(key));
    return here.length === 0 ? line : { ...line, text: withoutThose(line.text, here) };
  };
  return {
    ...copy,
    sections: copy.sections.map((section) => ({
      ...section,
      items: section.items.map((item) =>
        gone.has(item.key)
          ? { key: item.key, lines: [{ key: `${item.key}:gone`, text: takenOut }] }
          : { ...item, lines: item.lines.map(lineOf) },
      ),
    })),
  };
}

const withoutThose = (text: string, findings: readonly CopyFinding[]): string =>
  findings
    .toSorted((one, other) => (other.at?.from ?? 0) - (one.at?.from ?? 0))
    .reduce((left, { at }) => (at === undefined ? left : left.slice(0, at.from) + takenOut + left.slice(at.to)), text);
