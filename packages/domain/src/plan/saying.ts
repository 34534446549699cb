import type { GateSaid } from "../kernel/gate.ts";
import { type FactUsed, type Subject, subject, theChild, thePractitioner } from "../kernel/subject.ts";

/** What every clause about plans says in the same way. */

export const thePlan = ({ plan }: { readonly plan: { readonly id: string } }): Subject => subject("area", plan.id);

export const permits = (about: Subject, because: string): GateSaid => ({ effect: "permits", about, because });
export const prevents = (about: Subject, because: string): GateSaid => ({ effect: "prevents", about, because });
export const lacks = (about: Subject, missing: string, because = `It is not recorded ${missing}.`): GateSaid => ({
  effect: "unknown",
  missing,
  about,
  because,
});

/** A fact that is there: neither "none" nor "not-recorded". */
export const isKnown = <T>(value: T | "none" | "not-recorded"): value is T =>
  value !== "none" && value !== "not-recorded";

/** Whose duty it is, where somebody is named. */
export const byId = (id: string) => (isKnown(id) ? { whoId: id } : {});

/** "1 action", "3 actions". */
export const counted = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`;

export const fact = (about: Subject, name: string, value: FactUsed["value"]): FactUsed => ({ about, name, value });

/** Somebody a plan asks: the child, somebody of the family, or a practitioner. */
type Asked = { readonly id: string; readonly as: "child" | "family" | "practitioner" };

/** Whose fact the word of somebody is. What a family says is theirs together. */
export const ofAsked = ({ as, id }: Asked, childId: string): Subject =>
  as === "child" ? theChild(childId) : as === "family" ? subject("family", childId) : thePractitioner(id);

export const whoIs = { child: "the child", family: "the family", practitioner: "a practitioner" } as const;
