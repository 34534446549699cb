import { Link, useHref } from "@linchpin/portal";
import { Clause, EmptyState, LinkButton, NotificationBanner, Page, PrintButton, Section, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { departuresToDecideQuery } from "./departure-queries.ts";
import { type Departure, daysInWords, StateOf, takesInWords } from "./departure-words.tsx";

const route = getRouteApi("/signed-in/departures");
const done = {
  approved: "It is approved, and whoever asked has been told. The rulebook shows it.",
  refused: "It is refused, and whoever asked has been told.",
  ended: "It has a last day. From the day after, the rule speaks again.",
  asked: "You have asked. Those who decide have been told.",
} as const;

/** What waits to be approved, and what was decided: for those who steer (CWDC-1.1a, CWDC-STATUS). */
export function DeparturesPage() {
  const { done: what } = route.useSearch();
  const { data } = useSuspenseQuery(departuresToDecideQuery());
  const href = useHref();
  const waiting = data.departures.filter(({ state }) => state === "waiting");
  const decided = data.departures.filter(({ state }) => state !== "waiting");
  return (
    <Page title="Departures from rules" actions={<PrintButton />}>
      {what && (
        <NotificationBanner title="Done" tone="done">
          <p className="govuk-body">{done[what]}</p>
        </NotificationBanner>
      )}
      <p className="govuk-body">
        The area departs from a rule of its rulebook only with a reason, somebody who approved it, and a first day.
        Nobody approves what they asked for themselves.
      </p>
      <LinkButton kind="secondary" href={href({ to: "/departures/ask" })}>
        Ask to depart from a rule
      </LinkButton>
      <Section title="Waiting to be decided">
        <Table
          caption="Departures that wait to be decided"
          captionHidden
          stacked
          rows={waiting}
          rowKey={({ departureId }) => departureId}
          columns={[
            { heading: "Rule", cell: (row) => <Rule {...row} /> },
            { heading: "Why", cell: ({ reason }) => reason },
            { heading: "When", cell: daysInWords },
            { heading: "It takes", cell: ({ takes }) => takesInWords[takes] },
            { heading: "Asked by", cell: ({ askedBy }) => askedBy.name },
            { heading: "Decide", cell: (row) => <Decide {...row} /> },
          ]}
          empty={<EmptyState title="Nothing waits to be decided" />}
        />
      </Section>
      <Section title="Decided">
        <Table
          caption="Departures that were decided"
          captionHidden
          stacked
          rows={decided}
          rowKey={({ departureId }) => departureId}
          columns={[
            { heading: "Rule", cell: (row) => <Rule {...row} /> },
            { heading: "Why", cell: ({ reason }) => reason },
            { heading: "When", cell: daysInWords },
            { heading: "Decision", cell: (row) => <Decision {...row} /> },
            { heading: "Change", cell: (row) => <End {...row} /> },
          ]}
          empty={<EmptyState title="Nothing has been decided" />}
        />
      </Section>
    </Page>
  );
}

const Rule = ({ title, clause }: Departure) => (
  <>
    {title}{" "}
    <span className="mp-note">
      <Clause clause={clause} />
    </span>
  </>
);

const Decide = ({ departureId, title }: Departure) => (
  <Link to="/departures/$departureId/decide" params={{ departureId }}>
    Decide <span className="govuk-visually-hidden">on {title}</span>
  </Link>
);

function Decision(row: Departure) {
  const { decided, ended } = row;
  return (
    <>
      <StateOf {...row} /> {decided && `${decided.by}: ${decided.reason}`}
      {ended && (
        <span className="mp-note">
          Ended by {ended.by}: {ended.reason}
        </span>
      )}
    </>
  );
}

const End = ({ departureId, title, state }: Departure) =>
  state === "approved" ? (
    <Link to="/departures/$departureId/end" params={{ departureId }}>
      End it <span className="govuk-visually-hidden">: {title}</span>
    </Link>
  ) : null;
