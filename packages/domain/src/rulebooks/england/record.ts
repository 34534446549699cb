import { indexShowsLead } from "../../record/duties.ts";
import { completeBeforeArrival, oneCommonAssessment, threeTogether, universalStaysOn } from "../../record/keeping.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });

/** The managers' guide on what belongs together in a child's record, and who is told. */
export const record = chapter({
  parameters: {},
  rules: {
    "record.assessment-beside": () => [oneCommonAssessment(rule("one-common-assessment", "2.20"))],
    "record.level-change": () => [threeTogether(rule("level-change", "1.8"))],
    "record.leaving-team": () => [universalStaysOn(rule("universal-stays", "2.10"))],
    "record.arrival": () => [
      completeBeforeArrival({ ...rule("arrival-complete", "Annex C, youth justice"), strength: "national standard" }),
    ],
    "record.duties": () => [indexShowsLead(rule("index-same-day", "2.20"))],
  },
});

/** What the managers' guide leaves out of this, for the reader. */
export const silentOnRecord = {
  "record.common-entry": "The managers' guide for England knows no part of the record that health and education share.",
  "record.asked-again": "The managers' guide for England does not say what is drawn from where.",
  "record.shared-part": "The managers' guide for England knows no shared record that is built in stages.",
  "record.field": "The managers' guide for England does not say what else may be asked of families.",
  "record.directory": "The managers' guide for England keeps no directory of services.",
};
