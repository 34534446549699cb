import { Details, Table } from "@linchpin/ui";
import type { Proposal } from "../../views.ts";

const ratings: Readonly<Record<string, string>> = {
  strong: "Strongly placed",
  partial: "Partly placed",
  none: "Not placed",
  yes: "Yes",
  no: "No",
};

/** What the people who proposed wrote beside each of the criteria. Nothing is added up. */
export function Weighed({ weighed }: Pick<Proposal, "weighed">) {
  if (weighed.length === 0) return null;
  return (
    <Details summary={`What was weighed (${weighed.length})`}>
      <Table
        caption="What was weighed"
        captionHidden
        dense
        stacked
        rows={weighed}
        rowKey={({ criterion, candidate }) => `${criterion} ${candidate?.practitionerId ?? ""}`}
        columns={[
          { heading: "Asked", cell: ({ label }) => label },
          { heading: "Of", cell: ({ candidate }) => candidate?.name ?? "The case" },
          {
            heading: "Answer",
            cell: ({ words, rating, evidence }) => (
              <>
                {rating && <strong>{ratings[rating] ?? rating}. </strong>}
                {words ?? ""}
                {evidence && <span className="mp-note">Rests on: {evidence}</span>}
              </>
            ),
          },
        ]}
      />
    </Details>
  );
}
