import { namedPersonAddsNothing } from "../../workload/load.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

/** Part 3 on what the roles ask of people: being a named person is no more than normal work in most cases. */
export const workload = chapter({
  parameters: {},
  rules: {
    "workload.load": () => [
      namedPersonAddsNothing({ id: "highland.load-named-person", clause: part3("H3, paragraph 2, sentence 1"), from }),
    ],
  },
});
