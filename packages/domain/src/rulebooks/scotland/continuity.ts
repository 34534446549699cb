import {
  contactAfterLeaving,
  contactWhileAway,
  coverActs,
  leadUntilNext,
  previousLeadKeeps,
} from "../../lead-professional/acting.ts";
import { noDayWithout } from "../../lead-professional/chain.ts";
import { hasNoDeputies } from "../../lead-professional/stand-in.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

const transfer = "G1, bullet 9";
const rule = (id: string) => ({ id: `scotland.${id}`, clause: girfec(transfer), from });
const ours = (id: string) => ({ ...rule(id), strength: "ours" as const });

/** The national guidance on a change of lead: planned, and the role moves only when the next one has accepted. */
export const continuity = chapter({
  parameters: {
    areaHasDeputies: {
      value: true,
      ours: "GD-17",
      clause: girfec(transfer),
      reading: "No deputy is required; one may be recorded. The named person is the contact while a lead is away.",
    },
  },
  rules: {
    "lead-professional.acting": () => [
      leadUntilNext(rule("acting-until-next")),
      coverActs(ours("acting-cover")),
      contactWhileAway(ours("acting-contact-while-away"), { post: "named-person" }),
      previousLeadKeeps(ours("acting-after-statute")),
      contactAfterLeaving(ours("acting-after-leaving"), { when: ["left-post"], post: "named-person" }),
    ],
    "lead-professional.stand-in": (value) => [
      hasNoDeputies(ours("stand-in-deputy"), { deputies: value.areaHasDeputies }),
    ],
    "lead-professional.chain": () => [noDayWithout(rule("chain-no-gap"))],
  },
});

/** What the national guidance leaves out, for the reader. */
export const silentOnCover = {
  "lead-professional.cover":
    "The national guidance sets nothing for a lead who is away or leaves: the named person is the contact meanwhile.",
};
