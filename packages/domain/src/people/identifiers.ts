import { isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import type { IdentifierKind } from "../vocabulary/identifier-kinds.ts";

/**
 * What a check of an identifier found. A check digit says "not mistyped", never "this is the right child".
 * `valid`: keep it. `unusual`: ask to type it again, keep it with a reason. `invalid`: it is not such a number.
 * `refused`: it adds up and still cannot be anybody's.
 */
export type IdentifierStatus = "valid" | "unusual" | "invalid" | "refused";

export type IdentifierCheck = {
  readonly status: IdentifierStatus;
  /** As it is stored: no spaces or hyphens, letters upper-cased. Leading zeros stay. */
  readonly value: string;
  /** What to do about it, never repeating the number: it may reach a log. Left out when the status is valid. */
  readonly problem?: string;
};

/** Test numbers are accepted only where every child is invented. */
export type Demonstration = { readonly isDemonstration: boolean };

const valid = (value: string): IdentifierCheck => ({ status: "valid", value });
const invalid = (value: string, problem: string): IdentifierCheck => ({ status: "invalid", value, problem });
const unusual = (value: string, problem: string): IdentifierCheck => ({ status: "unusual", value, problem });
const refused = (value: string, problem: string): IdentifierCheck => ({ status: "refused", value, problem });

/** Without the spaces and hyphens (of any kind) that people and spreadsheets put in. */
const stripped = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\u00AD\u200B-\u200D\u2060\uFEFF\p{Pd}]/gu, "")
    .toUpperCase();

const digitAt = (digits: string, at: number): number => Number(digits[at]);
const isRepeatedDigit = (digits: string): boolean => /^(\d)\1*$/.test(digits);

/** The tenth digit that modulus 11 gives nine digits; undefined where no such number exists. */
export function modulus11CheckDigit(nineDigits: string): number | undefined {
  const sum = [...nineDigits].reduce((total, digit, at) => total + (10 - at) * Number(digit), 0);
  const check = 11 - (sum % 11);
  return check === 11 ? 0 : check === 10 ? undefined : check;
}

const passesModulus11 = (tenDigits: string): boolean =>
  modulus11CheckDigit(tenDigits.slice(0, 9)) === digitAt(tenDigits, 9);

function passesLuhn(digits: string): boolean {
  const total = [...digits].reverse().reduce((sum, digit, at) => {
    const weighed = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return sum + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return total % 10 === 0;
}

/** Six digits DDMMYY that are a day of 19YY or of 20YY. */
function isShortDate(ddmmyy: string): boolean {
  const [day, month, year] = [ddmmyy.slice(0, 2), ddmmyy.slice(2, 4), ddmmyy.slice(4, 6)];
  return isLocalDate(`19${year}-${month}-${day}`) || isLocalDate(`20${year}-${month}-${day}`);
}

/** England, Wales and the Isle of Man: ten digits, modulus 11. Numbers that begin 999 are for testing. */
export function checkNhsNumber(text: string, { isDemonstration }: Demonstration): IdentifierCheck {
  const value = stripped(text);
  if (!/^\d{10}$/.test(value)) return invalid(value, "An NHS number has 10 digits. Check it and type it again.");
  if (!passesModulus11(value))
    return invalid(value, "One of the digits of the NHS number is not right. Check it and type it again.");
  if (isRepeatedDigit(value))
    return refused(value, "Nobody has an NHS number that is one digit repeated. Check it and type it again.");
  if (value.startsWith("999") && !isDemonstration)
    return refused(value, "NHS numbers that begin 999 are for testing. Enter the child's own number.");
  if (isShortDate(value))
    return unusual(value, "This looks like a CHI number, from Scotland. Check that it is an NHS number.");
  return valid(value);
}

/** "943 476 5919": as an NHS number is read out and shown. */
export const nhsNumberInGroups = (value: string): string =>
  `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6)}`;

/**
 * Scotland: DDMMYY, two free digits, one that is odd for males, a check digit. Since 2026 some numbers pass modulus 10
 * (Luhn) only; they were needed for births on 1 January, so on another date such a number is typed again first.
 */
export function checkChiNumber(text: string): IdentifierCheck {
  const value = stripped(text);
  if (!/^\d{10}$/.test(value)) return invalid(value, "A CHI number has 10 digits. Check it and type it again.");
  if (!isShortDate(value.slice(0, 6)))
    return invalid(value, "A CHI number begins with a date of birth: day, month, year. Check it and type it again.");
  if (isRepeatedDigit(value))
    return refused(value, "Nobody has a CHI number that is one digit repeated. Check it and type it again.");
  if (passesModulus11(value)) return valid(value);
  if (!passesLuhn(value))
    return invalid(value, "One of the digits of the CHI number is not right. Check it and type it again.");
  return value.startsWith("0101")
    ? valid(value)
    : unusual(value, "This CHI number is unusual for its date of birth. Type it again, and say why if it is right.");
}

/** Whether a CHI number begins with this date of birth. A difference is worth a second look, never a refusal. */
export const chiBeginsWith = (chi: string, bornOn: LocalDate): boolean =>
  chi.slice(0, 6) === `${bornOn.slice(8, 10)}${bornOn.slice(5, 7)}${bornOn.slice(2, 4)}`;

const upnLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";

/**
 * Ranges in which the department has numbered English and Welsh authorities, abolished ones too: children keep the
 * number of an authority that is gone, and new ones come, so a code outside them is asked about and not refused.
 */
const authorityRanges: readonly (readonly [number, number])[] = [
  [201, 213],
  [301, 320],
  [330, 336],
  [340, 344],
  [350, 359],
  [370, 373],
  [380, 384],
  [390, 394],
  [420, 420],
  [660, 681],
  [800, 949],
];

/** The letter a unique pupil number begins with, from the twelve characters after it. */
export function upnCheckLetter(twelve: string): string | undefined {
  const values = [...twelve].map((char) => (/\d/.test(char) ? Number(char) : upnLetters.indexOf(char)));
  if (values.includes(-1)) return undefined;
  const sum = values.reduce((total, value, at) => total + (at + 2) * value, 0);
  return upnLetters[sum % 23];
}

/** England and Wales: a check letter and twelve digits; a temporary one ends in a letter. */
export function checkUpn(text: string): IdentifierCheck {
  const value = stripped(text);
  if (value.length !== 13)
    return invalid(value, "A unique pupil number has 13 characters. Check it and type it again.");
  if (!/^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(value))
    return invalid(
      value,
      "A unique pupil number is a letter and 12 digits (a temporary one ends in a letter), and never has I, O or S.",
    );
  if (upnCheckLetter(value.slice(1)) !== value[0])
    return invalid(value, "The first letter of the unique pupil number does not fit its digits. Type it again.");
  const authority = Number(value.slice(1, 4));
  return authorityRanges.some(([first, last]) => first <= authority && authority <= last)
    ? valid(value)
    : unusual(value, "No local authority is known by digits 2 to 4 of this unique pupil number. Check it.");
}

/** A temporary UPN is replaced by a permanent one: it may stand for a term, never for good. */
export const isTemporaryUpn = (value: string): boolean => /[A-Z]$/.test(value);

/** The ninth digit of a Scottish Candidate Number, from the eight before it; undefined where no such number exists. */
export function scnCheckDigit(eightDigits: string): number | undefined {
  const weights = [3, 2, 7, 6, 5, 4, 3, 2];
  const remainder = weights.reduce((sum, weight, at) => sum + weight * digitAt(eightDigits, at), 0) % 11;
  return remainder === 0 ? 0 : remainder === 1 ? undefined : 11 - remainder;
}

/** Scotland: nine digits. Our source for its check digit is second-hand: see mayBeKept. */
export function checkScn(text: string): IdentifierCheck {
  const value = stripped(text);
  if (!/^\d{9}$/.test(value))
    return invalid(value, "A Scottish Candidate Number has 9 digits. Check it and type it again.");
  return scnCheckDigit(value.slice(0, 8)) === digitAt(value, 8)
    ? valid(value)
    : invalid(value, "One of the digits of the Scottish Candidate Number is not right. Check it and type it again.");
}

/** A property's number: up to twelve digits, compared without leading zeros. As secret as the address. */
export function checkUprn(text: string): IdentifierCheck {
  const value = stripped(text).replace(/^0+(?=\d)/, "");
  return /^[1-9]\d{0,11}$/.test(value)
    ? valid(value)
    : invalid(value, "A unique property reference number has up to 12 digits. Check it and type it again.");
}

/** An English school: six digits. */
export function checkUrn(text: string): IdentifierCheck {
  const value = stripped(text);
  return /^\d{6}$/.test(value)
    ? valid(value)
    : invalid(value, "A school's unique reference number (URN) has 6 digits. Check it and type it again.");
}

/** A Scottish school or nursery: seven digits as far as we know, so another shape is asked about and kept as text. */
export function checkSeedCode(text: string): IdentifierCheck {
  const value = stripped(text);
  return /^\d{7}$/.test(value) ? valid(value) : unusual(value, "A school's SEED code usually has 7 digits. Check it.");
}

const outward = /^(?:[A-PR-UWYZ]\d[\dABCDEFGHJKPSTUW]?|[A-PR-UWYZ][A-HK-Y]\d[\dABEHMNPRVWXY]?|GIR)$/;

/** The shape of a UK postcode, shown with its one space. An address abroad has none, so a form may leave it out. */
export function checkPostcode(text: string): IdentifierCheck {
  const together = stripped(text);
  const [first, last] = [together.slice(0, -3), together.slice(-3)];
  if (outward.test(first) && /^\d[ABD-HJLNP-UW-Z]{2}$/.test(last)) return valid(`${first} ${last}`);
  return invalid(together, "Enter a full UK postcode, like WN1 1YN, or leave it out for an address abroad.");
}

/** The same for a kind that is only known as data: an import, a stored row. */
export function checkIdentifier(kind: IdentifierKind, text: string, where: Demonstration): IdentifierCheck {
  switch (kind) {
    case "nhs-number":
      return checkNhsNumber(text, where);
    case "chi-number":
      return checkChiNumber(text);
    case "upn":
      return checkUpn(text);
    case "scn":
      return checkScn(text);
  }
}

/**
 * Whether a child's identifier may be kept: as it is, with a worker's reason, or not at all. A Scottish Candidate
 * Number of nine digits is never refused: we have its formula at second hand.
 */
export function mayBeKept(kind: IdentifierKind, { status, value }: IdentifierCheck): "yes" | "with-a-reason" | "no" {
  if (status === "valid") return "yes";
  return status === "unusual" || (kind === "scn" && /^\d{9}$/.test(value)) ? "with-a-reason" : "no";
}
