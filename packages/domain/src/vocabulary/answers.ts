import type { Shape } from "../kernel/question.ts";

/** How an answer reads at a glance: nothing in the way, something to do, a stop, plain information, not enough known. */
export type AnswerTone = "good" | "caution" | "stop" | "neutral" | "unknown";
export type AnswerLabel = { readonly label: string; readonly tone: AnswerTone };

const silent: AnswerLabel = { label: "No clause in force speaks to this", tone: "neutral" };

/** What each shape of rule can answer, in a reader's words. The words for one question, where it has its own, are below. */
export const answers = {
  gate: {
    permits: { label: "Yes", tone: "good" },
    "permits-if": { label: "Yes, once what is still needed is there", tone: "caution" },
    refers: { label: "A person decides this", tone: "caution" },
    unknown: { label: "Cannot be answered yet", tone: "unknown" },
    prevents: { label: "No", tone: "stop" },
    silent,
  },
  designation: {
    filled: { label: "Settled", tone: "good" },
    required: { label: "Somebody is required", tone: "caution" },
    "decide-together": { label: "To be decided together", tone: "caution" },
    suggested: { label: "The documents suggest; people decide", tone: "neutral" },
    open: { label: "Open: people decide", tone: "neutral" },
    "not-needed": { label: "Nobody is needed", tone: "neutral" },
    silent,
  },
  duty: {
    owed: { label: "Something is owed", tone: "caution" },
    "nothing-owed": { label: "Nothing is owed", tone: "good" },
    silent,
  },
  ladder: {
    complete: { label: "Everything asked for is recorded", tone: "good" },
    "in-progress": { label: "Something is still to be recorded", tone: "caution" },
    stopped: { label: "Stopped: it was not agreed", tone: "stop" },
    silent,
  },
  measure: {
    measured: { label: "Worked out", tone: "neutral" },
    "at-least": { label: "At least, since something is not recorded", tone: "unknown" },
    silent,
  },
} as const satisfies Record<Shape, Readonly<Record<string, AnswerLabel>>>;

/** Questions whose answers have words of their own, beside the shape's. */
const answersTo: Readonly<Record<string, Readonly<Record<string, AnswerLabel>>>> = {
  "lead-professional.needed": {
    filled: { label: "Yes, and a status already says who leads", tone: "caution" },
    required: { label: "Yes, a lead professional is needed", tone: "caution" },
    "decide-together": { label: "Yes, and more than one status says who leads", tone: "caution" },
    suggested: { label: "A lead professional is worth considering; people decide", tone: "neutral" },
    open: { label: "Open: people decide whether one is needed", tone: "neutral" },
    "not-needed": { label: "No, a lead professional is not needed", tone: "neutral" },
  },
  "lead-professional.statutory": {
    filled: { label: "A law or procedure puts somebody in the lead", tone: "caution" },
    required: { label: "A law or procedure says who must lead, and nobody is named yet", tone: "caution" },
    "decide-together": { label: "More than one must lead: it is decided together", tone: "caution" },
    open: { label: "No law or procedure settles it: people choose", tone: "neutral" },
    "not-needed": { label: "No law or procedure settles it: people choose", tone: "neutral" },
  },
};

/** Takes a question, its shape and its answer; gives the words and the tone they are shown in. */
export function answerLabel(question: string, shape: Shape, answer: string): AnswerLabel {
  const ofShape: Readonly<Record<string, AnswerLabel>> = answers[shape];
  return answersTo[question]?.[answer] ?? ofShape[answer] ?? silent;
}
