import { aCount, aShare, expected } from "../../quality/figures.ts";
import { contactInCustody } from "../../quality/watching.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });

/** The managers' guide on what is watched and counted. */
export const figures = chapter({
  parameters: {
    custodyContactDays: {
      value: 28,
      least: 1,
      most: 90,
      ours: "RN-15",
      clause: cwdc("Annex C, youth justice"),
      reading: "In custody the establishment and the parents are each contacted at least every 28 days.",
    },
    sectorShareRaised: {
      value: 50,
      least: 1,
      most: 100,
      ours: "CWDC-3.3",
      clause: cwdc("3.3"),
      reading: "A sector that leads more than half of the cases is put at the top of the report.",
    },
    expectedAtLeast: {
      value: 20,
      least: 0,
      most: 100,
      clause: cwdc("terms, prevalence"),
      reading: "Of all children, 20 to 30 per cent are likely to have additional needs at some point of childhood.",
    },
    expectedAtMost: {
      value: 30,
      least: 0,
      most: 100,
      clause: cwdc("terms, prevalence"),
      reading: "Of all children, 20 to 30 per cent are likely to have additional needs at some point of childhood.",
    },
  },
  rules: {
    "quality.watching": (value) => [
      contactInCustody(rule("watching-custody", "Annex C, youth justice"), { days: value.custodyContactDays }),
    ],
    "quality.share": (value) => [
      aShare(rule("share-one-contact", "Annex C, disability"), {
        figure: "families-with-one-contact",
        lists: "others",
      }),
      aShare(rule("share-schools", "3.3"), {
        figure: "cases-led-by-schools",
        lists: "neither",
        raisedOver: value.sectorShareRaised,
      }),
      aShare(rule("share-with-lead", "1.17"), { figure: "assessed-with-lead", lists: "neither" }),
      aShare(rule("share-reviewed", "1.17"), { figure: "reviewed-on-time", lists: "neither" }),
    ],
    "quality.count": () => [
      aCount(rule("count-late-actions", "5.8"), {
        figure: "late-actions-by-owner",
        over: "A late action stands under its owner, and never under the lead professional who co-ordinates it.",
      }),
      aCount(rule("count-barriers", "2.6"), { figure: "barriers-by-service" }),
      aCount(rule("count-needs", "1.16"), { figure: "needs-not-met" }),
      aCount(rule("count-outcomes", "1.12"), { figure: "cases-closed-by-outcome" }),
    ],
    "quality.expected-children": (value) => [
      expected(rule("expected-least", "terms, prevalence"), { perCent: value.expectedAtLeast, bound: "least" }),
      expected(rule("expected-most", "terms, prevalence"), { perCent: value.expectedAtMost, bound: "most" }),
    ],
  },
});
