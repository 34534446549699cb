import { endsSmoothly, reopensLinked } from "../../lead-professional/ending.ts";
import { familysWordsAreKept, introducedFirst } from "../../lead-professional/handover.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });

/** Part 3 on moving from the named person to a separate lead, and on a smooth ending. */
export const ending = chapter({
  parameters: {},
  rules: {
    "lead-professional.handover": () => [
      introducedFirst(rule("handover-introduced", "H11, paragraph 1, sentence 1"), { onlyFromNamedPerson: true }),
      familysWordsAreKept(rule("handover-familys-words", "H11, paragraph 1, sentence 1")),
    ],
    "lead-professional.ending": () => [endsSmoothly(rule("ending-smoothly", "H5, bullet 8"))],
    "lead-professional.reopening": () => [
      reopensLinked({ ...rule("reopening-linked", "H5, bullet 8"), strength: "ours" }),
    ],
  },
});
