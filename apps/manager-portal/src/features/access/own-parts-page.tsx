import { useHref, whyNot } from "@linchpin/portal";
import { Anchor, DateText, EmptyState, Page, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { client } from "../../api.ts";
import { childInWords, hrefOfChild } from "../../child.ts";
import { ownPartsQuery } from "./part-queries.ts";

/** Whom I gave a part in a case for some days, and the cases I was given one in: until when, and what may be read because of it. */
export function OwnPartsPage() {
  const { data } = useSuspenseQuery(ownPartsQuery());
  const href = useHref();
  return (
    <Page title="Parts for a time">
      {data.given.length > 0 && <GivenByYou given={data.given} />}
      <h2 className="govuk-heading-m">Given to you</h2>
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

type Given = Awaited<ReturnType<typeof client.parts.mine.query>>["given"];

/** Each goes on by itself until its last day: here it is ended sooner. */
function GivenByYou({ given }: { readonly given: Given }) {
  const href = useHref();
  return (
    <>
      <h2 className="govuk-heading-m">Given by you</h2>
      <Table
        stacked="short"
        caption="Who has a part in a case through you now, the nearest end first"
        rows={given}
        rowKey={({ partId }) => partId}
        columns={[
          {
            heading: "Child",
            cell: ({ child }) =>
              child.visibility === "full" ? (
                <Anchor href={href({ to: "/children/$childId/parts", params: { childId: child.childId } })}>
                  {child.name}
                </Anchor>
              ) : (
                childInWords(child)
              ),
          },
          {
            heading: "Who",
            cell: ({ who, part, why }) => (
              <>
                {who.name}
                <span className="mp-note">
                  {part.label}: {why}
                </span>
              </>
            ),
          },
          { heading: "Last day", cell: ({ lastDay }) => <DateText day={lastDay} /> },
          {
            heading: "What you can do",
            onScreenOnly: true,
            cell: ({ child, who, partId, may }) =>
              may.end.may && child.visibility === "full" ? (
                <Anchor
                  href={href({
                    to: "/children/$childId/parts/$partId/end",
                    params: { childId: child.childId, partId },
                  })}
                >
                  End it<span className="govuk-visually-hidden">: {who.name}</span>
                </Anchor>
              ) : (
                whyNot(may.end)
              ),
          },
        ]}
        empty={<EmptyState title="Nobody" />}
      />
    </>
  );
}
