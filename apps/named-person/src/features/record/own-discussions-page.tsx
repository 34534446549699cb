import { Link, useHref } from "@linchpin/portal";
import { DateText, EmptyState, LinkButton, Page, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { Answers } from "../../views.ts";
import { ownDiscussionsQuery } from "./everyday-queries.ts";

type Discussion = Answers["record"]["everyday"]["ownDiscussions"]["discussions"][number];

/** The informal discussions that the reader logged, with and without a child (HIG-6). */
export function OwnDiscussionsPage() {
  const { data } = useSuspenseQuery(ownDiscussionsQuery());
  const href = useHref();
  return (
    <Page
      title="Your informal discussions"
      actions={<LinkButton href={href({ to: "/discussions/log" })}>Log a discussion</LinkButton>}
    >
      <p className="govuk-body">
        Talks about how best to help. They open no case. Where nobody said who the child is, you alone see them.
      </p>
      <Table
        stacked
        caption="Your informal discussions, newest first"
        captionHidden
        rows={data.discussions}
        rowKey={({ discussionId }) => discussionId}
        columns={[
          { heading: "On", cell: ({ heldOn }) => <DateText day={heldOn} />, sortBy: ({ heldOn }) => heldOn },
          { heading: "About", cell: (row) => <About row={row} /> },
          { heading: "Who talked", cell: ({ people }) => people },
          { heading: "Services", cell: ({ agencies }) => agencies.map(({ label }) => label).join(", ") },
          { heading: "Suggested", cell: ({ suggested }) => <span className="np-prose">{suggested}</span> },
        ]}
        empty={<EmptyState title="You have logged no discussion" />}
      />
    </Page>
  );
}

function About({ row: { child } }: { readonly row: Discussion }) {
  if (child === undefined) return "A child who was not named";
  if (!child.opens) return child.name;
  return (
    <Link to="/children/$childId/checks-and-discussions" params={{ childId: child.childId }}>
      {child.name}
    </Link>
  );
}
