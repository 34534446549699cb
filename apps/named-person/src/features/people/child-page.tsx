import { Link, useHref, whyNot } from "@linchpin/portal";
import {
  DateText,
  EmptyState,
  LinkButton,
  Page,
  Section,
  SummaryList,
  type SummaryRow,
  Table,
  WarningText,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Child } from "../../views.ts";
import { SafeContact } from "../restriction/restriction-words.tsx";
import { CarerName } from "./carer-name.tsx";
import { LegalStatuses } from "./legal-statuses.tsx";
import { addressInWords } from "./people-words.ts";
import { childQuery } from "./queries.ts";
import { RolesOfChild } from "./roles-of-child.tsx";

const route = getRouteApi("/signed-in/children/$childId/");

/** Who helps this child, whom to turn to, and what is known: the first page of the record. */
export function ChildPage() {
  const { childId } = route.useParams();
  const { data: child } = useSuspenseQuery(childQuery(childId));
  const href = useHref();
  return (
    <Page
      title="Overview"
      actions={
        whyNot(child.can["concern.record"]) === undefined && (
          <LinkButton href={href({ to: "/children/$childId/concerns/record", params: { childId } })}>
            Record a concern
          </LinkButton>
        )
      }
    >
      <KeptPrivate child={child} />
      <RolesOfChild child={child} />
      <LegalStatuses child={child} />
      <Family child={child} />
      <About child={child} />
    </Page>
  );
}

/** What nobody may miss before they write, call or visit: who answers for it, and whom to write to. */
function KeptPrivate({ child: { childId, whereabouts, keptAway, can } }: { readonly child: Child }) {
  if (whereabouts === undefined && keptAway.length === 0) return null;
  return (
    <Section title="Kept private">
      {whereabouts && (
        <>
          <WarningText>
            {whereabouts.mayKnow
              ? "It is kept private where this child is. You may know: tell nobody."
              : `It is kept private where this child is. ${whereabouts.owner.name} answers for that.`}
          </WarningText>
          <SummaryList rows={[{ key: "Write to and call", value: <SafeContact {...whereabouts.safeContact} /> }]} />
        </>
      )}
      {keptAway.map(({ restrictionId, name, owner }) => (
        <WarningText key={restrictionId}>
          Do not write to, call or invite {name}. {owner.name} answers for that.
        </WarningText>
      ))}
      {can["restriction.read"] === true && (
        <p className="govuk-body">
          <Link to="/children/$childId/kept-private" params={{ childId }}>
            What is kept private, and who answers for it
          </Link>
        </p>
      )}
    </Section>
  );
}

function Family({ child }: { readonly child: Child }) {
  if (child.whereabouts?.mayKnow === false)
    return (
      <Section title="Family">
        <p className="govuk-body">Parents, carers and how to reach them are kept private.</p>
      </Section>
    );
  return (
    <Section title="Family">
      <Table
        stacked="short"
        caption="Parents and carers"
        captionHidden
        rows={child.carers}
        rowKey={(carer) => carer.carerId}
        columns={[
          { heading: "Name", cell: (carer) => <CarerName name={carer.name} keptAway={child.keptAway} /> },
          { heading: "Relationship", cell: (carer) => carer.relationship ?? "Not recorded" },
          { heading: "Phone", cell: (carer) => carer.phone ?? "Not recorded" },
          { heading: "Email", cell: (carer) => carer.email ?? "Not recorded" },
        ]}
        empty={<EmptyState title="No parent or carer is recorded" />}
      />
    </Section>
  );
}

function About({ child }: { readonly child: Child }) {
  const isKept = child.whereabouts?.mayKnow === false;
  const rows: SummaryRow[] = [
    { key: "Name", value: child.name.full },
    ...(child.name.preferred ? [{ key: "Likes to be called", value: child.name.preferred }] : []),
    { key: "Date of birth", value: born(child) },
    ...child.places.map((place) => ({
      key: "Place",
      value: (
        <>
          {[place.establishment, place.group, place.yearGroup].filter(Boolean).join(", ")}, from{" "}
          <DateText day={place.from} />
          {place.lastDay && (
            <>
              {" "}
              to <DateText day={place.lastDay} />
            </>
          )}
        </>
      ),
    })),
    ...(child.places.length === 0 && isKept ? [{ key: "Place", value: "Kept private" }] : []),
    { key: "Address", value: isKept ? "Kept private" : (addressInWords(child.address) ?? "Not recorded") },
    ...child.identifiers.map(({ label, value }) => ({ key: label, value })),
  ];
  return (
    <Section title="About the child">
      <SummaryList rows={rows} />
      {child.can["core-information.read"] === true && (
        <p className="govuk-body">
          <Link to="/children/$childId/core-information" params={{ childId: child.childId }}>
            Core information: when it was last confirmed
          </Link>
        </p>
      )}
      {child.namedPerson.known && child.can["common-element.read"] === true && (
        <p className="govuk-body">
          <Link to="/children/$childId/goes-along" params={{ childId: child.childId }}>
            What goes with the child: key events, achievements and milestones
          </Link>
        </p>
      )}
      {child.namedPerson.known && child.can["common-element.read"] === true && child.can["sibling.read"] === true && (
        <p className="govuk-body">
          <Link to="/children/$childId/whole-world" params={{ childId: child.childId }}>
            The child's whole world: family, brothers and sisters, people who matter
          </Link>
        </p>
      )}
      {child.can["discussion.read"] === true && (
        <p className="govuk-body">
          <Link to="/children/$childId/checks-and-discussions" params={{ childId: child.childId }}>
            Routine checks and informal discussions
          </Link>
        </p>
      )}
      {child.can["assessment.read"] === true && (
        <p className="govuk-body">
          <Link to="/children/$childId/assessments" params={{ childId: child.childId }}>
            Assessments
          </Link>
        </p>
      )}
      {child.can["reference.read"] === true && (
        <p className="govuk-body">
          <Link to="/children/$childId/references" params={{ childId: child.childId }}>
            References in other systems
          </Link>
        </p>
      )}
      {child.can["family-word.read"] === true && (
        <p className="govuk-body">
          <Link to="/children/$childId/family-asked" params={{ childId: child.childId }}>
            What the family asked and reported
          </Link>
        </p>
      )}
      {child.can["arrival.read"] === true && (
        <p className="govuk-body">
          <Link to="/children/$childId/came-in" params={{ childId: child.childId }}>
            What came in by paper or phone
          </Link>
        </p>
      )}
      {child.namedPerson.known && (
        <p className="govuk-body">
          <Link to="/children/$childId/named-persons" params={{ childId: child.childId }}>
            Everybody who has been the named person
          </Link>
        </p>
      )}
    </Section>
  );
}

function born({ bornOn, dueOn }: Child) {
  if (bornOn) return <DateText day={bornOn} />;
  return dueOn ? (
    <>
      Not yet born, due <DateText day={dueOn} />
    </>
  ) : (
    "Not recorded"
  );
}
