import { vocabulary } from "./term.ts";

/** What somebody may be asked to do in a case for stated days, beside those who work with the child. */
export const partsForATime = vocabulary({
  "review-officer": { label: "Review officer", meaning: "reviews the plan or chairs its meetings" },
  "forum-member": {
    label: "Member of the group that has the case on its agenda",
    meaning: "discusses the case in the group",
  },
  "quality-auditor": { label: "Quality auditor", meaning: "checks the quality of the plan" },
  coordinator: { label: "Co-ordinator", meaning: "co-ordinates the case" },
});
export type PartForATime = keyof typeof partsForATime;
