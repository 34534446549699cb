/** A statement as the product's driver was given it. */
export type Statement = {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Rows as lists rather than objects. */
  readonly asLists: boolean;
};

/** The statements that one request sent, in their order. */
export type Trace = readonly Statement[];

/** A place in a statement that is another one each time: one of the plan's own strings, or an id made by the request. */
export type Hole = { readonly own: number } | { readonly fresh: number };
export type Part = string | Hole;
/** A text, or one with holes. */
export type Pattern = string | { readonly parts: readonly Part[] };
/** A value with its holes; what is no text stays as it is. */
export type PatternValue = Pattern | { readonly is: unknown } | { readonly list: readonly PatternValue[] };
export type PatternStatement = {
  readonly text: Pattern;
  readonly values: readonly PatternValue[];
  readonly asLists: boolean;
};

/** One or more requests that follow each other, as statements to run again for others. */
export type Template = { readonly requests: readonly (readonly PatternStatement[])[]; readonly freshIds: number };

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/;

/** When a UUIDv7 was made, in milliseconds. */
export const madeAt = (id: string): number | undefined =>
  id[14] === "7" ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : undefined;

/**
 * Makes a template of what was captured. Ids no older than `began` were made by the requests themselves, and are made
 * anew each time; `own` is what differs from one plan to the next.
 */
export function templateOf(
  traces: readonly Trace[],
  { began, own = [] }: { began: number; own?: readonly string[] },
): Template {
  const places = new Map(own.map((one, place) => [one, place]));
  const fresh = new Map<string, number>();
  const holes = new RegExp([...own.filter((one) => !uuid.test(one)), uuid.source].join("|"), "g");
  const holeFor = (found: string): Hole | undefined => {
    const place = places.get(found);
    if (place !== undefined) return { own: place };
    if ((madeAt(found) ?? 0) < began) return undefined;
    const known = fresh.get(found) ?? fresh.size;
    fresh.set(found, known);
    return { fresh: known };
  };
  const pattern = (text: string): Pattern => {
    const parts: Part[] = [];
    let from = 0;
    for (const { 0: found, index } of text.matchAll(holes)) {
      const hole = holeFor(found);
      if (!hole) continue;
      if (index > from) parts.push(text.slice(from, index));
      parts.push(hole);
      from = index + found.length;
    }
    if (parts.length === 0) return text;
    return { parts: from < text.length ? [...parts, text.slice(from)] : parts };
  };
  const value = (given: unknown): PatternValue => {
    if (typeof given === "string") return pattern(given);
    if (given instanceof Date) return given.toISOString();
    if (given instanceof Uint8Array) return `\\x${Buffer.from(given).toString("hex")}`;
    if (Array.isArray(given)) return { list: given.map(value) };
    return { is: given };
  };
  const requests = traces.map((trace) =>
    trace.map(({ text, values, asLists }) => ({ text: pattern(text), values: values.map(value), asLists })),
  );
  return { requests, freshIds: fresh.size };
}

export type Filling = { readonly own: readonly string[]; readonly fresh: readonly string[] };

const inHole = (hole: Hole, { own, fresh }: Filling): string =>
  ("own" in hole ? own[hole.own] : fresh[hole.fresh]) ?? "";

export const filledPart = (part: Part, filling: Filling): string =>
  typeof part === "string" ? part : inHole(part, filling);

export const filled = (pattern: Pattern, filling: Filling): string =>
  typeof pattern === "string" ? pattern : pattern.parts.map((part) => filledPart(part, filling)).join("");

export function filledValue(value: PatternValue, filling: Filling): unknown {
  if (typeof value === "string" || "parts" in value) return filled(value, filling);
  return "list" in value ? value.list.map((one) => filledValue(one, filling)) : value.is;
}

/** Opens a transaction: several statements in one text, which cannot be prepared. */
export const begins = (text: Pattern): boolean => filled(text, { own: [], fresh: [] }).startsWith("begin");
export const ends = (text: Pattern): boolean => text === "commit" || text === "rollback";
