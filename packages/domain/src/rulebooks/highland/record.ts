import { extraHasItsLaw, keyEventHasDay } from "../../record/keeping.ts";
import { drawnFromWhereItIs, notYetShared } from "../../record/shared-record.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });

/** Part 3 on the common base of a shared record. */
export const record = chapter({
  parameters: {},
  rules: {
    "record.common-entry": () => [keyEventHasDay(rule("key-event-day", "H19, item 1"))],
    "record.asked-again": () => [
      drawnFromWhereItIs(rule("common-element-goes-along", "H19, item 1"), { what: "common-element" }),
      drawnFromWhereItIs(rule("papers-from-plan", "H19, item 3"), { what: "plan-information" }),
    ],
    "record.shared-part": () => [notYetShared(rule("shared-in-stages", "H20, bullet 11"))],
    "record.field": () => [extraHasItsLaw(rule("extra-has-law", "H19, item 3"))],
  },
});
