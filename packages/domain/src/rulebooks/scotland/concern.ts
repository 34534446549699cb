import { viewsAsked } from "../../concern/closing.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

/** The national guidance on concerns: no decision that affects child and family without them. */
export const concern = chapter({
  parameters: {},
  rules: {
    "concern.closing": () => [
      viewsAsked({ id: "scotland.concern-views", clause: girfec("G3, paragraph 2, sentence 2"), from }),
    ],
  },
});
