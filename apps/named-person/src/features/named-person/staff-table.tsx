import { Table } from "@linchpin/ui";
import type { Answers } from "../../views.ts";

type Staff = Extract<Answers["namedPerson"]["staff"], { known: true }>["staff"];

/** Skills, number of children and site side by side, to suit size and place (HIG-64). */
export function StaffTable({ staff }: { readonly staff: Staff }) {
  return (
    <Table
      stacked="short"
      caption="Who works here"
      rows={staff}
      rowKey={({ practitionerId }) => practitionerId}
      columns={[
        {
          heading: "Name",
          sortBy: ({ name }) => name,
          cell: ({ name, title }) => (
            <>
              {name}
              <span className="np-note">{title}</span>
            </>
          ),
        },
        { heading: "Skills and experience", cell: ({ skills }) => skills ?? "Not recorded" },
        { heading: "Site", sortBy: ({ site }) => site, cell: ({ site }) => site },
        {
          heading: "Children now",
          numeric: true,
          sortBy: ({ children }) => children,
          cell: ({ children }) => children,
        },
      ]}
    />
  );
}
