import { aCount } from "../../quality/figures.ts";
import { chapter } from "../questions.ts";
import { from, guidance } from "./guidance.ts";

const rule = (id: string, at: string) => ({ id: `bolton.${id}`, clause: guidance(at), from });

/** Bolton's guidance on what families complained of, and on time that working together frees. */
export const figures = chapter({
  parameters: {},
  rules: {
    "quality.count": () => [
      aCount(rule("count-complained-of", "2"), { figure: "complained-of" }),
      aCount(rule("count-not-done-twice", "8"), { figure: "work-not-done-twice" }),
    ],
  },
});
