import { useHref, whyNot } from "@linchpin/portal";
import { Button, DateText, EmptyState, LinkButton, Page, Table, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { Answers } from "../../views.ts";
import { agreementsQuery } from "./agreement-queries.ts";

type Agency = Answers["consent"]["agreements"]["list"]["agencies"][number];

/** Which agencies signed how information about children is shared, and which have not (CWDC-2.20d). */
export function AgreementsPage() {
  const { data } = useSuspenseQuery(agreementsQuery());
  const shut = whyNot(data.record);
  const without = data.agencies.filter(({ signed }) => signed === undefined).length;
  return (
    <Page title="Sharing agreements">
      <p className="govuk-body">
        Each agency signs how information about children is shared. Whoever shares something is told of agencies that
        have not.
      </p>
      <Table
        caption={without === 0 ? "Every agency has signed" : `Agencies that have not signed: ${without}`}
        stacked
        rows={[...data.agencies].sort((one, other) => order(one) - order(other))}
        rowKey={({ agencyId }) => agencyId}
        columns={[
          { heading: "Agency", cell: ({ agency }) => agency },
          { heading: "Signed", cell: (row) => <Signed {...row} /> },
          { heading: "Look at it again by", cell: (row) => <LookAgain {...row} /> },
          { heading: "Kept at", cell: ({ signed }) => signed?.keptAt ?? "" },
          {
            heading: "Record",
            cell: ({ agencyId, agency }) => <Record agencyId={agencyId} agency={agency} shut={shut} />,
          },
        ]}
        empty={<EmptyState title="No agency works in this area" />}
      />
    </Page>
  );
}

/** What needs somebody first. */
const order = ({ signed }: Agency) => (signed === undefined ? 0 : signed.isToLookAt ? 1 : 2);

function Signed({ signed }: Pick<Agency, "signed">) {
  if (signed === undefined) return <Tag colour="red">Nothing on file</Tag>;
  return (
    <>
      <DateText day={signed.on} />, by {signed.by}
    </>
  );
}

function LookAgain({ signed }: Pick<Agency, "signed">) {
  if (signed === undefined) return null;
  return (
    <>
      <DateText day={signed.reviewOn} /> {signed.isToLookAt && <Tag colour="orange">Overdue</Tag>}
    </>
  );
}

function Record({
  agencyId,
  agency,
  shut,
}: Pick<Agency, "agencyId" | "agency"> & { readonly shut: string | undefined }) {
  const href = useHref();
  const words = (
    <>
      Record <span className="govuk-visually-hidden">what {agency} signed</span>
    </>
  );
  return shut === undefined ? (
    <LinkButton kind="secondary" href={href({ to: "/sharing-agreements/$agencyId", params: { agencyId } })}>
      {words}
    </LinkButton>
  ) : (
    <Button notAllowed={shut}>{words}</Button>
  );
}
