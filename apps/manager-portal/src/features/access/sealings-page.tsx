import { cursorOf, Link, Pages, useHref } from "@linchpin/portal";
import { EmptyState, LinkButton, MomentText, Page, Section, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { childInWords } from "../../child.ts";
import { sealingsQuery } from "./sealing-queries.ts";

const route = getRouteApi("/signed-in/sealing");

/** What waits to be sealed after an adoption order, and what was decided. */
export function SealingsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const href = useHref();
  const { data } = useSuspenseQuery(sealingsQuery(cursorOf(search)));
  return (
    <Page title="Records to be sealed">
      <p className="govuk-body">
        After an adoption order the record under the child's old name is sealed: nobody finds it or reads it again. One
        person asks, and another decides.
      </p>
      <LinkButton href={href({ to: "/sealing/ask" })}>Ask for a record to be sealed</LinkButton>
      <Section title="Sealing asked for">
        {data.waiting.length === 0 ? (
          <EmptyState title="Nothing waits for a decision" />
        ) : (
          <Table
            caption="Sealing asked for"
            stacked
            rows={data.waiting}
            rowKey={({ sealingId }) => sealingId}
            columns={[
              {
                heading: "Child",
                cell: ({ sealingId, child }) => (
                  <Link to="/sealing/$sealingId" params={{ sealingId }}>
                    {child ? childInWords(child) : "Open"}
                  </Link>
                ),
              },
              { heading: "Asked by", cell: ({ askedBy }) => askedBy.name },
              { heading: "Asked", cell: ({ askedAt }) => <MomentText at={askedAt} /> },
            ]}
          />
        )}
      </Section>
      <Section title="Decided">
        {data.decided.length === 0 ? (
          <EmptyState title="Nothing was decided yet" />
        ) : (
          <Table
            caption="Decided, newest first"
            stacked
            rows={data.decided}
            rowKey={({ sealingId }) => sealingId}
            columns={[
              {
                heading: "What was decided",
                cell: ({ sealingId, decided, askedAt }) => (
                  <Link to="/sealing/$sealingId" params={{ sealingId }}>
                    {decided?.outcome === "sealed" ? "A record was sealed" : "A record was left as it is"}
                    <span className="govuk-visually-hidden">
                      , asked <MomentText at={askedAt} />
                    </span>
                  </Link>
                ),
              },
              { heading: "Asked by", cell: ({ askedBy }) => askedBy.name },
              { heading: "Decided by", cell: ({ decided }) => decided?.by.name ?? "" },
              { heading: "Decided", cell: ({ decided }) => decided && <MomentText at={decided.at} /> },
            ]}
          />
        )}
        <Pages
          of="decisions"
          after={search.after}
          nextCursor={data.nextCursor}
          onGo={(after) => void navigate({ search: { after } })}
        />
      </Section>
    </Page>
  );
}
