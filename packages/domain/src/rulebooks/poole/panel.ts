import { assessedBeforePanel, panelMeets } from "../../meeting/panel.ts";
import { from } from "../england/cwdc.ts";
import { chapter } from "../questions.ts";
import { protocol } from "./protocol.ts";

const rule = (id: string) => ({ id: `poole.${id}`, clause: protocol("paragraph 3"), from });

/** Poole's forum of each locality: every two weeks, on children who have been assessed. */
export const panel = chapter({
  parameters: {
    forumDays: { value: 14, least: 7, most: 92, clause: protocol("paragraph 3") },
  },
  rules: {
    "meeting.panel": (value) => [panelMeets(rule("forum-meets"), { kind: "locality-forum", days: value.forumDays })],
    "meeting.panel-item": () => [assessedBeforePanel(rule("forum-assessed"), { kind: "locality-forum" })],
  },
});
