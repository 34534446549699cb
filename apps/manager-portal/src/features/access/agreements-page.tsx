import { useHref, whyNot } from "@linchpin/portal";
import { Button, DateText, EmptyState, LinkButton, Page, Section, Table, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Answers } from "../../views.ts";
import { agreementsQuery } from "./agreement-queries.ts";

type Agency = Answers["consent"]["agreements"]["list"]["agencies"][number];
type Signing = NonNullable<Agency["signedUp"]>;

/** Which agencies signed how information about children is shared, which signed up to working together, and which have not (CWDC-2.20d, HIG-4). */
export function AgreementsPage() {
  const { data } = useSuspenseQuery(agreementsQuery());
  const shut = whyNot(data.record);
  return (
    <Page title="Sharing agreements">
      <p className="govuk-body">
        Each agency signs how information about children is shared. Whoever shares something is told of agencies that
        have not.
      </p>
      <Register
        agencies={data.agencies}
        signingOf={({ signed }) => signed}
        missing="Nothing on file"
        caption={(without) => (without === 0 ? "Every agency has signed" : `Agencies that have not signed: ${without}`)}
        record={({ agencyId, agency }) => (
          <Record to="/sharing-agreements/$agencyId" agencyId={agencyId} of={`what ${agency} signed`} shut={shut} />
        )}
      />
      {data.isSigningUpAsked && (
        <Section title="Working together">
          <p className="govuk-body">
            Each agency and service signs up to working together. One that has not is marked so wherever it stands on a
            plan.
          </p>
          <Register
            agencies={data.agencies}
            signingOf={({ signedUp, notSignedUp }) => (notSignedUp === undefined ? signedUp : undefined)}
            missing="Not yet signed up"
            caption={(without) =>
              without === 0 ? "Every agency has signed up" : `Agencies that have not signed up: ${without}`
            }
            record={({ agencyId, agency }) => (
              <Record
                to="/sharing-agreements/$agencyId/working-together"
                agencyId={agencyId}
                of={`that ${agency} signed up to working together`}
                shut={shut}
              />
            )}
          />
        </Section>
      )}
    </Page>
  );
}

type RegisterProps = {
  readonly agencies: readonly Agency[];
  readonly signingOf: (agency: Agency) => Signing | undefined;
  /** Said of an agency that has not signed. */
  readonly missing: string;
  readonly caption: (without: number) => string;
  readonly record: (agency: Agency) => ReactNode;
};

/** Whoever has not signed first, then what is to be looked at again. */
function Register({ agencies, signingOf, missing, caption, record }: RegisterProps) {
  const order = (agency: Agency) => {
    const signing = signingOf(agency);
    return signing === undefined ? 0 : signing.isToLookAt ? 1 : 2;
  };
  return (
    <Table
      caption={caption(agencies.filter((agency) => signingOf(agency) === undefined).length)}
      stacked
      rows={[...agencies].sort((one, other) => order(one) - order(other))}
      rowKey={({ agencyId }) => agencyId}
      columns={[
        { heading: "Agency", cell: ({ agency }) => agency },
        { heading: "Signed", cell: (agency) => <Signed signing={signingOf(agency)} missing={missing} /> },
        { heading: "Look at it again by", cell: (agency) => <LookAgain signing={signingOf(agency)} /> },
        { heading: "Kept at", cell: (agency) => signingOf(agency)?.keptAt ?? "" },
        { heading: "Record", cell: record },
      ]}
      empty={<EmptyState title="No agency works in this area" />}
    />
  );
}

function Signed({ signing, missing }: { readonly signing: Signing | undefined; readonly missing: string }) {
  if (signing === undefined) return <Tag colour="red">{missing}</Tag>;
  return (
    <>
      <DateText day={signing.on} />, by {signing.by}
    </>
  );
}

function LookAgain({ signing }: { readonly signing: Signing | undefined }) {
  if (signing?.reviewOn === undefined) return null;
  return (
    <>
      <DateText day={signing.reviewOn} /> {signing.isToLookAt && <Tag colour="orange">Overdue</Tag>}
    </>
  );
}

type RecordProps = {
  readonly to: "/sharing-agreements/$agencyId" | "/sharing-agreements/$agencyId/working-together";
  readonly agencyId: string;
  readonly of: string;
  readonly shut: string | undefined;
};

function Record({ to, agencyId, of, shut }: RecordProps) {
  const href = useHref();
  const words = (
    <>
      Record <span className="govuk-visually-hidden">{of}</span>
    </>
  );
  return shut === undefined ? (
    <LinkButton kind="secondary" href={href({ to, params: { agencyId } })}>
      {words}
    </LinkButton>
  ) : (
    <Button notAllowed={shut}>{words}</Button>
  );
}
