import type { Decision } from "./decision.ts";

/** Why the product will not do something, in the domain's own words. One table in the api turns these into transport. */
export type Refusal =
  /** There is no such thing, or this person may not know of it: the two read the same. */
  | { readonly kind: "not-visible"; readonly what: string }
  | { readonly kind: "not-allowed"; readonly action: string; readonly why?: string }
  | { readonly kind: "changed-since"; readonly what: string }
  /** It is there already, or too late for it: "A proposal is already open for this plan." */
  | { readonly kind: "already"; readonly because: string }
  | { readonly kind: "rule-prevents"; readonly decision: Decision }
  /** What was entered cannot be used; each problem names the field it belongs to. */
  | { readonly kind: "input"; readonly problems: readonly { readonly path: string; readonly message: string }[] }
  | { readonly kind: "too-many"; readonly because: string; readonly retryAfterSeconds?: number }
  | { readonly kind: "signed-out" };

export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}
