import type { TagColour } from "@linchpin/ui";
import type { Proposal } from "../../views.ts";

/** How a proposal stands, in a word or two. */
export const stateOf: Record<Proposal["state"], { readonly word: string; readonly colour: TagColour }> = {
  open: { word: "Waiting", colour: "blue" },
  appointed: { word: "Appointed", colour: "green" },
  stopped: { word: "Not agreed", colour: "red" },
  withdrawn: { word: "Withdrawn", colour: "grey" },
};

/** The stages that this reader may record now, as the rulebook and their part in it allow. */
export const openToMe = ({ state, stages }: Pick<Proposal, "state" | "stages">) =>
  state === "open" ? stages.filter(({ may }) => may.enter.may) : [];
