import { Link, useHref } from "@linchpin/portal";
import { EmptyState, Page, Section, SummaryList } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { postMay } from "../../routes/menu.ts";
import { useWho } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { holidaysQuery, waysQuery } from "./queries.ts";

type Ways = Answers["namedPerson"]["reach"]["mine"]["own"]["ways"];

/** What goes on families' paper: how they reach you and your school or clinic, and who helps in the area (HIG-67, HIG-162). */
export function ForFamiliesPage() {
  const who = useWho();
  return (
    <Page title="For families">
      <p className="govuk-body">
        Families have no sign-in: paper is their way in. What is recorded here stands on the paper that you and others
        print for them.
      </p>
      <p className="govuk-body">
        <Link to="/who-helps">Who helps in this area: a page to print</Link>
      </p>
      {postMay(who, "ways-to-reach.keep") && <OwnWays />}
      {postMay(who, "holiday-contact.keep") && <Holidays />}
    </Page>
  );
}

const rowsOf = (ways: Ways, change: string) =>
  (
    [
      ["Telephone for parents and carers", ways.phone],
      ["Place and hours", ways.hours],
      ["Where to write", ways.writeTo],
      ["Telephone for children", ways.childPhone],
      ["Where and when children find you", ways.childHours],
      ["Where children write or draw", ways.childWriteTo],
    ] as const
  ).map(([key, value]) => ({
    key,
    value: value === null ? "Not recorded" : <span className="np-prose">{value}</span>,
    action: { href: change, text: "Change" },
  }));

function OwnWays() {
  const { data } = useSuspenseQuery(waysQuery());
  const href = useHref();
  return (
    <>
      <Section title="How families reach you">
        <SummaryList rows={rowsOf(data.own.ways, href({ to: "/for-families/reach" }))} />
      </Section>
      {data.places.map(({ establishmentId, name, ways }) => (
        <Section key={establishmentId} title={`How families reach ${name}`}>
          <p className="govuk-body">Stands on the paper wherever somebody there has recorded nothing of their own.</p>
          <SummaryList rows={rowsOf(ways, href({ to: "/for-families/reach", search: { establishmentId } }))} />
        </Section>
      ))}
    </>
  );
}

function Holidays() {
  const { data } = useSuspenseQuery(holidaysQuery());
  const href = useHref();
  if (data.services.length === 0)
    return (
      <Section title="In the school holidays">
        <EmptyState title="You answer for no education service: its own manager says who answers in the holidays" />
      </Section>
    );
  return data.services.map(({ agencyId, agency, name, phone, hours, writeTo }) => (
    <Section key={agencyId} title={`In the school holidays: ${agency}`}>
      <SummaryList
        rows={[
          {
            key: "Who answers",
            value:
              name === null ? (
                "Nobody recorded"
              ) : (
                <span className="np-prose">{[name, phone, hours, writeTo].filter(Boolean).join("\n")}</span>
              ),
            action: { href: href({ to: "/for-families/holidays/$agencyId", params: { agencyId } }), text: "Change" },
          },
        ]}
      />
    </Section>
  ));
}
