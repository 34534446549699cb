import { Link } from "@linchpin/portal";
import { Confirmation } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Proposal } from "../../views.ts";
import { proposalQuery } from "./queries.ts";
import { WhatNext } from "./what-next.tsx";

const route = getRouteApi("/signed-in/proposals/$proposalId/recorded");

/** What was recorded, and what happens next. It takes the form's place in the history, so Back does not send it again. */
export function RecordedPage() {
  const { proposalId } = route.useParams();
  const { stage } = route.useSearch();
  const { data: proposal } = useSuspenseQuery(proposalQuery(proposalId));
  return (
    <Confirmation title={titleFor(proposal, stage)}>
      <h2 className="govuk-heading-m">What happens next</h2>
      <WhatNext proposal={proposal} />
      <p className="govuk-body">
        <Link to="/proposals/$proposalId" params={{ proposalId }}>
          Look at the proposal
        </Link>
      </p>
      <p className="govuk-body">
        <Link to="/">Go to Today</Link>
      </p>
    </Confirmation>
  );
}

const said: Readonly<Record<string, string>> = {
  agreed: "It is recorded as agreed",
  declined: "It is recorded as declined",
  "not-agreed": "It is recorded as not agreed",
  "not-possible": "It is recorded as not possible",
};

const titleFor = ({ stages }: Proposal, stage: string | undefined): string =>
  said[stages.find((one) => one.stage === stage)?.entries.at(-1)?.outcome.code ?? ""] ?? "It is recorded";
