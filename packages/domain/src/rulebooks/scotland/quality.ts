import { changesWithin, daysToHelp, planWorksIn } from "../../quality/figures.ts";
import { deliveredAndBetter } from "../../quality/monitoring.ts";
import { ownContact } from "../../quality/watching.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

const rule = (id: string, at: string) => ({ id: `scotland.${id}`, clause: girfec(at), from });

/** The national guidance on how the lead professional knows that a plan works, and on children who are passed on. */
export const quality = chapter({
  parameters: {
    leadContactDays: {
      value: 28,
      least: 1,
      most: 90,
      ours: "GD-4",
      clause: girfec("G3, paragraph 1, sentence 2"),
      reading: "The lead professional's own contact with the family is at least every 28 days.",
    },
    changesRaisedOver: {
      value: 2,
      least: 0,
      most: 12,
      ours: "GD-9",
      clause: girfec("G1, item 1, sentence 5"),
      reading: "More than 2 changes of lead professional within 12 months are pointed out.",
    },
  },
  rules: {
    "quality.monitoring": () => [deliveredAndBetter(rule("monitoring-both", 'G1, "will" list, bullet 6'))],
    "quality.watching": (value) => [
      ownContact(rule("watching-contact", "G3, paragraph 1, sentence 2"), { days: value.leadContactDays }),
    ],
    "quality.changes-of-lead": (value) => [
      changesWithin(rule("changes-of-lead", "G1, item 1, sentence 5"), { raisedOver: value.changesRaisedOver }),
    ],
    "quality.wait-for-help": () => [daysToHelp(rule("wait-for-help", "G1, item 1, sentences 7-8"))],
    "quality.plan-works": () => [planWorksIn(rule("plan-works", "G1, paragraph before next heading, sentence 2"))],
  },
});

/** What the national guidance leaves out of this, for the reader. */
export const silentOnQuality = {
  "quality.departure": "The national guidance leaves it to each area how a departure is approved.",
  "quality.chain": "The national guidance leaves it to each agency who answers to whom.",
  "quality.area-start": "The national guidance does not say what an area needs before it begins.",
  "quality.publishing": "The national guidance does not say who signs off an area's own guidance.",
  "quality.new-entry": "The national guidance replaces no posts or groups of an area.",
  "quality.procedure-duties": "The national guidance leaves it to each area how its procedure is reviewed.",
  "quality.organisation-duties": "The national guidance gives organisations no list of duties of their own.",
  "quality.signals": "The national guidance does not say how what gets in the way is flagged.",
  "quality.check": "The national guidance leaves it to each area how quality is checked.",
  "quality.early-plan": "The national guidance sends no plans to an officer for checking.",
  "quality.learning": "The national guidance does not say how what is learnt is kept.",
  "quality.cell": "The national guidance does not say when a figure is too small to show.",
  "quality.review-officer": "The national guidance knows no review officer for a plan.",
  "quality.risk-statement": "The national guidance asks for no statement on a risk.",
  "quality.share": "The national guidance names no shares to report.",
  "quality.count": "The national guidance names no counts to report.",
  "quality.expected-children": "The national guidance does not say how many children are likely to need more.",
};
