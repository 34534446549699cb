import { type ReactNode, useId } from "react";
import type { DecisionView, Tone } from "./decision-view.ts";
import { Details } from "./details.tsx";
import { FindingList } from "./finding-list.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { keyed } from "./keyed.ts";
import { asSentence, count, listInWords, whenInWords } from "./words.ts";

const tones: Record<Tone, { readonly icon: IconName; readonly word: string }> = {
  good: { icon: "tick", word: "Nothing stands in the way" },
  caution: { icon: "warning", word: "Something is needed" },
  stop: { icon: "cross", word: "This cannot go ahead" },
  neutral: { icon: "info", word: "What the rulebook says" },
  unknown: { icon: "question", word: "Not enough is recorded" },
};

export type DecisionPanelProps = {
  readonly decision: DecisionView;
  /** What the reader may do about it. */
  readonly actions?: ReactNode;
};

/** What the rulebook answered, with every clause that spoke. Wherever a rule spoke, this is how it is shown. */
export function DecisionPanel({ decision, actions }: DecisionPanelProps) {
  const id = useId();
  const { icon, word } = tones[decision.tone];
  return (
    <section className={`lp-decision lp-decision--${decision.tone}`} aria-labelledby={id}>
      <header className="lp-decision__top">
        <Icon name={icon} className="lp-decision__icon" />
        <div>
          <h2 className="lp-decision__question" id={id}>
            {decision.title}
          </h2>
          <p className="lp-decision__answer">{decision.answerInWords}</p>
          <p className="lp-decision__tone">{word}</p>
        </div>
      </header>
      <div className="lp-decision__body">
        <WhatNext decision={decision} />
        {decision.findings.length > 0 && (
          <>
            <h3 className="lp-decision__heading">Why</h3>
            <FindingList findings={decision.findings} />
          </>
        )}
        {decision.hiddenFindings > 0 && (
          <p className="lp-decision__hidden">
            {count(decision.hiddenFindings, "more clause")} spoke about somebody whose record you may not see.
          </p>
        )}
        {actions && <div className="lp-decision__actions">{actions}</div>}
        <Workings decision={decision} />
      </div>
    </section>
  );
}

function WhatNext({ decision: { decidedBy = [], by, missing } }: Pick<DecisionPanelProps, "decision">) {
  if (decidedBy.length === 0 && !by && missing.length === 0) return null;
  return (
    <dl className="lp-decision__next">
      {decidedBy.length > 0 && (
        <div>
          <dt>Who decides</dt>
          <dd>{asSentence(listInWords(decidedBy))}</dd>
        </div>
      )}
      {by && (
        <div>
          <dt>By when</dt>
          <dd>{whenInWords(by)}</dd>
        </div>
      )}
      {missing.length > 0 && (
        <div>
          <dt>Not recorded yet</dt>
          <dd>{asSentence(listInWords(missing))}</dd>
        </div>
      )}
    </dl>
  );
}

function Workings({ decision }: Pick<DecisionPanelProps, "decision">) {
  const { values, facts, hiddenFacts, edition, adoptedFrom, asAt, asKnownAt } = decision;
  return (
    <footer className="lp-decision__workings">
      {values.length > 0 && (
        <Details summary={`${count(values.length, "value")} used`}>
          <ul className="lp-workings">
            {keyed(values, ({ name }) => name).map(({ key, item: { name, value, clause, reading } }) => (
              <li key={key}>
                {name}: <strong>{value}</strong>
                {clause && <span className="lp-workings__where">, {clause}</span>}
                {reading && <span className="lp-workings__reading">{reading}</span>}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {facts.length + hiddenFacts > 0 && (
        <Details summary={`${count(facts.length, "fact")} used`}>
          <ul className="lp-workings">
            {keyed(facts, ({ about, name }) => `${about} ${name}`).map(({ key, item: { about, name, value } }) => (
              <li key={key}>
                {about}, {name}: <strong>{value}</strong>
              </li>
            ))}
            {hiddenFacts > 0 && <li>{count(hiddenFacts, "fact")} about somebody whose record you may not see</li>}
          </ul>
        </Details>
      )}
      <p className="lp-decision__edition">
        Rulebook {edition}
        {adoptedFrom && <>, adopted from {whenInWords(adoptedFrom)}</>}. Asked as at {whenInWords(asAt)}, with what was
        known at {whenInWords(asKnownAt)}.
      </p>
    </footer>
  );
}
