import { Link, useHref, whyNot } from "@linchpin/portal";
import { DateText, EmptyState, LinkButton, Page, Section, SummaryList, type SummaryRow, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Child } from "../../views.ts";
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
      <RolesOfChild child={child} />
      <LegalStatuses child={child} />
      <Family child={child} />
      <About child={child} />
    </Page>
  );
}

function Family({ child }: { readonly child: Child }) {
  return (
    <Section title="Family">
      <Table
        stacked="short"
        caption="Parents and carers"
        captionHidden
        rows={child.carers}
        rowKey={(carer) => carer.carerId}
        columns={[
          { heading: "Name", cell: (carer) => carer.name },
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
    { key: "Address", value: addressInWords(child.address) ?? "Not recorded" },
    ...child.identifiers.map(({ label, value }) => ({ key: label, value })),
  ];
  return (
    <Section title="About the child">
      <SummaryList rows={rows} />
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
