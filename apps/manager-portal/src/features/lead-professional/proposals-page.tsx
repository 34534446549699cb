import { cursorOf, Link, Pages, useHref } from "@linchpin/portal";
import { EmptyState, MomentText, Page, Section, Table, Tag, WorkList } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { childInWords } from "../../child.ts";
import { useTerms } from "../../terms.ts";
import { waitingAsWork } from "../record/work.ts";
import { stateOf } from "./proposal-words.ts";
import { deskQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/proposals");

/** Every proposal that waits for this manager's word, and what was decided lately. */
export function ProposalsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const href = useHref();
  const terms = useTerms();
  const { data } = useSuspenseQuery(deskQuery(cursorOf(search)));
  return (
    <Page title="Proposals">
      <Section title="Waiting for you">
        {data.waiting.length === 0 ? (
          <EmptyState title="No proposal waits for you">
            <p className="govuk-body">
              When somebody you manage is proposed as {terms.leadProfessional}, and your word is asked for, it is listed
              here, the nearest limit first.
            </p>
          </EmptyState>
        ) : (
          <WorkList
            label="Proposals waiting for you"
            items={data.waiting.map((waiting) => waitingAsWork(waiting, href, terms))}
          />
        )}
        <Pages
          of="proposals"
          after={search.after}
          nextCursor={data.nextCursor}
          onGo={(after) => void navigate({ search: { after } })}
        />
      </Section>
      <Section title="Decided in the last 28 days">
        <Table
          caption="Decided in the last 28 days"
          captionHidden
          stacked
          rows={data.decided}
          rowKey={({ proposalId, label, recordedAt }) => `${proposalId} ${label} ${recordedAt}`}
          columns={[
            {
              heading: "Child",
              cell: ({ child, proposalId, mayOpen }) =>
                mayOpen ? (
                  <Link to="/proposals/$proposalId" params={{ proposalId }}>
                    {childInWords(child)}
                  </Link>
                ) : (
                  childInWords(child)
                ),
            },
            { heading: "Proposed", cell: ({ proposed }) => proposed.name },
            { heading: "What was recorded", cell: ({ label, outcome }) => `${label}: ${outcome.label.toLowerCase()}` },
            { heading: "When", cell: ({ recordedAt }) => <MomentText at={recordedAt} /> },
            {
              heading: "The proposal is",
              cell: ({ state }) => <Tag colour={stateOf[state].colour}>{stateOf[state].word}</Tag>,
            },
          ]}
          empty={<p className="govuk-body">Nothing was decided in the last 28 days.</p>}
        />
      </Section>
    </Page>
  );
}
