import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { line, optional } from "../kernel/text.ts";
import type { LegalStatusKind } from "../vocabulary/legal-statuses.ts";
import { type ReferenceKind, referenceKinds } from "../vocabulary/reference-kinds.ts";
import { sharingBases } from "../vocabulary/sharing-bases.ts";
import { codesOf } from "../vocabulary/term.ts";

/**
 * What the area tells an index of children: who leads, and how they are reached (CWDC-2.20b). The index is any service that
 * the area names; the one the document knew is gone (RN-26).
 */

/** A reference is a number or a short code: no room for words about a child. */
export const referenceLength = 40;

const Reference = line({ max: referenceLength, enter: "Enter the reference" }).pipe(
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9 ./-]*$/, "Use letters, digits, spaces, full stops, slashes and hyphens alone"),
);

const kind = z.enum(codesOf(referenceKinds), { error: "Choose which reference it is" });
const said = {
  /** What the page showed: another one meanwhile is somebody else's change. */
  was: optional(Reference),
  /** Left empty, the reference that was there is taken off the record. */
  reference: optional(Reference),
  /** What it rests on that the index shows who leads: somebody who works with the child says it (GN-15). */
  basis: z.enum(codesOf(sharingBases), { error: "Choose what it rests on" }).optional(),
};
type Said = {
  readonly kind: ReferenceKind;
  readonly was?: string | undefined;
  readonly reference?: string | undefined;
  readonly basis?: string | undefined;
};

/**
 * Where none was there, one is entered. With a reference of the index goes that others see who leads: that rests on something.
 * Of the others nothing leaves.
 */
function isWholeReference({ kind, was, reference, basis }: Said, ctx: z.RefinementCtx): void {
  if (was === undefined && reference === undefined)
    ctx.addIssue({ code: "custom", path: ["reference"], message: "Enter the reference" });
  if (kind === "child-index" && reference !== undefined && basis === undefined)
    ctx.addIssue({ code: "custom", path: ["basis"], message: "Choose what it rests on" });
}

export const KeepReferenceOnScreen = z.object({ kind, ...said }).superRefine(isWholeReference);
/** Keep by what another system knows a child, in place of what the page showed, or take it off (CWDC-2.20b). */
export const KeepReference = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    childId: IdSchema,
    kind,
    ...said,
  })
  .superRefine(isWholeReference);
export type KeepReference = z.infer<typeof KeepReference>;

/** With these a child has a case in children's social care, whose reference the record carries. */
const withACase: readonly LegalStatusKind[] = ["looked-after", "child-in-need"];

/**
 * Takes the legal statuses that hold today, or that nobody has recorded any; says whether the record should carry this
 * reference. Of statuses that are not recorded nothing is said: "not-recorded" is neither.
 */
export function carriesReference(
  kind: ReferenceKind,
  statuses: readonly LegalStatusKind[] | "not-recorded",
): boolean | "not-recorded" {
  if (kind !== "social-care") return false;
  if (statuses === "not-recorded") return "not-recorded";
  return statuses.some((status) => withACase.includes(status));
}

/** Who leads, as the index shows it. Nothing else of the child is in it. */
export type IndexedLead = { readonly name: string; readonly agency: string; readonly phone: string | null };

/**
 * What is sent of one entry, as text: the reference and who leads, or that the entry is taken back. Written one way only,
 * since it is signed as it is sent.
 */
export const entryAsSent = (reference: string, lead: IndexedLead | undefined): string =>
  JSON.stringify({
    reference,
    lead: lead === undefined ? null : { name: lead.name, agency: lead.agency, phone: lead.phone },
  });

/** What is signed: the moment of sending and the text, so that an old entry cannot be sent again as a new one. */
export const signedText = (sentAt: string, body: string): string => `${sentAt}\n${body}`;

const firstWait = 60_000;
const longestWait = 60 * 60_000;

/** Takes how often an entry was tried in vain, gives how many milliseconds to wait before the next time: 1, 2, 4 … 60 minutes. */
export const waitBeforeTry = (tries: number): number => Math.min(firstWait * 2 ** Math.max(0, tries - 1), longestWait);

/** Why an entry did not reach the index, for whoever looks after it. Nothing that the index answered is kept. */
export const indexProblems = {
  address: "Its address leads to a network of our own. The operator has to set another one.",
  "no-key": "There is no key to sign with. The operator has to write the area's key into the file of keys.",
  unreachable: "It could not be reached.",
  "no-answer": "It did not answer in time.",
  "broken-off": "It broke off before it had answered.",
  refused: "It refused the entry.",
  moved: "It sent us on to another address. Linchpin follows none: the operator has to set the new one.",
  "too-long": "Its answer was too long to be one of an index.",
} as const;
export type IndexProblem = keyof typeof indexProblems;

/** With these nothing left us: the index holds what it held before. After any other it may hold what was sent, or not. */
const nothingLeft: readonly IndexProblem[] = ["address", "no-key", "unreachable"];
export const leftNothing = (problem: IndexProblem): boolean => nothingLeft.includes(problem);

/** With these no other entry arrives either, so that the index is left alone for now. What it refuses is one entry's matter. */
const ofAllEntries: readonly IndexProblem[] = ["address", "no-key", "unreachable", "no-answer"];
/** Takes why an entry did not arrive; says whether no other would arrive either. */
export const meetsEveryEntry = (problem: IndexProblem): boolean => ofAllEntries.includes(problem);
