import { DomainError, type Refusal } from "@linchpin/domain";
import { TRPCError } from "@trpc/server";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/unstable-core-do-not-import";
import { codeOf, constraintOf } from "./db/asking.ts";

/** A refusal without a line here does not compile. */
const codeFor = {
  "not-visible": "NOT_FOUND", // never reveal that a record exists
  "not-allowed": "FORBIDDEN",
  "changed-since": "CONFLICT",
  already: "CONFLICT",
  "rule-prevents": "UNPROCESSABLE_CONTENT",
  input: "BAD_REQUEST",
  "too-many": "TOO_MANY_REQUESTS",
  "signed-out": "UNAUTHORIZED",
} satisfies Record<Refusal["kind"], TRPC_ERROR_CODE_KEY>;

/** What a constraint of the database says, where two changes raced and one lost. */
const alreadySaid: Readonly<Record<string, string>> = {
  one_open_proposal_per_plan: "Somebody has already proposed a lead professional for this plan. Open that proposal.",
  one_lead_at_a_time: "This plan has a lead professional already. Reload the page to see who it is.",
  one_lead_answers_for_a_child:
    "Another lead professional already answers for this child. Reload the page to see who it is.",
  one_named_person_at_a_time: "This child has another named person for these days. Reload the page to see who it is.",
  one_acts_at_a_time: "Somebody already acts for the lead professional on these days.",
  one_contact_of_record: "The contact for this plan changed a moment ago. Reload the page and try again.",
  child_identifier_is_one_childs: "Another record already has this number.",
};

/** Takes whatever was thrown; gives the refusal in it, or undefined where it is a fault of ours. */
export function refusalIn(error: unknown): Refusal | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1)
    if (at instanceof DomainError) return at.refusal;
  const said = alreadySaid[constraintOf(error) ?? ""];
  if (said !== undefined && ["23P01", "23505"].includes(codeOf(error) ?? "")) return { kind: "already", because: said };
  return undefined;
}

/** The refusal as transport. */
export const asTransport = (refusal: Refusal, cause: unknown): TRPCError =>
  new TRPCError({
    code: codeFor[refusal.kind],
    message: refusal.kind,
    cause: cause instanceof DomainError ? cause : new DomainError(refusal),
  });
