import { cursorOf, Link, Pages } from "@linchpin/portal";
import { EmptyState, MomentText, Page, Table, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { childInWords } from "../record/work.ts";
import { leadingQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/leading");
type Led = Answers["leadProfessional"]["mine"]["plans"][number];

/** The plans I lead. */
export function LeadingPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { leadProfessional } = useTerms();
  const { data } = useSuspenseQuery(leadingQuery(cursorOf(search)));
  return (
    <Page title="Plans I lead">
      <Table
        stacked="short"
        caption={`Plans on which you are ${leadProfessional}`}
        rows={data.plans}
        rowKey={({ leadId }) => leadId}
        columns={[
          { heading: "Child", cell: (row) => <ChildOf row={row} /> },
          { heading: "Since", cell: ({ since }) => <MomentText at={since} /> },
          { heading: "Basis", cell: ({ basis }) => (basis === "by-law" ? "Set by law" : "By agreement") },
          { heading: "Open actions", numeric: true, cell: ({ openActions }) => openActions },
          {
            heading: "Late",
            cell: ({ lateActions }) => (lateActions === 0 ? "None" : <Tag colour="red">{`${lateActions} late`}</Tag>),
          },
        ]}
        empty={
          <EmptyState title="You lead no plan">
            <p className="govuk-body">
              A plan is listed here from the day you are appointed {leadProfessional}. A proposal alone does not do it.
            </p>
          </EmptyState>
        }
      />
      <Pages
        of="plans"
        after={search.after}
        nextCursor={data.nextCursor}
        onGo={(after) => void navigate({ search: { after } })}
      />
    </Page>
  );
}

function ChildOf({ row: { child, planId } }: { readonly row: Led }) {
  if (child.visibility === "restricted") return <>{childInWords(child)}</>;
  return (
    <Link to="/children/$childId/plans/$planId" params={{ childId: child.childId, planId }}>
      {child.name}
    </Link>
  );
}
