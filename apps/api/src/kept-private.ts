import { mayBeSameAdult } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { areaWide, rowsOf } from "./db/asked.ts";
import type { Handle } from "./db/database.ts";
import { anyOf } from "./db/many.ts";

/**
 * What is left of an answer where it is kept private from its reader where a child is. Row security hides the rows that
 * say it; this is for words that quote them: a step of a chronology, a note of what changed, a title, a decision's facts.
 */

export const keptPrivate = "[kept private]";

type Where = {
  readonly childId: string;
  /** Words that stand for a place or a person: found whole, whatever their capitals and spaces. */
  readonly words: readonly string[];
  readonly phones: readonly string[];
  /** What stands behind the @ of whoever works where the child is. */
  readonly domains: readonly string[];
  readonly carers: readonly string[];
  readonly keptAway: readonly string[];
  /** Where letters and calls go meanwhile: told to everybody as it stands, though a town or a name in it is the child's as well. */
  readonly safeContacts: readonly { readonly name?: string; readonly address?: string; readonly phone?: string }[];
};

/** Where children are and who cares for them, as it is and was recorded, beside a roll the reader keeps: read to be taken out, and for nothing else. */
const whereaboutsOf = (tx: Handle, areaId: string, childIds: readonly string[]): Promise<readonly Where[]> =>
  areaWide(tx, () =>
    rowsOf<Where>(
      tx,
      sql`with at_work_there as (
          select p.child_id, pr.phone, pr.email from place p
            join post po on po.area_id = p.area_id and po.establishment_id = p.establishment_id and po.during @> (app_now() at time zone 'Europe/London')::date
            join practitioner pr on pr.area_id = po.area_id and pr.practitioner_id = po.practitioner_id
            where p.area_id = ${areaId} and p.child_id = ${anyOf(childIds)} and p.establishment_id <> all (rolls_i_keep())
              and (upper_inf(p.during) or upper(p.during) > (app_now() at time zone 'Europe/London')::date))
        select c.child_id as "childId",
        array_to_json(array(
          select unnest(array[d.line1, d.town, d.postcode]) from child_address d where d.area_id = c.area_id and d.child_id = c.child_id
          union select k.email from carer k where k.area_id = c.area_id and k.child_id = c.child_id
          union select n[1] from agreed_way w, regexp_matches(concat_ws(' ', w.words, w.how_often), '[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+[A-Za-z]', 'g') n
            where w.area_id = c.area_id and w.child_id = c.child_id
          union select unnest(array[e.name, e.address, p."group", p.house]) from place p join establishment e on e.area_id = p.area_id and e.establishment_id = p.establishment_id
            where p.area_id = c.area_id and p.child_id = c.child_id and p.establishment_id <> all (rolls_i_keep()) and (upper_inf(p.during) or upper(p.during) > (app_now() at time zone 'Europe/London')::date)
          except select unnest(array[p."group", p.house]) from place p
            where p.area_id = c.area_id and p.child_id = c.child_id and p.establishment_id = any (rolls_i_keep()) and p.superseded_at is null)) as words,
        array_to_json(array(
          select k.phone from carer k where k.area_id = c.area_id and k.child_id = c.child_id
          union select cc.reach from chosen_contact cc where cc.area_id = c.area_id and cc.child_id = c.child_id
          union select n[1] from agreed_way w, regexp_matches(concat_ws(' ', w.words, w.how_often), '[+]?[0-9][0-9 ().-]{4,}[0-9]', 'g') n
            where w.area_id = c.area_id and w.child_id = c.child_id
          union select e.phone from place p join establishment e on e.area_id = p.area_id and e.establishment_id = p.establishment_id
            where p.area_id = c.area_id and p.child_id = c.child_id and p.establishment_id <> all (rolls_i_keep()) and (upper_inf(p.during) or upper(p.during) > (app_now() at time zone 'Europe/London')::date)
          union select w.phone from at_work_there w where w.child_id = c.child_id)) as phones,
        array_to_json(array(select distinct split_part(w.email, '@', 2) from at_work_there w where w.child_id = c.child_id and w.email like '%@%')) as domains,
        array_to_json(array(select k.name from carer k where k.area_id = c.area_id and k.child_id = c.child_id
          union select cc.name from chosen_contact cc where cc.area_id = c.area_id and cc.child_id = c.child_id and cc.name is not null)) as carers,
        array_to_json(array(select r.adult from restriction r where r.area_id = c.area_id and r.child_id = c.child_id and r.adult is not null and upper_inf(r.during))) as "keptAway",
        array_to_json(array(select r.safe_contact from restriction r where r.area_id = c.area_id and r.child_id = c.child_id and r.safe_contact is not null and upper_inf(r.during))) as "safeContacts"
      from child c where c.area_id = ${areaId} and c.child_id = ${anyOf(childIds)}`,
    ),
  );

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** A class of a figure or a letter would be found everywhere, and says nothing by itself. */
const isTelling = (text: string | null): text is string =>
  text !== null && text.trim().length > 1 && /\p{L}/u.test(text);

const inAnyCase = (text: string): string => text.trim().split(/\s+/).map(escaped).join("\\s*");
/** A text as a whole, also as it stands line by line in a letter. */
const asItStands = (text: string | undefined): readonly string[] =>
  text === undefined || text.trim() === ""
    ? []
    : [
        text
          .trim()
          .split(/\s+/)
          .map((word) => escaped(word).replace(/&/g, "&(?:amp;)?").replace(/'/g, "(?:'|&#39;)"))
          .join("(?:\\s|<br>)*"),
      ];
const inAnySpacing = (phone: string | null): readonly string[] => {
  const digits = (phone ?? "").replace(/\D/g, "");
  return digits.length < 6 ? [] : [[...digits].join("[\\s().-]*")];
};

function expressionOf({ words, phones, domains, carers, keptAway, safeContacts }: Where): RegExp | undefined {
  const people = carers.filter((name) => !keptAway.some((adult) => mayBeSameAdult(adult, name)));
  const found = [
    ...[...words, ...people].filter(isTelling).map(inAnyCase),
    ...phones.flatMap(inAnySpacing),
    ...domains.filter(isTelling).map((domain) => `[\\p{L}\\p{N}._%+-]{1,64}@${escaped(domain)}`),
  ];
  if (found.length === 0) return undefined;
  const longestFirst = found.toSorted((one, other) => other.length - one.length).join("|");
  // what stays is found first, and as a group of its own
  const stays = safeContacts.flatMap(({ name, address, phone }) => [name, address, phone].flatMap(asItStands));
  const spared = stays.length === 0 ? "(?!)" : stays.join("|");
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:(${spared})|${longestFirst})(?![\\p{L}\\p{N}])`, "giu");
}

/** An answer without where these children are; `about` are all whom it shows, `unnamed` those of whom it shows words alone. */
export async function withoutWhereabouts<T>(
  tx: Handle,
  of: {
    readonly areaId: string;
    readonly kept: readonly string[];
    readonly about: readonly string[];
    readonly unnamed: readonly string[];
  },
  answer: T,
): Promise<T> {
  const rows = await whereaboutsOf(tx, of.areaId, of.kept);
  const byChild = new Map(
    rows.flatMap((row) => {
      const expression = expressionOf(row);
      return expression === undefined ? [] : [[row.childId, expression] as const];
    }),
  );
  const all = [...byChild.values()];
  if (all.length === 0) return answer;
  const everywhere = of.unnamed.flatMap((childId) => byChild.get(childId) ?? []);
  return (of.about.length === 1 ? takenOut(answer, all) : takenOutOfRows(answer, byChild, everywhere)) as T; // text stays text
}

/** Ids and moments are no words. */
const isCode = /^(?:[\da-f]{8}-[\da-f-]{27}|\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?)$/;

const inText = (text: string, expressions: readonly RegExp[]): string =>
  isCode.test(text)
    ? text
    : expressions.reduce(
        (left, one) =>
          left.replace(one, (found: string, spared: string | undefined) =>
            spared === undefined ? keptPrivate : found,
          ),
        text,
      );

function takenOut(node: unknown, expressions: readonly RegExp[]): unknown {
  if (typeof node === "string") return inText(node, expressions);
  return within(node, (part) => takenOut(part, expressions));
}

/** Of a list of several children, only in what is about one of these: whatever names the child, and what stands within it. */
function takenOutOfRows(node: unknown, byChild: ReadonlyMap<string, RegExp>, outer: readonly RegExp[]): unknown {
  if (typeof node === "string") return inText(node, outer);
  if (typeof node !== "object" || node === null) return node;
  const named = Object.values(node).flatMap((part: unknown) => [
    part,
    ...(typeof part === "object" && part !== null && !Array.isArray(part) ? Object.values(part) : []),
  ]);
  const here = Array.isArray(node)
    ? outer
    : [...outer, ...named.flatMap((part) => (typeof part === "string" ? (byChild.get(part) ?? []) : []))];
  return within(node, (part) => takenOutOfRows(part, byChild, here));
}

const within = (node: unknown, work: (part: unknown) => unknown): unknown => {
  if (Array.isArray(node)) return node.map(work);
  if (typeof node !== "object" || node === null || node instanceof Date) return node;
  return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, work(part)]));
};
