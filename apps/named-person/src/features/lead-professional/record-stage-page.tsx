import { Link, StageForm, useHref, whoseInWords } from "@linchpin/portal";
import { Clause, Clock, EmptyState, Page } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { api } from "../../api.ts";
import { planQuery } from "../plan/queries.ts";
import { proposalQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/proposals/$proposalId/stages/$stage");

/** Record what came of one stage: what may be recorded, and what is asked with it, is the rulebook's answer. */
export function RecordStagePage() {
  const { stage: id, ...params } = route.useParams();
  const { data: proposal } = useSuspenseQuery(proposalQuery(params.proposalId));
  const { data: plan } = useSuspenseQuery(planQuery(proposal.planId));
  const navigate = route.useNavigate();
  const href = useHref();
  const stage = proposal.stages.find((one) => one.stage === id);
  const isOpen = stage !== undefined && proposal.state === "open" && stage.state === "next";
  return (
    <Page
      title={stage?.label ?? "This stage"}
      caption={`Proposal: ${proposal.proposed.name}`}
      back={{ href: href({ to: "/children/$childId/proposals/$proposalId", params }), text: "Proposal" }}
    >
      {isOpen ? (
        <>
          <p className="govuk-body">{whoseInWords(stage)}</p>
          <p className="govuk-body">
            {stage.because} <Clause clause={stage.clause} />
          </p>
          {stage.clock && (
            <p className="govuk-body">
              <Clock {...stage.clock} />
            </p>
          )}
          <StageForm
            api={api}
            proposal={proposal}
            stage={stage}
            team={plan.practitioners}
            cancel={
              <Link to="/children/$childId/proposals/$proposalId" params={params}>
                Cancel
              </Link>
            }
            onRecorded={() => navigate({ to: "/children/$childId/proposals/$proposalId", params, replace: true })}
          />
        </>
      ) : (
        <EmptyState title="Nothing can be recorded here now">
          <Link to="/children/$childId/proposals/$proposalId" params={params}>
            Open the proposal
          </Link>
        </EmptyState>
      )}
    </Page>
  );
}
