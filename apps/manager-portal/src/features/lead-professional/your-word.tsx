import { type Proposal, type Stage, StageForm } from "@linchpin/portal";
import { Anchor, Section } from "@linchpin/ui";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api } from "../../api.ts";
import { openToMe } from "./proposal-words.ts";
import { planQuery } from "./queries.ts";
import { WhatNext } from "./what-next.tsx";

type Of = { readonly proposal: Proposal; readonly stage: string | undefined };

/** The one form of this page: what this manager says. Where nothing is asked of them, why not. */
export function YourWord({ proposal, stage: asked }: Of) {
  const mine = openToMe(proposal);
  const stage = mine.find(({ stage }) => stage === asked) ?? mine[0];
  return (
    <div id="your-decision">
      <Section title={stage ? "Your decision" : "What happens next"}>
        {stage ? (
          <>
            <Answer key={stage.stage} proposal={proposal} stage={stage} />
            {mine.length > 1 && <Others stages={mine.filter((one) => one !== stage)} />}
          </>
        ) : (
          <>
            <WhatNext proposal={proposal} />
            <WhyNotMine proposal={proposal} />
          </>
        )}
      </Section>
    </div>
  );
}

function Answer({ proposal, stage }: { readonly proposal: Proposal; readonly stage: Stage }) {
  const navigate = useNavigate();
  const { proposalId } = proposal;
  const asksWho = stage.may.asks.includes("participants");
  const { data: plan } = useQuery({ ...planQuery(proposal.planId), enabled: asksWho });
  return (
    <>
      <p className="govuk-body">{stage.because}</p>
      <StageForm
        api={api}
        proposal={proposal}
        stage={stage}
        team={plan?.practitioners ?? []}
        onRecorded={() =>
          navigate({
            to: "/proposals/$proposalId/recorded",
            params: { proposalId },
            search: { stage: stage.stage },
            replace: true,
          })
        }
      />
    </>
  );
}

function Others({ stages }: { readonly stages: readonly Stage[] }) {
  return (
    <>
      <p className="govuk-body">You may record these too:</p>
      <ul className="govuk-list govuk-list--bullet">
        {stages.map(({ stage, label }) => (
          <li key={stage}>
            <Anchor href={`?stage=${encodeURIComponent(stage)}#your-decision`}>{label}</Anchor>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Why a stage that is open is not this reader's to record. */
function WhyNotMine({ proposal }: { readonly proposal: Proposal }) {
  if (proposal.state !== "open") return null;
  const why = proposal.stages.find(({ state, may }) => state === "next" && may.enter.why)?.may.enter.why;
  return why === undefined ? null : <p className="govuk-hint">{why}</p>;
}
