import { Link, useHref, whyNot } from "@linchpin/portal";
import { Button, DateText, EmptyState, LinkButton, Page, Table, type TableProps, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Answers } from "../../views.ts";
import { familiesWaitingQuery, familyWordsQuery } from "./told-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/family-asked");
type Word = Answers["concern"]["familyWords"]["waiting"]["words"][number];

/** What a child or family asked and reported, and what they were answered (CWDC-2.10b, GIR-30). */
export function FamilyAskedPage() {
  const { childId } = route.useParams();
  const { data } = useSuspenseQuery(familyWordsQuery(childId));
  const href = useHref();
  const shut = whyNot(data.log);
  return (
    <Page
      title="What the family asked"
      actions={
        shut === undefined ? (
          <LinkButton href={href({ to: "/children/$childId/family-asked/log", params: { childId } })}>
            Write down what they said
          </LinkButton>
        ) : (
          <Button notAllowed={shut}>Write down what they said</Button>
        )
      }
    >
      <p className="govuk-body">
        Questions and concerns of the child and the family with their answers, and changes that they reported. They
        belong to the child's record: everybody who works with the child reads them.
      </p>
      <Table
        stacked
        caption="What the family asked and reported, what waits first"
        captionHidden
        rows={data.words}
        rowKey={({ wordId }) => wordId}
        columns={[
          ...whatWasSaid,
          {
            heading: "How it stands",
            cell: (one) => (
              <Stands word={one} maySettle={one.kind.code === "change" ? data.mark.may : data.answer.may} />
            ),
          },
        ]}
        empty={<EmptyState title="Nothing that the family asked is written down" />}
      />
    </Page>
  );
}

/** Families who wait for the reader, the longest first. */
export function FamiliesWaitingPage() {
  const { data } = useSuspenseQuery(familiesWaitingQuery());
  return (
    <Page title="Families who asked">
      <p className="govuk-body">Who asked or reported something and waits for you.</p>
      <Table
        stacked
        caption="Families who wait for you, the longest first"
        captionHidden
        rows={data.words}
        rowKey={({ wordId }) => wordId}
        columns={[
          { heading: "About", cell: ({ childName }) => childName, sortBy: ({ childName }) => childName },
          ...whatWasSaid,
          { heading: "How it stands", cell: (one) => <Stands word={one} maySettle /> },
        ]}
        empty={
          <EmptyState title="No family waits for you">
            <p className="govuk-body">
              What a family asks or reports is listed here until you answer, or say whether the plan is affected.
            </p>
          </EmptyState>
        }
      />
    </Page>
  );
}

const whatWasSaid: TableProps<Word>["columns"] = [
  { heading: "On", cell: ({ raisedOn }) => <DateText day={raisedOn} />, sortBy: ({ raisedOn }) => raisedOn },
  {
    heading: "Who",
    cell: ({ raisedBy, recordedBy }) => (
      <>
        {raisedBy}
        <span className="np-note">Written down by {recordedBy}</span>
      </>
    ),
  },
  {
    heading: "What they said",
    cell: ({ kind, words }) => (
      <>
        <span className="np-prose">{words}</span>
        <span className="np-note">{kind.label}</span>
      </>
    ),
  },
];

function Stands({ word, maySettle }: { readonly word: Word; readonly maySettle: boolean }) {
  const { childId, wordId, kind, answered, marked } = word;
  if (answered)
    return (
      <>
        <span className="np-prose">{answered.words}</span>
        <span className="np-note">
          Answered on <DateText day={answered.on} />, {answered.by}
        </span>
      </>
    );
  if (marked)
    return (
      <>
        <Tag colour={marked.as.code === "plan-affected" ? "orange" : "grey"}>{marked.as.label}</Tag>
        <span className="np-note">
          {marked.because} {marked.by}
        </span>
      </>
    );
  const isChange = kind.code === "change";
  return (
    <>
      <Tag colour="orange">{isChange ? "To mark" : "No answer yet"}</Tag>
      {maySettle && (
        <span className="np-note">
          <Link to="/children/$childId/family-asked/$wordId" params={{ childId, wordId }}>
            {isChange ? "Say whether the plan is affected" : "Write down the answer"}
          </Link>
        </span>
      )}
    </>
  );
}
