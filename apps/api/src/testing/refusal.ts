import type { Refusal } from "@linchpin/domain";
import { refusalIn } from "../errors.ts";
import { type Released, released } from "../trpc.ts";

type OfRules<R> = Extract<R, { readonly kind: "rule-prevents" }>;

/** A refusal with what a browser would be told of it: of a rule's, the findings that are not about a colleague. */
export type Refused = Exclude<Refusal, { kind: "rule-prevents" }> | (OfRules<Refusal> & OfRules<Released>);

/** What a call was refused with; throws where it was not refused, or where something broke. */
export async function refusalOf(call: Promise<unknown>): Promise<Refused> {
  const outcome = await call.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
  if ("answer" in outcome) throw new Error(`it was not refused: ${JSON.stringify(outcome.answer)}`);
  const refusal = refusalIn(outcome.error);
  if (refusal === undefined) throw outcome.error;
  const told = released(refusal);
  if (refusal.kind === "rule-prevents" && told.kind === "rule-prevents") return { ...refusal, ...told };
  return refusal as Exclude<Refusal, { kind: "rule-prevents" }>; // the one kind with a decision went above
}
