import { useHref } from "@linchpin/portal";
import { Anchor, DateText, EmptyState, Page, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { childInWords, hrefOfChild } from "../../child.ts";
import { ownPartsQuery } from "./part-queries.ts";

/** The cases I was given a part in for some days: what I may read because of it, and until when. */
export function OwnPartsPage() {
  const { data } = useSuspenseQuery(ownPartsQuery());
  const href = useHref();
  return (
    <Page title="Parts given to you for a time">
      <p className="govuk-body">
        You can read these plans until the end of the last day. Every look is written down, and the family can ask who
        looked and why.
      </p>
      <Table
        stacked="short"
        caption="What you have a part in now, the nearest end first"
        rows={data.parts}
        rowKey={({ partId }) => partId}
        columns={[
          {
            heading: "Child",
            cell: ({ child, opensRecord }) =>
              opensRecord && child.visibility === "full" ? (
                <Anchor href={hrefOfChild(child.childId)}>{child.name}</Anchor>
              ) : (
                childInWords(child)
              ),
          },
          {
            heading: "Your part",
            cell: ({ part, why, agenda }) => (
              <>
                {part.label}
                {agenda && <span className="mp-note">On the agenda: {agenda}</span>}
                <span className="mp-note">{why}</span>
              </>
            ),
          },
          { heading: "Given by", cell: ({ givenBy }) => givenBy.name },
          { heading: "Last day", cell: ({ lastDay }) => <DateText day={lastDay} /> },
          {
            heading: "Read",
            onScreenOnly: true,
            cell: ({ plans, child }) =>
              plans.length === 0
                ? "No plan is open"
                : plans.map(({ planId, kind }) => (
                    <Anchor key={planId} href={href({ to: "/plans/$planId", params: { planId } })}>
                      {kind.label}
                      <span className="govuk-visually-hidden">: {childInWords(child)}</span>
                    </Anchor>
                  )),
          },
        ]}
        empty={
          <EmptyState title="You have no part in any case for a time">
            <p className="govuk-body">A case is listed here when somebody gives you a part in it.</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
