import { keepLinks } from "../../named-person/duties-to-keep.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

/** The national guidance speaks of the named person once, and so says only that there always is one to return to. */
export const namedPerson = chapter({
  parameters: {},
  rules: {
    "named-person.duties": () => [
      keepLinks({ id: "scotland.named-person-stays", clause: girfec('G1, "will" list, bullet 9'), from }),
    ],
  },
});
