import type { Refusal } from "@linchpin/domain";
import { refusalIn } from "../errors.ts";

/** What a call was refused with; throws where it was not refused, or where something broke. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  const outcome = await call.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
  if ("answer" in outcome) throw new Error(`it was not refused: ${JSON.stringify(outcome.answer)}`);
  const refusal = refusalIn(outcome.error);
  if (refusal === undefined) throw outcome.error;
  return refusal;
}
