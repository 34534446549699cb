import { useHref } from "@linchpin/portal";
import { Clause, EmptyState, LinkButton, NotificationBanner, Page, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { ownDeparturesQuery } from "./departure-queries.ts";
import { daysInWords, StateOf } from "./departure-words.tsx";

const route = getRouteApi("/signed-in/departures/asked");

/** The departures somebody asked for, and what became of each. */
export function OwnDeparturesPage() {
  const { done } = route.useSearch();
  const { data } = useSuspenseQuery(ownDeparturesQuery());
  const href = useHref();
  return (
    <Page title="Departures you asked for">
      {done === "asked" && (
        <NotificationBanner title="Done" tone="done">
          <p className="govuk-body">You have asked. Those who decide have been told.</p>
        </NotificationBanner>
      )}
      <p className="govuk-body">
        The area departs from a rule of its rulebook only once a strategic manager or the director has approved it.
      </p>
      <LinkButton href={href({ to: "/departures/ask" })}>Ask to depart from a rule</LinkButton>
      <Table
        caption="Departures you asked for"
        captionHidden
        stacked
        rows={data.departures}
        rowKey={({ departureId }) => departureId}
        columns={[
          { heading: "Rule", cell: ({ title }) => title },
          { heading: "Clause", cell: ({ clause }) => <Clause clause={clause} /> },
          { heading: "Why", cell: ({ reason }) => reason },
          { heading: "When", cell: daysInWords },
          {
            heading: "What became of it",
            cell: (row) => (
              <>
                <StateOf {...row} /> {row.decided && `${row.decided.by}: ${row.decided.reason}`}
              </>
            ),
          },
        ]}
        empty={<EmptyState title="You have asked for none" />}
      />
    </Page>
  );
}
