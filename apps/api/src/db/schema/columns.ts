import { type DayRange, localDate } from "@linchpin/domain";
import { customType, date, integer, timestamp, uuid } from "drizzle-orm/pg-core";

/** A stretch of time as it is held: `from` is its first instant, `until` the first after it; none while it lasts. */
export type Period = { readonly from: string; readonly until?: string };

const bounds = /^[[(]"?([^",]*)"?,"?([^",)\]]*)"?[)\]]$/;

function readBounds(text: string): readonly [string, string] {
  const found = bounds.exec(text);
  if (!found) throw new Error(`not a range: ${text}`);
  return [found[1] ?? "", found[2] ?? ""];
}

/** A half-open stretch of days. */
export const dayRange = customType<{ data: DayRange; driverData: string }>({
  dataType: () => "daterange",
  toDriver: ({ from, until }) => `[${from},${until ?? ""})`,
  fromDriver: (text) => {
    const [from, until] = readBounds(text);
    return until === "" ? { from: localDate(from) } : { from: localDate(from), until: localDate(until) };
  },
});

/** A half-open stretch of time. */
export const period = customType<{ data: Period; driverData: string }>({
  dataType: () => "tstzrange",
  toDriver: ({ from, until }) => `[${from},${until ?? ""})`,
  fromDriver: (text) => {
    const [from, until] = readBounds(text);
    const instant = (value: string) => new Date(value.replace(/([+-]\d\d)$/, "$1:00")).toISOString();
    return until === "" ? { from: instant(from) } : { from: instant(from), until: instant(until) };
  },
});

/** An instant, read as ISO 8601 in UTC. */
export const instant = customType<{ data: string; driverData: string | Date }>({
  dataType: () => "timestamptz",
  fromDriver: (value) =>
    new Date(typeof value === "string" ? value.replace(/([+-]\d\d)$/, "$1:00") : value).toISOString(),
});

/** Bytes, for hashes. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** The tenant, the unit of row security and of distribution: the first column of every key. */
export const areaId = () => uuid().notNull();

/** Counts changes: an update names the version it saw. */
export const version = () => integer().notNull().default(1);

/** When the row was written; corrections add a row and close the old one. */
export const recordedAt = () => instant().notNull();
export const supersededAt = () => instant();

export { date, timestamp };
