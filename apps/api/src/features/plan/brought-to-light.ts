import { type BroughtToLight, inWords, needTriggers } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import type { PlanRow } from "./plan-row.ts";
import type { PlanView } from "./views.ts";

type Columns = Pick<PlanRow, "trigger" | "triggerOn" | "triggerWords">;

/** What brought a need to light, as a plan's row keeps it. One that built up has no day. */
export const triggerColumns = (said: BroughtToLight): Columns =>
  said.is === "built-up"
    ? { trigger: "built-up", triggerOn: null, triggerWords: null }
    : { trigger: said.kind, triggerOn: said.on, triggerWords: said.words };

/** The same for the chronology: "What brought the need to light: something that happened, on 17 March 2026. Mother admitted…" */
export const triggerInWords = (said: BroughtToLight): string =>
  said.is === "built-up"
    ? "What brought the need to light: it built up over time."
    : `What brought the need to light: ${needTriggers[said.kind].label.toLowerCase()}, on ${inWords(said.on)}. ${said.words}`;

/** The same as a plan's page reads it; nothing while nobody has said. */
export const triggerView = ({ trigger, triggerOn, triggerWords }: Columns): Pick<PlanView["answers"], "trigger"> =>
  trigger === null
    ? {}
    : {
        trigger: {
          what: { code: trigger, label: needTriggers[trigger].label },
          ...(triggerOn === null ? {} : { on: triggerOn }),
          ...(triggerWords === null ? {} : { words: triggerWords }),
        },
      };

/** A trigger lies in the past. */
export function refuseTriggerToCome({ today }: Records, said: BroughtToLight | undefined): void {
  if (said?.is === "particular" && said.on > today) refuseInput("trigger.on", "Enter a day that is not in the future");
}
