import type { Plan } from "../../views.ts";
import { childInWords } from "../record/work.ts";

/** The child of a plan by the name the reader sees, for captions and for links that say whose they are. */
export const nameOnPlan = (members: Plan["members"], childId: string): string =>
  childInWords(members.find((member) => member.visibility === "full" && member.childId === childId)) ?? "a child";
