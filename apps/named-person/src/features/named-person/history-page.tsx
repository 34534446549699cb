import { capital, Link, useHref } from "@linchpin/portal";
import { count, DateText, dateInWords, EmptyState, Page, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTerms } from "../../terms.ts";
import { childQuery } from "../people/queries.ts";
import { historyQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/named-persons");

/** Everybody who has been the named person, with dates that meet, and the gaps where there were any (HIG-60). */
export function HistoryPage() {
  const { childId } = route.useParams();
  const { data } = useSuspenseQuery(historyQuery(childId));
  const { can } = useSuspenseQuery(childQuery(childId)).data;
  const { namedPerson } = useTerms();
  const href = useHref();
  return (
    <Page
      title={`Who has been the ${namedPerson}`}
      back={{ href: href({ to: "/children/$childId", params: { childId } }), text: "Overview" }}
    >
      {data.known ? (
        <>
          <Table
            stacked="short"
            caption={capital(namedPerson)}
            captionHidden
            rows={data.held}
            rowKey={({ namedPersonId }) => namedPersonId}
            columns={[
              {
                heading: "Name",
                cell: ({ name, title, establishment }) => (
                  <>
                    {name}
                    <span className="np-note">{[title, establishment].filter(Boolean).join(", ")}</span>
                  </>
                ),
              },
              { heading: "Stage", cell: ({ stage }) => stage },
              { heading: "From", cell: ({ from }) => <DateText day={from} /> },
              { heading: "Until", cell: ({ until }) => (until ? <DateText day={until} /> : "Now") },
              {
                heading: "How it was settled",
                cell: ({ settledBy, reason, decisionId }) => (
                  <>
                    {settledBy}
                    {reason && <span className="np-note np-prose">{reason}</span>}
                    {decisionId && can["record.decision.read"] === true && (
                      <span className="np-note">
                        <Link to="/children/$childId/decisions/$decisionId" params={{ childId, decisionId }}>
                          Open the decision
                        </Link>
                      </span>
                    )}
                  </>
                ),
              },
            ]}
            empty={<EmptyState title={`Nobody has been the ${namedPerson} yet`} />}
          />
          {data.gaps.map(({ from, until, days }) => (
            <p key={from} className="govuk-body">
              Nobody for {count(days, "day")}: from {dateInWords(from)} to {dateInWords(until)}.
            </p>
          ))}
        </>
      ) : (
        <p className="govuk-inset-text">{data.because}</p>
      )}
    </Page>
  );
}
