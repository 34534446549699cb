import { DateText, EmptyState, InsetText, momentInWords, Page, Section, Table, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { childIndexQuery } from "./child-index-queries.ts";

type ChildIndex = Answers["record"]["childIndex"];
type Waiting = ChildIndex["waiting"][number];

/** What the index of children does not show yet, or shows still, the overdue first (CWDC-2.20b). It names who leads, and no child. */
export function ChildIndexPage() {
  const { data } = useSuspenseQuery(childIndexQuery());
  const { lead } = useTerms();
  const { overdue, waiting } = data.index ?? { overdue: 0, waiting: 0 };
  return (
    <Page title="Index of children">
      <p className="govuk-body">
        The index is told of each child whose record carries its reference who the {lead} is: name, agency and phone,
        and nothing else of the child. Records that are sealed, children whose whereabouts are protected, and their
        brothers and sisters with the same {lead}, are never in it.
      </p>
      <Stands index={data.index} />
      <Section title="What the index does not show yet">
        {waiting > data.waiting.length && (
          <p className="govuk-body">
            {waiting} wait. The first {data.waiting.length} are listed.
          </p>
        )}
        <Table
          stacked
          caption={overdue === 0 ? "Nothing is overdue" : `Overdue: ${overdue}`}
          rows={data.waiting}
          rowKey={({ entryId }) => entryId}
          columns={[
            { heading: "To be shown", cell: (entry) => <ToBeShown entry={entry} /> },
            { heading: "Changed", cell: ({ changedAt }) => momentInWords(changedAt) },
            { heading: "Due", cell: (entry) => <Due entry={entry} /> },
            { heading: "Tried", cell: (entry) => <Tried entry={entry} /> },
          ]}
          empty={<EmptyState title="The index shows everything it should" />}
        />
      </Section>
    </Page>
  );
}

function Stands({ index }: Pick<ChildIndex, "index">) {
  if (index === null)
    return (
      <InsetText>
        This area tells no index of children. Whoever runs Linchpin here switches one on, with its address.
      </InsetText>
    );
  return (
    <p className="govuk-body">
      {index.isOn ? <Tag colour="green">On</Tag> : <Tag colour="grey">Off</Tag>} since <DateText day={index.setOn} />.{" "}
      {index.isOn
        ? `Entries it shows as they should be: ${index.shown}.`
        : "Nothing new is told. What it still shows is taken back."}
    </p>
  );
}

function ToBeShown({ entry: { lead } }: { readonly entry: Waiting }) {
  if (lead === undefined) return "An entry to be taken back";
  return (
    <>
      {lead.name}
      {lead.agency !== undefined && <span className="mp-note">{lead.agency}</span>}
    </>
  );
}

function Due({ entry: { dueBy, isOverdue, clause } }: { readonly entry: Waiting }) {
  if (dueBy === undefined) return "No clause sets a time";
  return (
    <>
      {momentInWords(dueBy)} {isOverdue && <Tag colour="red">Overdue</Tag>}
      {clause !== undefined && <span className="mp-note">{clause}</span>}
    </>
  );
}

function Tried({ entry: { tries, triedAt, problem, nextTryAt } }: { readonly entry: Waiting }) {
  if (tries === 0 || triedAt === undefined) return "Not yet";
  return (
    <>
      {tries === 1 ? "Once" : `${tries} times`}, last on {momentInWords(triedAt)}. {problem}
      <span className="mp-note">Again from {momentInWords(nextTryAt)}, by itself</span>
    </>
  );
}
