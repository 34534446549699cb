import { vocabulary } from "./term.ts";

/** What may follow when somebody has noticed something about a child. */
export const concernOutcomes = vocabulary({
  "nothing-more": { label: "Answered: nothing more is needed" },
  "own-agency-help": { label: "Help from my own agency" },
  "another-agency-needed": { label: "Help from another agency is needed" },
});
