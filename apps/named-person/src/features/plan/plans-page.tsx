import { capital, Link } from "@linchpin/portal";
import { Clock, EmptyState, MomentText, Page, Table, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { plansQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/plan");
type PlanInList = Answers["plan"]["forChild"]["plans"][number];

/** This child's plans, where there is none or more than one. */
export function PlansPage() {
  const { childId } = route.useParams();
  const { data } = useSuspenseQuery(plansQuery(childId));
  const { leadProfessional } = useTerms();
  return (
    <Page title="Plan">
      <Table
        stacked="short"
        caption="Plans of this child"
        rows={data.plans}
        rowKey={({ planId }) => planId}
        columns={[
          {
            heading: "Plan",
            cell: ({ planId, kind, reach }) => (
              <>
                <Link to="/children/$childId/plans/$planId" params={{ childId, planId }}>
                  {kind.label}
                </Link>
                <span className="np-note">{reach.label}</span>
              </>
            ),
          },
          { heading: "Opened", cell: ({ openedAt }) => <MomentText at={openedAt} /> },
          {
            heading: "How it stands",
            cell: ({ state }) => (
              <Tag colour={state === "open" ? "green" : "grey"}>{state === "open" ? "Open" : "Closed"}</Tag>
            ),
          },
          { heading: capital(leadProfessional), cell: (plan) => <LeadOf plan={plan} /> },
          { heading: "Contact", cell: ({ contact }) => contact?.name ?? "Nobody" },
        ]}
        empty={
          <EmptyState title="There is no plan for this child">
            <p className="govuk-body">
              A plan opens when a concern needs another agency's help.{" "}
              <Link to="/children/$childId/concerns" params={{ childId }}>
                Go to the concerns
              </Link>
            </p>
          </EmptyState>
        }
      />
    </Page>
  );
}

function LeadOf({ plan: { lead, leadNeededSince, leadClock } }: { readonly plan: PlanInList }) {
  if (lead) return <>{lead.name}</>;
  if (leadNeededSince === undefined) return <>Not needed</>;
  return (
    <>
      Still to be found
      {leadClock && (
        <span className="np-note">
          <Clock {...leadClock} />
        </span>
      )}
    </>
  );
}
