import { entryIsChecked, leadIsToldOfProblem } from "../../record/duties.ts";
import { existingOffered } from "../../record/keeping.ts";
import { chapter } from "../questions.ts";
import { from, guidance } from "./guidance.ts";

const rule = (id: string, at: string) => ({ id: `bolton.${id}`, clause: guidance(at), from });

/** Bolton's guidance on using again what is there, and on telling the lead professional at once. */
export const record = chapter({
  parameters: {
    directoryCheckMonths: {
      value: 12,
      least: 1,
      most: 36,
      ours: "BOL-D33",
      clause: guidance("12"),
      reading: "An entry of the directory that was not checked for 12 months may be out of date.",
    },
  },
  rules: {
    "record.assessment-beside": () => [existingOffered(rule("existing-offered", "8"))],
    "record.duties": () => [leadIsToldOfProblem(rule("lead-told-of-problem", "11"))],
    "record.directory": (value) => [
      entryIsChecked(rule("directory-checked", "12"), { months: value.directoryCheckMonths }),
    ],
  },
});
