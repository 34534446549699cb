import { arrangementPatterns } from "@linchpin/domain";
import { capital, Link, useHref } from "@linchpin/portal";
import { count, EmptyState, Figures, InsetText, LinkButton, NotificationBanner, Section, Table } from "@linchpin/ui";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { EstablishmentPage } from "../people/establishment-page.tsx";
import { arrangedKey, arrangementQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/roll/$establishmentId/named-persons");
export type Arrangement = Extract<Answers["namedPerson"]["arrangement"], { known: true }>;
type Arranged = Extract<Answers["namedPerson"]["arrange"], { known: true }>;

/** How this school or clinic settles who is named person for whom, and for whom it does not settle it (HIG-62). */
export function ArrangementPage() {
  const { establishmentId } = route.useParams();
  const { data } = useSuspenseQuery(arrangementQuery(establishmentId));
  const { namedPerson } = useTerms();
  const href = useHref();
  return (
    <EstablishmentPage
      establishmentId={establishmentId}
      title={`${capital(namedPerson)}s`}
      actions={
        data.known && (
          <LinkButton href={href({ to: "/roll/$establishmentId/named-persons/arrange", params: { establishmentId } })}>
            {isSettled(data) ? "Change the arrangement" : "Settle who it is"}
          </LinkButton>
        )
      }
    >
      {data.known ? (
        <>
          <JustArranged establishmentId={establishmentId} />
          <Now arrangement={data} />
        </>
      ) : (
        <InsetText>{data.because}</InsetText>
      )}
    </EstablishmentPage>
  );
}

/** True once anybody was named for a group, or any child has a named person. */
const isSettled = ({ groups, onRoll, unassignedCount }: Arrangement): boolean =>
  groups.some(({ name }) => name !== null) || unassignedCount < onRoll;

/** What the last change did, as long as the page is open. */
function JustArranged({ establishmentId }: { readonly establishmentId: string }) {
  const { data } = useQuery<Arranged>({ queryKey: arrangedKey(establishmentId), enabled: false });
  const { namedPerson } = useTerms();
  if (data === undefined) return null;
  return (
    <>
      <NotificationBanner title="Settled" tone="done">
        <p className="govuk-notification-banner__heading">
          {count(data.changed, "child has", "children have")} a new {namedPerson}; for {data.unchanged} it stays the
          same.
        </p>
        {data.toTell > 0 && (
          <p className="govuk-body">
            {count(data.toTell, "child or carer is", "children and carers are")} to be told.{" "}
            <Link to="/tell" search={{ establishmentId }}>
              See whom to tell
            </Link>
          </p>
        )}
      </NotificationBanner>
      {data.refused.length > 0 && (
        <Table
          stacked="short"
          caption="What the rulebook did not allow"
          rows={data.refused}
          rowKey={({ child }) => child.childId}
          columns={[
            { heading: "Child", cell: ({ child }) => child.name },
            { heading: "Named", cell: ({ name }) => name },
            {
              heading: "Why not",
              cell: ({ because }) => because.map((one) => `${one.because} (${one.clause})`).join(" "),
            },
          ]}
        />
      )}
    </>
  );
}

function Now({ arrangement }: { readonly arrangement: Arrangement }) {
  const { establishmentId, pattern, groups, onRoll, followed, exceptions, unassigned, unassignedCount } = arrangement;
  const { namedPerson } = useTerms();
  return (
    <>
      <Figures
        figures={[
          { label: "Children on the roll", value: onRoll },
          { label: "As the arrangement says", value: followed },
          { label: "Exceptions", value: exceptions.length },
          { label: `With no ${namedPerson}`, value: unassignedCount },
        ]}
      />
      <Section
        title={
          isSettled(arrangement)
            ? `The arrangement: ${arrangementPatterns[pattern].label.toLowerCase()}`
            : "The arrangement"
        }
      >
        <Table
          stacked="short"
          caption="Who for which group"
          captionHidden
          rows={groups}
          rowKey={({ group }) => group}
          columns={[
            { heading: "Group", cell: ({ words }) => words },
            { heading: "Children", numeric: true, cell: ({ children }) => children },
            { heading: capital(namedPerson), cell: ({ name }) => name ?? "Nobody yet" },
          ]}
          empty={
            <EmptyState
              title={
                !isSettled(arrangement)
                  ? "Nothing is settled yet"
                  : pattern === "by-name"
                    ? "Settled child by child"
                    : "No group has anybody named for it yet"
              }
            />
          }
        />
      </Section>
      {exceptions.length > 0 && (
        <Section title="Exceptions">
          <Table
            stacked="short"
            caption="Children with somebody else than the arrangement says"
            captionHidden
            rows={exceptions}
            rowKey={({ child }) => child.childId}
            columns={[
              { heading: "Child", cell: ({ child }) => <ChildLink child={child} /> },
              { heading: capital(namedPerson), cell: ({ name }) => name },
              { heading: "Why", cell: ({ reason }) => reason },
            ]}
          />
        </Section>
      )}
      <Section title={`Children with no ${namedPerson}`}>
        <Table
          stacked="short"
          caption={`Children with no ${namedPerson}`}
          captionHidden
          rows={unassigned}
          rowKey={({ child }) => child.childId}
          columns={[
            { heading: "Child", cell: ({ child }) => <ChildLink child={child} /> },
            {
              heading: "Class",
              cell: ({ child }) => [child.group, child.yearGroup].filter(Boolean).join(", ") || "None recorded",
            },
            { heading: "Why", cell: ({ why }) => why },
          ]}
          empty={<EmptyState title={onRoll === 0 ? "Nobody is on the roll yet" : `Every child has a ${namedPerson}`} />}
        />
        {unassignedCount > unassigned.length && (
          <Link to="/roll/$establishmentId/without" params={{ establishmentId }}>
            All {unassignedCount} children with no {namedPerson}
          </Link>
        )}
      </Section>
    </>
  );
}

function ChildLink({
  child: { childId, name },
}: {
  readonly child: { readonly childId: string; readonly name: string };
}) {
  return (
    <Link to="/roll/children/$childId" params={{ childId }}>
      {name}
    </Link>
  );
}
