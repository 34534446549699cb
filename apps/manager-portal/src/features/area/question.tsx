import { forceLabels, shapes, strengthLabels } from "@linchpin/domain";
import { Clause, type Column, dateInWords, InsetText, Table, Tag } from "@linchpin/ui";
import type { Question } from "../../views.ts";

type Rule = Question["rules"][number];
type Value = Question["values"][number];

/** One question with the clauses that answer it and the values they read; or why the documents are silent. */
export function QuestionOf({
  question: { question, title, shape, silentBecause, rules, values },
}: {
  readonly question: Question;
}) {
  return (
    <section className="mp-question" id={question} aria-labelledby={`${question}-title`}>
      <h3 className="govuk-heading-s" id={`${question}-title`}>
        {title}
      </h3>
      <p className="govuk-hint">{shapes[shape].label}</p>
      {silentBecause !== undefined && <InsetText>{silentBecause}</InsetText>}
      {rules.length > 0 && (
        <Table
          caption={`Rules: ${title}`}
          captionHidden
          dense
          stacked
          columns={ruleColumns}
          rows={rules}
          rowKey={({ rule }) => rule}
        />
      )}
      {values.length > 0 && (
        <Table
          caption={`Values: ${title}`}
          captionHidden
          dense
          stacked
          columns={valueColumns}
          rows={values}
          rowKey={({ name }) => name}
        />
      )}
    </section>
  );
}

const ruleColumns: readonly Column<Rule>[] = [
  {
    heading: "What it says",
    cell: ({ title, asks, isDeparted, isInForce }) => (
      <>
        {title}
        {asks && <span className="mp-note">Asks people to weigh: {asks}</span>}
        {(isDeparted || !isInForce) && (
          <span className="mp-tags">
            {isDeparted && <Tag colour="orange">The area departs from it</Tag>}
            {!isInForce && <Tag colour="grey">Not in force today</Tag>}
          </span>
        )}
      </>
    ),
  },
  { heading: "Clause", cell: ({ clause: { source, at } }) => <Clause clause={{ source, at }} /> },
  { heading: "Weight", cell: ({ strength }) => strengthInWords(strength) },
  { heading: "Force", cell: ({ force }) => (force ? forceLabels[force].label : "It depends") },
  {
    heading: "In force",
    cell: ({ from, until }) => (
      <>
        from {dateInWords(from)}
        {until && <> until {dateInWords(until)}</>}
      </>
    ),
  },
];

const valueColumns: readonly Column<Value>[] = [
  {
    heading: "Value",
    cell: ({ name, isAreasOwn }) => (
      <>
        {name.charAt(0).toUpperCase() + name.slice(1)}
        {isAreasOwn && (
          <span className="mp-tags">
            <Tag colour="purple">Set by the area</Tag>
          </span>
        )}
      </>
    ),
  },
  {
    heading: "Is",
    cell: ({ value, editionValue, isAreasOwn }) => (
      <>
        <strong>{value}</strong>
        {isAreasOwn && editionValue !== value && <span className="mp-note">{editionValue} in the edition</span>}
      </>
    ),
  },
  { heading: "An area may set", cell: mayBeSet },
  { heading: "Comes from", cell: (value) => <ComesFrom value={value} /> },
];

export const strengthInWords = (strength: string): string =>
  strengthLabels[strength as keyof typeof strengthLabels]?.label ?? strength;

function mayBeSet({ least, most, oneOf, value }: Value): string {
  if (oneOf) return oneOf.join(", ");
  if (least !== undefined && most !== undefined) return least === most ? "Nothing else" : `${least} to ${most}`;
  if (least !== undefined) return `${least} or more`;
  if (most !== undefined) return `Up to ${most}`;
  return value === "yes" || value === "no" ? "Yes or no" : "Another";
}

/** A clause, or our own reading with its sentence: what no document says is never dressed as one. */
function ComesFrom({ value: { clause, ours, reading } }: { readonly value: Value }) {
  return (
    <>
      {clause && <Clause clause={{ source: clause.source, at: clause.at }} />}
      {ours && <span className="mp-note">Our reading {ours}</span>}
      {reading && <span className="mp-note">{reading}</span>}
    </>
  );
}
