import { viewsAsked } from "../../concern/closing.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

/** The managers' guide on concerns: every decision holds the views of child and family. */
export const concern = chapter({
  parameters: {},
  rules: {
    "concern.closing": () => [viewsAsked({ id: "england.concern-views", clause: cwdc("2.8"), from })],
  },
});
