import { Link, stepsOf, useHref, whyNot } from "@linchpin/portal";
import {
  AgreementSteps,
  Button,
  count,
  DecisionPanel,
  Details,
  LinkButton,
  listInWords,
  Meter,
  momentInWords,
  NotificationBanner,
  Page,
  Section,
  SummaryList,
  Tag,
  type TagColour,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTerms } from "../../terms.ts";
import type { Proposal } from "../../views.ts";
import { Owed } from "../record/owed.tsx";
import { proposalQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/proposals/$proposalId");
type Of = { readonly proposal: Proposal };

const states: Record<Proposal["state"], { readonly words: string; readonly colour: TagColour }> = {
  open: { words: "Waiting for agreement", colour: "blue" },
  appointed: { words: "Appointed", colour: "green" },
  stopped: { words: "Not agreed", colour: "red" },
  withdrawn: { words: "Withdrawn", colour: "grey" },
};

/** A proposal: whose agreement is in, whose is asked next, and what follows when it cannot be agreed. */
export function ProposalPage() {
  const { childId, proposalId } = route.useParams();
  const { data: proposal } = useSuspenseQuery(proposalQuery(proposalId));
  const { leadProfessional } = useTerms();
  const href = useHref();
  const { words, colour } = states[proposal.state];
  return (
    <Page
      title={`${proposal.proposed.name} as ${leadProfessional}`}
      caption="Proposal"
      back={{
        href: href({ to: "/children/$childId/plans/$planId", params: { childId, planId: proposal.planId } }),
        text: "Plan",
      }}
    >
      <p className="govuk-body">
        <Tag colour={colour}>{words}</Tag> Proposed by {proposal.proposedBy.name} on{" "}
        {momentInWords(proposal.proposedAt)}.
      </p>
      <Outcome proposal={proposal} />
      <Section title="Whose agreement is needed">
        <AgreementSteps
          label="Whose agreement is needed"
          steps={stepsOf(proposal.stages)}
          action={({ id }) => <StageAction childId={childId} proposal={proposal} stage={id} />}
        />
        {proposal.awaiting.length > 0 && proposal.state === "open" && (
          <p className="govuk-body">Still awaited: {listInWords(proposal.awaiting)}.</p>
        )}
      </Section>
      <Owed title="What follows, as it could not be agreed" duties={proposal.notAgreed} />
      <WhatWasSaid proposal={proposal} />
      <Withdraw childId={childId} proposal={proposal} />
    </Page>
  );
}

function Outcome({ proposal }: Of) {
  const { leadProfessional } = useTerms();
  const { state, proposed, endedAt, endedBecause, contact } = proposal;
  if (state === "appointed")
    return (
      <NotificationBanner title="Agreed" tone="done">
        <p className="govuk-notification-banner__heading">
          {proposed.name} is {leadProfessional}
          {endedAt && <>, from {momentInWords(endedAt)}</>}.
        </p>
      </NotificationBanner>
    );
  if (state === "open") return null;
  return (
    <NotificationBanner
      title={state === "stopped" ? "This proposal could not be agreed" : "This proposal was withdrawn"}
    >
      {endedBecause && <p className="govuk-body np-prose">{endedBecause}</p>}
      {contact && (
        <p className="govuk-body">
          Until somebody leads, the contact is {contact.name}, {contact.agency.name}.
        </p>
      )}
    </NotificationBanner>
  );
}

type StageActionProps = Of & { readonly childId: string; readonly stage: string };

/** The control of a stage: open to whoever may enter it; for the others it says why not. */
function StageAction({ childId, proposal, stage: id }: StageActionProps) {
  const href = useHref();
  const stage = proposal.stages.find((one) => one.stage === id);
  if (stage === undefined || proposal.state !== "open" || stage.state !== "next") return null;
  const words = controlWords(stage.kind.code);
  const shut = whyNot(stage.may.enter);
  if (shut !== undefined)
    return (
      <Button kind="secondary" notAllowed={shut}>
        {words}
      </Button>
    );
  return (
    <LinkButton
      href={href({
        to: "/children/$childId/proposals/$proposalId/stages/$stage",
        params: { childId, proposalId: proposal.proposalId, stage: id },
      })}
    >
      {words}
    </LinkButton>
  );
}

/** By what kind of stage it is, never by area. */
const controls: Readonly<Record<string, string>> = {
  views: "Record the views",
  discussion: "Record the discussion",
  meeting: "Record the meeting",
  consultation: "Record the consultation",
  acceptance: "Accept or decline",
  agreement: "Agree or decline",
  notice: "Record that it was sent",
};
const controlWords = (kind: string): string => controls[kind] ?? "Record this";

function WhatWasSaid({ proposal }: Of) {
  const { choice, agreement, capacity, reason, reasons, weighed } = proposal;
  const { childId } = route.useParams();
  const agreed = capacity.capacity;
  return (
    <Section title="What it rests on">
      <SummaryList
        rows={[
          { key: "Best placed because", value: <span className="np-prose">{reason}</span> },
          ...reasons.map(({ code, for: what, words }) => ({
            key: what.charAt(0).toUpperCase() + what.slice(1),
            value: (
              <span key={code} className="np-prose">
                {words}
              </span>
            ),
          })),
          {
            key: "Workload",
            value:
              agreed === undefined ? (
                `${count(capacity.loadBefore, "point")} before, ${capacity.loadAfter} after. No capacity is agreed.`
              ) : (
                <Meter label="Workload" capacity={agreed} now={capacity.loadBefore} after={capacity.loadAfter} />
              ),
          },
        ]}
      />
      {weighed.length > 0 && (
        <Details summary="What was weighed">
          <SummaryList
            compact
            rows={weighed.map(({ label, candidate, words, rating, evidence }) => ({
              key: candidate ? `${label}: ${candidate.name}` : label,
              value: (
                <>
                  {words && <span className="np-prose">{words}</span>}
                  {rating && <span className="np-note">{ratings[rating] ?? rating}</span>}
                  {evidence && <span className="np-note">Rests on: {evidence}</span>}
                </>
              ),
            }))}
          />
        </Details>
      )}
      <Details summary="What the rulebook said of the choice">
        <DecisionPanel decision={choice.decision} />
        <Kept childId={childId} decisionId={choice.decisionId} />
      </Details>
      <Details summary="What the rulebook said of the agreement">
        <DecisionPanel decision={agreement.decision} />
        <Kept childId={childId} decisionId={agreement.decisionId} />
      </Details>
    </Section>
  );
}

const ratings: Readonly<Record<string, string>> = {
  strong: "Strongly placed",
  partial: "Placed in part",
  none: "Not placed",
  yes: "Yes",
  no: "No",
};

function Kept({ childId, decisionId }: { readonly childId: string; readonly decisionId: string | undefined }) {
  if (decisionId === undefined) return null;
  return (
    <Link to="/children/$childId/decisions/$decisionId" params={{ childId, decisionId }}>
      Open it as it was kept
    </Link>
  );
}

function Withdraw({ childId, proposal }: Of & { readonly childId: string }) {
  const href = useHref();
  if (proposal.state !== "open") return null;
  const shut = whyNot(proposal.may.withdraw);
  return shut === undefined ? (
    <LinkButton
      kind="secondary"
      href={href({
        to: "/children/$childId/proposals/$proposalId/withdraw",
        params: { childId, proposalId: proposal.proposalId },
      })}
    >
      Withdraw this proposal
    </LinkButton>
  ) : (
    <Button kind="secondary" notAllowed={shut}>
      Withdraw this proposal
    </Button>
  );
}
