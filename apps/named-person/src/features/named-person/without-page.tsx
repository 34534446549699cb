import { Link, Pages } from "@linchpin/portal";
import { count, DateText, EmptyState, Icon, InsetText, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { EstablishmentPage } from "../people/establishment-page.tsx";
import { withoutQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/roll/$establishmentId/without");
type Row = Extract<Answers["namedPerson"]["missing"], { known: true }>["rows"][number];

/** Children with no named person, why, and for how many days. The target is none (HIG-11). */
export function WithoutPage() {
  const { establishmentId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { namedPerson } = useTerms();
  const { data } = useSuspenseQuery(withoutQuery(establishmentId, search));
  return (
    <EstablishmentPage establishmentId={establishmentId} title={`Children with no ${namedPerson}`}>
      {data.known ? (
        <>
          <p className="govuk-body">
            {data.missing} of {count(data.children, "child", "children")}. The target is none.
          </p>
          <Table
            stacked
            caption={`Children with no ${namedPerson}`}
            captionHidden
            rows={data.rows}
            rowKey={rowKey}
            columns={[
              { heading: "Child", cell: (row) => <ChildOf row={row} /> },
              {
                heading: "Class",
                cell: (row) => (row.visibility === "full" ? (row.group ?? "None recorded") : "Not shown"),
              },
              { heading: "Why", cell: ({ why }) => why },
              { heading: "Since", cell: ({ since }) => (since ? <DateText day={since} /> : "Not recorded") },
              { heading: "Days", numeric: true, cell: ({ days }) => days ?? "Not known" },
            ]}
            empty={
              <EmptyState
                title={data.children === 0 ? "Nobody is on the roll yet" : `Every child has a ${namedPerson}`}
              />
            }
          />
          <Pages
            of="children"
            after={search.after}
            nextCursor={data.nextCursor}
            onGo={(after) => void navigate({ search: { after } })}
          />
        </>
      ) : (
        <InsetText>{data.because}</InsetText>
      )}
    </EstablishmentPage>
  );
}

const rowKey = (row: Row): string =>
  row.visibility === "full" ? row.childId : `${row.establishment} ${row.code} ${row.since} ${row.days}`;

/** Without a part in the child's care a reader learns that there is one, and not who. */
function ChildOf({ row }: { readonly row: Row }) {
  if (row.visibility === "restricted")
    return (
      <>
        <Icon name="lock" /> Restricted record
      </>
    );
  return (
    <Link to="/roll/children/$childId" params={{ childId: row.childId }}>
      {row.name}
    </Link>
  );
}
