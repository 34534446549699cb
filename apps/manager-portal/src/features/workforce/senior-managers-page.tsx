import { Link, useHref, whyNot } from "@linchpin/portal";
import {
  Button,
  DateText,
  EmptyState,
  InsetText,
  LinkButton,
  NotificationBanner,
  Page,
  PrintButton,
  Section,
  Table,
  Tag,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { SeniorManagers } from "../../views.ts";
import { seniorManagersQuery } from "./senior-manager-queries.ts";

type Organisation = SeniorManagers["organisations"][number];
type Named = Organisation["named"][number];

const route = getRouteApi("/signed-in/senior-managers");

/** Whom the chief officers named as senior managers, organisation by organisation, with the days (WIG-9.2.1). */
export function SeniorManagersPage() {
  const { done } = route.useSearch();
  const { data } = useSuspenseQuery(seniorManagersQuery());
  const href = useHref();
  const shut = whyNot(data.name);
  const without = data.organisations.filter(({ hasNobody }) => hasNobody).length;
  const isHeads = data.own !== undefined;
  return (
    <Page title="Senior managers" actions={<PrintButton />}>
      {done && (
        <NotificationBanner title="Done" tone="done">
          <p className="govuk-body">
            {done === "named" ? "They are named, and have been told." : "It is ended, and they have been told."}
          </p>
        </NotificationBanner>
      )}
      {data.silentBecause === undefined ? (
        <p className="govuk-body">
          Each organisation's chief officer names the senior managers who see to it that lead professionals are found.
          From the first day they choose that post when they sign in; with the last day it is closed to them.
        </p>
      ) : (
        <>
          <p className="govuk-body">The documents of this area ask for no list of senior managers, so none is kept.</p>
          <InsetText>{data.silentBecause}</InsetText>
        </>
      )}
      {isHeads &&
        (shut === undefined ? (
          <LinkButton href={href({ to: "/senior-managers/name" })}>Name a senior manager</LinkButton>
        ) : (
          <Button notAllowed={shut}>Name a senior manager</Button>
        ))}
      {data.silentBecause === undefined && (
        <p className="govuk-body">
          {without === 0
            ? "Every organisation has a senior manager today."
            : `Organisations with no senior manager today: ${without} of ${data.organisations.length}.`}
        </p>
      )}
      {data.organisations
        .filter(({ named }) => data.silentBecause === undefined || named.length > 0)
        .map((one) => (
          <OfOrganisation key={one.agencyId} of={one} isOwn={data.own?.agencyId === one.agencyId} />
        ))}
    </Page>
  );
}

function OfOrganisation({
  of: { name, named, hasNobody },
  isOwn,
}: {
  readonly of: Organisation;
  readonly isOwn: boolean;
}) {
  return (
    <Section title={name}>
      {named.length === 0 ? (
        <EmptyState title="Nobody has been named" />
      ) : (
        <>
          {hasNobody && (
            <p className="govuk-body">
              <Tag colour="red">Nobody today</Tag>
            </p>
          )}
          <Table
            caption={`Senior managers of ${name}`}
            captionHidden
            stacked
            rows={named}
            rowKey={({ namingId }) => namingId}
            columns={[
              { heading: "Who", cell: (row) => row.name },
              { heading: "When", cell: (row) => <When {...row} /> },
              { heading: "Named by", cell: ({ namedBy }) => namedBy },
              {
                heading: "Why it ended",
                cell: ({ ended }) => (ended === undefined ? "" : `${ended.because} (${ended.by})`),
              },
              ...(isOwn ? [{ heading: "Change", cell: (row: Named) => <End {...row} /> }] : []),
            ]}
          />
        </>
      )}
    </Section>
  );
}

const states = {
  now: { colour: "green", text: "Today" },
  "to-come": { colour: "blue", text: "To come" },
  over: { colour: "grey", text: "Over" },
  left: { colour: "orange", text: "No longer works here" },
  "taken-back": { colour: "grey", text: "Taken back before it began" },
} as const;

function When({ from, lastDay, state }: Named) {
  return (
    <>
      from <DateText day={from} />
      {lastDay !== undefined && (
        <>
          {" "}
          to <DateText day={lastDay} />
        </>
      )}{" "}
      <Tag colour={states[state].colour}>{states[state].text}</Tag>
    </>
  );
}

function End({ namingId, name, state }: Named) {
  if (state === "over" || state === "taken-back") return null;
  return (
    <Link to="/senior-managers/$namingId/end" params={{ namingId }}>
      End it <span className="govuk-visually-hidden">for {name}</span>
    </Link>
  );
}
