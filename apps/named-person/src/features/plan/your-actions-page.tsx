import { useHref } from "@linchpin/portal";
import { Anchor, DateText, EmptyState, NotificationBanner, Page, Section, Table, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Answers } from "../../views.ts";
import { ownContributionsQuery } from "./contribution-queries.ts";
import { ownActionsQuery } from "./own-action-queries.ts";
import { ownLinesQuery } from "./who-does-what-queries.ts";

const route = getRouteApi("/signed-in/your-actions");
type Own = Answers["plan"]["ownActions"]["actions"][number];

/** All that a light account shows: what I promised for a child's plan, by when, and how it stands. */
export function YourActionsPage() {
  const { data } = useSuspenseQuery(ownActionsQuery());
  const { done } = route.useSearch();
  const open = data.actions.filter(({ isOpen }) => isOpen);
  const over = data.actions.filter(({ isOpen }) => !isOpen);
  return (
    <Page title="Your actions">
      {done && (
        <NotificationBanner title="Kept" tone="done">
          <p className="govuk-body">What you said is kept, and whoever answers for the plan is told.</p>
        </NotificationBanner>
      )}
      <p className="govuk-body">
        What you agreed to do for a child, and the plans you were asked to send updates to. Ask whoever gave you an
        action if you need to know more.
      </p>
      <YourParts />
      <YourPlans />
      <Section title="To do">
        <Table
          stacked="short"
          caption="Your actions, the nearest day first"
          captionHidden
          rows={open}
          rowKey={({ actionId }) => actionId}
          columns={[
            ...columns,
            { heading: "By", cell: (own: Own) => <Due own={own} /> },
            { heading: "What you can do", onScreenOnly: true, cell: (own: Own) => <Say own={own} /> },
          ]}
          empty={<EmptyState title="Nothing is asked of you now" />}
        />
      </Section>
      {over.length > 0 && (
        <Section title="Done or ended">
          <Table
            stacked="short"
            caption="Actions that are over"
            captionHidden
            rows={over}
            rowKey={({ actionId }) => actionId}
            columns={[...columns, { heading: "How it stands", cell: ({ state }: Own) => state.label }]}
            empty={null}
          />
        </Section>
      )}
    </Page>
  );
}

/** What the list of who does what says of me, and whether I said that it is clear. */
function YourParts() {
  const { data } = useSuspenseQuery(ownLinesQuery());
  const href = useHref();
  if (data.lines.length === 0) return null;
  return (
    <Section title="Your part in the plan">
      <Table
        stacked="short"
        caption="Your part, as the list of who does what has it"
        captionHidden
        rows={data.lines}
        rowKey={({ lineId }) => lineId}
        columns={[
          { heading: "Child", cell: ({ child }) => child },
          { heading: "What you do", cell: ({ does }) => does.map(({ what }) => what).join("; ") },
          { heading: "How it stands", cell: ({ stands }) => stands.label },
          {
            heading: "What you can do",
            onScreenOnly: true,
            cell: ({ lineId, child }) => (
              <Anchor href={href({ to: "/your-part/$lineId", params: { lineId } })}>
                Say whether it is clear<span className="govuk-visually-hidden">: {child}</span>
              </Anchor>
            ),
          },
        ]}
        empty={null}
      />
    </Section>
  );
}

/** The plans whose summary I may read, and to which I may send updates. */
function YourPlans() {
  const { data } = useSuspenseQuery(ownContributionsQuery());
  const href = useHref();
  if (data.plans.length === 0) return null;
  return (
    <Section title="Plans you contribute to">
      <Table
        stacked="short"
        caption="Plans you contribute to"
        captionHidden
        rows={data.plans}
        rowKey={({ contributorId }) => contributorId}
        columns={[
          { heading: "Child", cell: ({ child }) => child },
          { heading: "Asked by", cell: ({ invitedBy }) => invitedBy },
          {
            heading: "What you can do",
            onScreenOnly: true,
            cell: ({ contributorId, child }) => (
              <Anchor href={href({ to: "/contribute/$contributorId", params: { contributorId } })}>
                Read the summary and send an update<span className="govuk-visually-hidden">: {child}</span>
              </Anchor>
            ),
          },
        ]}
        empty={null}
      />
    </Section>
  );
}

const columns = [
  { heading: "Child", cell: ({ child }: Own) => child },
  {
    heading: "Action",
    cell: ({ what, outcome }: Own) => (
      <>
        {what}
        {outcome && <span className="np-note">So that: {outcome}</span>}
      </>
    ),
  },
];

function Due({ own: { dueOn, isLate } }: { readonly own: Own }) {
  if (dueOn === undefined) return "No day set";
  return (
    <>
      <DateText day={dueOn} /> {isLate && <Tag colour="red">Late</Tag>}
    </>
  );
}

function Say({ own: { actionId, what } }: { readonly own: Own }) {
  const href = useHref();
  return (
    <Anchor href={href({ to: "/your-actions/$actionId", params: { actionId } })}>
      Say how it stands<span className="govuk-visually-hidden">: {what}</span>
    </Anchor>
  );
}
