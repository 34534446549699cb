import { Link } from "@linchpin/portal";
import { EmptyState, Page, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useWho } from "../../terms.ts";
import { establishmentsQuery } from "./queries.ts";

/** The schools and clinics whose roll I keep, where there is not just one. */
export function RollsPage() {
  const { data } = useSuspenseQuery(establishmentsQuery());
  const { noNamedPersonBecause } = useWho();
  return (
    <Page title={noNamedPersonBecause === undefined ? "Roll and named persons" : "Roll"}>
      <Table
        stacked="short"
        caption="Schools and clinics whose roll you keep"
        rows={data}
        rowKey={({ establishmentId }) => establishmentId}
        columns={[
          {
            heading: "School or clinic",
            cell: ({ establishmentId, name }) => (
              <Link to="/roll/$establishmentId" params={{ establishmentId }}>
                {name}
              </Link>
            ),
          },
          { heading: "Children", numeric: true, cell: ({ onRoll }) => onRoll },
          ...(noNamedPersonBecause === undefined
            ? [
                {
                  heading: "With no named person",
                  numeric: true,
                  cell: ({ withoutNamedPerson }: (typeof data)[number]) => withoutNamedPerson ?? 0,
                },
              ]
            : []),
        ]}
        empty={
          <EmptyState title="You keep no roll">
            <p className="govuk-body">Your post is not at a school or clinic with a roll in this area.</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
