import { Link, useHref } from "@linchpin/portal";
import { DateText, EmptyState, Page, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Consent } from "./consent-words.ts";
import { consentQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/consent/share");

const kinds: Readonly<Record<Consent["items"][number]["kind"], string>> = {
  concern: "Concern",
  view: "View",
  plan: "Plan",
  chronology: "What happened",
  check: "Routine check",
  discussion: "Informal discussion",
  assessment: "Assessment",
};

/** Choose one thing of one's own agency's file to share. Others decide about theirs. */
export function SharePage() {
  const { childId } = route.useParams();
  const { data: consent } = useSuspenseQuery(consentQuery(childId));
  const href = useHref();
  return (
    <Page
      title="Share something"
      back={{ href: href({ to: "/children/$childId/consent", params: { childId } }), text: "Consent and sharing" }}
    >
      <p className="govuk-body">
        These are in your agency's file. You share one at a time, with one person, and see exactly what goes before it
        does.
      </p>
      <Table
        stacked
        caption="In your agency's file"
        rows={consent.items.filter(({ isOwn }) => isOwn)}
        rowKey={({ itemId }) => itemId}
        columns={[
          {
            heading: "What",
            cell: ({ kind, itemId, title }) => (
              <Link to="/children/$childId/consent/share/$kind/$itemId" params={{ childId, kind, itemId }}>
                {title}
              </Link>
            ),
            sortBy: ({ title }) => title,
          },
          { heading: "Kind", cell: ({ kind }) => kinds[kind], sortBy: ({ kind }) => kinds[kind] },
          { heading: "Day", cell: ({ on }) => <DateText day={on} />, sortBy: ({ on }) => on },
        ]}
        empty={<EmptyState title="Nothing of this child is in your agency's file yet" />}
      />
    </Page>
  );
}
