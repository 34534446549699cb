import {
  contactAfterLeaving,
  contactWhileAway,
  coverActs,
  leadUntilNext,
  previousLeadKeeps,
} from "../../lead-professional/acting.ts";
import { agreedAndTold, noDayWithout } from "../../lead-professional/chain.ts";
import { planCover } from "../../lead-professional/cover.ts";
import { hasNoDeputies } from "../../lead-professional/stand-in.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });

/** The managers' guide on who leads without a gap: somebody is always in place, and a known gap has somebody in between. */
export const continuity = chapter({
  parameters: {
    areaHasDeputies: {
      value: false,
      ours: "RN-12",
      clause: cwdc("2.17"),
      reading: "The guide knows no standing deputy: an area may have them, and has none until it says so.",
    },
    workingDaysAwayForCover: {
      value: 5,
      least: 1,
      most: 30,
      ours: "RN-12",
      clause: cwdc("2.17"),
      reading: "A lead who is away for 5 working days or more has a named cover before the first of them.",
    },
  },
  rules: {
    "lead-professional.acting": () => [
      leadUntilNext(rule("acting-until-next", "2.10")),
      coverActs(rule("acting-interim", "2.17")),
      contactWhileAway({ ...rule("acting-contact-while-away", "2.17"), strength: "ours" }, { post: "line-manager" }),
      previousLeadKeeps(rule("acting-after-statute", "4.7")),
      contactAfterLeaving(
        { ...rule("acting-after-leaving", "2.17"), strength: "ours" },
        { when: ["left-post"], post: "line-manager" },
      ),
    ],
    "lead-professional.stand-in": (value) => [
      hasNoDeputies({ ...rule("stand-in-deputy", "2.17"), strength: "ours" }, { deputies: value.areaHasDeputies }),
    ],
    "lead-professional.chain": () => [
      noDayWithout(rule("chain-no-gap", "2.17")),
      agreedAndTold(rule("chain-interim", "2.17")),
    ],
    "lead-professional.cover": (value) => [
      planCover(
        { ...rule("cover-planned", "2.17"), strength: "ours" },
        { workingDays: value.workingDaysAwayForCover, elseNote: false },
      ),
    ],
  },
});
