import { namedPersonStages } from "@linchpin/domain";
import { capital, Link, useHref, whyNot } from "@linchpin/portal";
import {
  Button,
  ButtonGroup,
  DateText,
  EmptyState,
  IdentityBar,
  LinkButton,
  Page,
  Section,
  SummaryList,
  Table,
  WarningText,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTerms, useWho } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { SafeContact } from "../restriction/restriction-words.tsx";
import { CarerName } from "./carer-name.tsx";
import { rollChildQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/roll/children/$childId");
type RollChild = Answers["people"]["roll"]["child"];

/** A child's place on the roll: names, places, carers, named person. Nothing of concerns, plans or statuses. */
export function RollChildPage() {
  const { childId } = route.useParams();
  const { data: child } = useSuspenseQuery(rollChildQuery(childId));
  const { namedPerson } = useTerms();
  const { role } = useWho();
  const href = useHref();
  const [place] = child.places;
  const back = place
    ? {
        href: href({ to: "/roll/$establishmentId", params: { establishmentId: place.establishmentId } }),
        text: place.establishment,
      }
    : { href: href({ to: "/roll" }), text: "Roll" };
  return (
    <>
      <IdentityBar
        visibility="full"
        name={child.name}
        preferredName={child.preferredName ?? undefined}
        age={child.age}
        dateOfBirth={child.bornOn ?? undefined}
        namedPerson={child.namedPerson.known ? (child.namedPerson.current?.name ?? "Nobody") : undefined}
        terms={{ namedPerson: capital(namedPerson) }}
      />
      <Page title="Place on the roll" back={back}>
        {role === "head" && (
          <p className="govuk-body">
            <Link to="/children/$childId" params={{ childId }}>
              Open the child's record
            </Link>
          </p>
        )}
        {role === "record-keeper" && (
          <p className="govuk-body">
            <Link to="/came-in/$childId" params={{ childId }}>
              Enter that something came in about this child
            </Link>
          </p>
        )}
        <KeptPrivate child={child} />
        <NamedPersonOf child={child} />
        <Places child={child} />
        <Carers child={child} />
      </Page>
    </>
  );
}

type Of = { readonly child: RollChild };

/** Before an office writes or calls: whom to, and whom never. */
function KeptPrivate({ child: { whereabouts, keptAway } }: Of) {
  if (whereabouts === undefined && keptAway.length === 0) return null;
  return (
    <Section title="Kept private">
      {whereabouts && (
        <>
          <WarningText>
            It is kept private where this child is. Tell nobody, and send nothing to the family's address. Ask{" "}
            {whereabouts.owner.name}.
          </WarningText>
          <SummaryList rows={[{ key: "Write to and call", value: <SafeContact {...whereabouts.safeContact} /> }]} />
        </>
      )}
      {keptAway.map(({ restrictionId, name, owner }) => (
        <WarningText key={restrictionId}>
          Do not write to, call or invite {name}. Ask {owner.name}.
        </WarningText>
      ))}
    </Section>
  );
}

function NamedPersonOf({ child: { childId, namedPerson: named, places, can } }: Of) {
  const { namedPerson } = useTerms();
  const href = useHref();
  if (!named.known) return <p className="govuk-inset-text">{named.because}</p>;
  const { current, next, why } = named;
  const [place] = places; // as on the first day there, where that is still to come
  const shut = whyNot(can["named-person.assign"]);
  const isWithMidwife = current?.stage === namedPersonStages["pregnancy-and-birth"].label;
  return (
    <Section title={capital(namedPerson)}>
      <SummaryList
        rows={[
          {
            key: "Now",
            value: current ? (
              <>
                {current.name}
                <span className="np-note">
                  {[current.title, current.establishment].filter(Boolean).join(", ")}. Since{" "}
                  <DateText day={current.from} />. {current.settledBy}
                </span>
                {current.reason && <span className="np-note np-prose">{current.reason}</span>}
              </>
            ) : (
              <>Nobody. {why}</>
            ),
          },
          ...(next
            ? [
                {
                  key: "Next",
                  value: (
                    <>
                      {next.name}, from <DateText day={next.from} />
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <ButtonGroup>
        {shut === undefined ? (
          <LinkButton href={href({ to: "/roll/children/$childId/named-person", params: { childId } })}>
            Assign a {namedPerson}
          </LinkButton>
        ) : (
          <Button notAllowed={shut}>Assign a {namedPerson}</Button>
        )}
        {isWithMidwife && whyNot(can["named-person.end-midwifery"]) === undefined && (
          <LinkButton
            kind="secondary"
            href={href({ to: "/roll/children/$childId/end-midwifery", params: { childId } })}
          >
            The midwife's care has ended
          </LinkButton>
        )}
        <Link to="/tell" search={{ childId }}>
          Who is to be told
        </Link>
        <Link
          to="/families/$childId/paper"
          params={{ childId }}
          search={place === undefined ? {} : { establishmentId: place.establishmentId }}
        >
          Paper for the family
        </Link>
      </ButtonGroup>
    </Section>
  );
}

function Places({ child: { places } }: Of) {
  return (
    <Section title="Places">
      <Table
        stacked="short"
        caption="Places"
        captionHidden
        rows={places}
        rowKey={({ placeId }) => placeId}
        columns={[
          { heading: "School or clinic", cell: ({ establishment }) => establishment },
          {
            heading: "Class",
            cell: ({ group, yearGroup }) => [group, yearGroup].filter(Boolean).join(", ") || "None recorded",
          },
          { heading: "From", cell: ({ from }) => <DateText day={from} /> },
          { heading: "Last day", cell: ({ lastDay }) => (lastDay ? <DateText day={lastDay} /> : "None set") },
        ]}
        empty={<EmptyState title="No place is recorded" />}
      />
    </Section>
  );
}

function Carers({ child: { carers, keptAway, whereabouts } }: Of) {
  return (
    <Section title="Family">
      <Table
        stacked="short"
        caption="Parents and carers"
        captionHidden
        rows={carers}
        rowKey={({ carerId }) => carerId}
        columns={[
          { heading: "Name", cell: ({ name }) => <CarerName name={name} keptAway={keptAway} /> },
          { heading: "Relationship", cell: ({ relationship }) => relationship ?? "Not recorded" },
          { heading: "Phone", cell: ({ phone }) => phone ?? "Not recorded" },
          { heading: "Email", cell: ({ email }) => email ?? "Not recorded" },
        ]}
        empty={
          <EmptyState title={whereabouts?.mayKnow === false ? "Kept private" : "No parent or carer is recorded"} />
        }
      />
    </Section>
  );
}
