import type { DutyDecision } from "../kernel/decision.ts";
import { nameKey } from "../kernel/names.ts";
import type { CarerPart } from "../vocabulary/people-around.ts";

/** The act of the duty by which lead and trusted person settle what they share (CWDC-4.6b). */
export const settlesSharing = "agree-sharing-with-trusted-person";
/** The act of the duty by which a child is asked whom they would rather talk to (BOL-7.P7). */
export const asksWhomTheChildTrusts = "ask-whom-the-child-trusts";

/** What was last said of one adult. */
export type SaidOfAdult = { readonly name: string; readonly takesPartIn: readonly CarerPart[] };

/** What an adult takes part in; undefined while nobody has said. What was said last stands last. */
export const partsOfAdult = (name: string, said: readonly SaidOfAdult[]): readonly CarerPart[] | undefined =>
  said.findLast((one) => nameKey(one.name) === nameKey(name))?.takesPartIn;

/** Whether it was said last that an adult takes part in nothing: nobody writes to them either. */
export const takesPartInNothing = (name: string, said: readonly SaidOfAdult[]): boolean =>
  partsOfAdult(name, said)?.length === 0;

/** Whether an adult is offered for something: who was left out is not, and while nobody has said, nobody is left out. */
export const isOffered = (name: string, part: CarerPart, said: readonly SaidOfAdult[]): boolean =>
  partsOfAdult(name, said)?.includes(part) ?? true;

/** What of a decision about a child's statuses is owed of one act. */
export const owedOf = ({ owed }: Pick<DutyDecision, "owed">, act: string) => owed.find((one) => one.act === act);
