import { BarChart, count, EmptyState, InsetText, listInWords } from "@linchpin/ui";
import type { TeamWorkload, WorkloadRow } from "../../views.ts";

type SpreadProps = { readonly spread: TeamWorkload["spread"]; readonly rows: readonly WorkloadRow[] };

/** How leading is spread over a team (WIG-8.6.2): the lead need not be the same member of the team each time. */
export function SpreadOfLeads({ spread: { leads, people, most, uneven }, rows }: SpreadProps) {
  if (rows.length === 0) return <EmptyState title="Nobody matches" />;
  return (
    <>
      <p className="govuk-body">
        {count(leads, "lead")} among {count(people, "person", "people")}. The most held by one person is {most}.
      </p>
      {uneven.length > 0 && (
        <InsetText>
          {listInWords(uneven.map(({ name }) => name))} {uneven.length === 1 ? "holds" : "hold"} more than half of the
          leads. The lead need not be the same member of a team each time.
        </InsetText>
      )}
      <BarChart
        caption="Plans led and supported by each person"
        of="Person"
        series={["Leads", "Supports"]}
        rows={rows.map((row) => ({ label: row.name, values: [row.leads, row.supports] }))}
      />
    </>
  );
}
