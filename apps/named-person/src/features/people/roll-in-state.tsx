import { Tag, type TagColour } from "@linchpin/ui";
import type { Answers } from "../../views.ts";

type State = Answers["people"]["rollIn"]["get"]["state"];

const states: Record<State, { readonly words: string; readonly colour: TagColour }> = {
  previewed: { words: "Not imported yet", colour: "yellow" },
  confirmed: { words: "Imported", colour: "green" },
  discarded: { words: "Discarded", colour: "grey" },
  undone: { words: "Undone", colour: "grey" },
};

export function RollInState({ state }: { readonly state: State }) {
  return <Tag colour={states[state].colour}>{states[state].words}</Tag>;
}
