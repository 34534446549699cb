import { extraHasItsLaw, keyEventHasDay } from "../../record/keeping.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });

/** Part 3 on the common base of a shared record. */
export const record = chapter({
  parameters: {},
  rules: {
    "record.common-entry": () => [keyEventHasDay(rule("key-event-day", "H19, item 1"))],
    "record.field": () => [extraHasItsLaw(rule("extra-has-law", "H19, item 3"))],
  },
});
