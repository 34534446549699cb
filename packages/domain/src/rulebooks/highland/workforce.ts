import { signedUpOrMarked } from "../../workforce/partners.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

/** Part 3 on who works this way: services that have signed up, and those that have not yet. */
export const workforce = chapter({
  parameters: {},
  rules: {
    "workforce.partner": () => [signedUpOrMarked({ id: "highland.signed-up", clause: part3("H1, sentence 1"), from })],
  },
});
