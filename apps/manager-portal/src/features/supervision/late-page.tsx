import { shownInWords } from "@linchpin/domain";
import { EmptyState, listInWords, Page, PrintButton, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lateQuery } from "./queries.ts";

/** How many children's leads of each agency are past the interval of their supervision (HIG-144). */
export function LatePage() {
  const { data } = useSuspenseQuery(lateQuery());
  return (
    <Page title="Supervision by agency" actions={<PrintButton />}>
      <p className="govuk-body">
        A lead counts as late when its session is past the day that was set, or when nobody supervises it on record.
        {data.smallLeftOut && " Numbers under 5, and what would give them away, are not shown."}
      </p>
      <Table
        caption="Leads without supervision within their interval, by agency"
        rows={data.agencies}
        rowKey={({ agency }) => agency}
        columns={[
          { heading: "Agency", cell: ({ agency }) => agency },
          { heading: "Leads", cell: ({ leads }) => shownInWords(leads) },
          { heading: "Late", cell: ({ late }) => shownInWords(late) },
          ...(data.smallLeftOut
            ? []
            : [
                {
                  heading: "Supervisors of those",
                  cell: ({ supervisors }: (typeof data.agencies)[number]) => listInWords(supervisors) || "None",
                },
              ]),
        ]}
        empty={<EmptyState title="Nobody leads for a child" />}
      />
    </Page>
  );
}
