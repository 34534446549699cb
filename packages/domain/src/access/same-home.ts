import { nameKey } from "../kernel/names.ts";

/** Where somebody lives and is reached, as far as it is known. */
export type Home = {
  readonly line1?: string | null | undefined;
  readonly postcode?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
};

/** How two people may turn out to share a home. */
export type SameHome = "same-address" | "same-phone" | "same-email";

/** "sw1a 1aa" and "SW1A1AA" have one key; what is too short to be a postcode has none. */
export const postcodeKey = (postcode: string | null | undefined): string | undefined => {
  const key = (postcode ?? "")
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
  return key.length < 5 ? undefined : key;
};

/** "+44 (0)1632 960 001", "0044 1632 960001" and "01632-960001" have one key. */
export const phoneKey = (phone: string | null | undefined): string | undefined => {
  const digits = (phone ?? "").normalize("NFKC").replace(/\D/g, "");
  const national = digits.replace(/^0044/, "44").replace(/^44(?=\d{9,11}$)/, "");
  const key = national.replace(/^0+/, "");
  return key.length < 7 ? undefined : key;
};

export const emailKey = (email: string | null | undefined): string | undefined => {
  const key = (email ?? "").normalize("NFKC").trim().toLowerCase();
  return key.includes("@") ? key : undefined;
};

const shortened: Readonly<Record<string, string>> = {
  rd: "road",
  st: "street",
  ave: "avenue",
  av: "avenue",
  cl: "close",
  cres: "crescent",
  dr: "drive",
  gdns: "gardens",
  ln: "lane",
  pl: "place",
  sq: "square",
  ter: "terrace",
  apt: "flat",
  apartment: "flat",
};

/**
 * A dwelling within its postcode: its numbers, whatever stands around them ("Flat 3, 12 Mill Road", "12/3 Mill Rd"); its
 * words where it has no number ("Rose Cottage").
 */
const dwellingKey = (line1: string | null | undefined): string | undefined => {
  const words = nameKey((line1 ?? "").normalize("NFKC"))
    .split(" ")
    .filter(Boolean);
  const numbers = words.filter((word) => /^\d+[a-z]?$/.test(word)).sort();
  if (numbers.length > 0) return numbers.join(" ");
  const said = words.map((word) => shortened[word] ?? word).join(" ");
  return said === "" ? undefined : said;
};

export const addressKey = ({ line1, postcode }: Home): string | undefined => {
  const [code, dwelling] = [postcodeKey(postcode), dwellingKey(line1)];
  return code === undefined || dwelling === undefined ? undefined : `${code} ${dwelling}`;
};

/** Every key by which a home is told, with how it would tie somebody who has it too. */
export const keysOfHome = (home: Home): readonly (readonly [SameHome, string])[] =>
  (
    [
      ["same-address", addressKey(home)],
      ["same-phone", phoneKey(home.phone)],
      ["same-email", emailKey(home.email)],
    ] as const
  ).flatMap(([how, key]) => (key === undefined ? [] : [[how, key] as const]));

/** How two homes are the same; none where nothing that both have says so. */
export function sameHome(one: Home, other: Home): readonly SameHome[] {
  const keys = new Map(keysOfHome(one));
  return keysOfHome(other).flatMap(([how, key]) => (keys.get(how) === key ? [how] : []));
}
