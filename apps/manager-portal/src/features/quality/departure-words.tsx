import { Clause, DateText, dateInWords, SummaryList, Tag } from "@linchpin/ui";
import type { Departures } from "../../views.ts";
import { strengthInWords } from "../area/question.tsx";

export type Departure = Departures["departures"][number];

const states = {
  waiting: { colour: "blue", text: "Waits to be decided" },
  approved: { colour: "green", text: "Approved" },
  refused: { colour: "grey", text: "Refused" },
  ending: { colour: "orange", text: "Ends" },
  over: { colour: "grey", text: "Over" },
} as const;

export const StateOf = ({ state }: Pick<Departure, "state">) => (
  <Tag colour={states[state].colour}>{states[state].text}</Tag>
);

/** The days it was asked for, or holds. */
export const daysInWords = ({ from, lastDay }: Pick<Departure, "from" | "lastDay">): string =>
  `from ${dateInWords(from)}${lastDay === undefined ? "" : ` to ${dateInWords(lastDay)}`}`;

export const takesInWords = {
  exceptional: "Exceptional circumstances, and the director's approval",
  "youth-standard": "A post that the youth standard names",
  reason: "A reason, and a strategic manager's or the director's approval",
} as const;

/** What was asked: the rule as it read that day, the reason, the days, and what it takes. */
export function WhatWasAsked({ of }: { readonly of: Departure }) {
  return (
    <SummaryList
      rows={[
        { key: "Rule", value: of.title },
        { key: "Clause", value: <Clause clause={of.clause} /> },
        { key: "Weight", value: strengthInWords(of.strength) },
        { key: "Why depart from it", value: of.reason },
        { key: "When", value: daysInWords(of) },
        { key: "It takes", value: takesInWords[of.takes] },
        {
          key: "Asked by",
          value: (
            <>
              {of.askedBy.name}, <DateText day={of.askedAt.slice(0, 10)} />
            </>
          ),
        },
      ]}
    />
  );
}
