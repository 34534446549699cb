import { Details, dateInWords, Tag, type TagColour } from "@linchpin/ui";
import type { RegisterRow } from "../../views.ts";

type Answer = RegisterRow["training"];

const colours: Record<Answer["tone"], TagColour> = {
  good: "green",
  caution: "yellow",
  stop: "red",
  neutral: "grey",
  unknown: "grey",
};

/** A gate's answer in a list: its words, and behind them what stands in the way, each with its clause. */
export function AnswerOf({ answer: { answerInWords, tone, because, from } }: { readonly answer: Answer }) {
  return (
    <>
      <Tag colour={colours[tone]}>{answerInWords}</Tag>
      {from && <span className="mp-note">From {dateInWords(from)}</span>}
      {because.length > 0 && (
        <Details summary="Why">
          <ul className="govuk-list">
            {because.map(({ because: words, clause }) => (
              <li key={`${clause} ${words}`}>
                {words}
                <span className="mp-note">{clause}</span>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
