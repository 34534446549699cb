import type { GateSaid } from "../kernel/gate.ts";
import { type FactUsed, type Subject, subject, theChild, thePractitioner } from "../kernel/subject.ts";

/** What every clause about plans says in the same way. */

export const permits = (about: Subject, because: string): GateSaid => ({ effect: "permits", about, because });
export const prevents = (about: Subject, because: string): GateSaid => ({ effect: "prevents", about, because });
export const lacks = (about: Subject, missing: string, because = `It is not recorded ${missing}.`): GateSaid => ({
  effect: "unknown",
  missing,
  about,
  because,
});

export const fact = (about: Subject, name: string, value: FactUsed["value"]): FactUsed => ({ about, name, value });

/** Somebody a plan asks: the child, somebody of the family, or a practitioner. */
type Asked = { readonly id: string; readonly as: "child" | "family" | "practitioner" };

/** Whose fact the word of somebody is. What a family says is theirs together. */
export const ofAsked = ({ as, id }: Asked, childId: string): Subject =>
  as === "child" ? theChild(childId) : as === "family" ? subject("family", childId) : thePractitioner(id);

export const whoIs = { child: "the child", family: "the family", practitioner: "a practitioner" } as const;
