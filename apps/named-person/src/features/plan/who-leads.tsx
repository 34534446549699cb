import { capital, Link, refusalView, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import {
  Button,
  ButtonGroup,
  Clock,
  DecisionPanel,
  LinkButton,
  listInWords,
  momentInWords,
  RefusalPanel,
  Section,
  Tag,
} from "@linchpin/ui";
import { trpc } from "../../api.ts";
import { useTerms } from "../../terms.ts";
import type { Child, Plan } from "../../views.ts";
import { ChosenCards, ToPeopleAround } from "../people/chosen-cards.tsx";
import { Contact } from "../people/contact.tsx";
import { HowReached } from "../people/how-reached.tsx";

export type OfPlan = { readonly childId: string; readonly plan: Plan };

/** Who leads, or whether somebody has to and by when; and whom to turn to meanwhile. */
export function WhoLeads({ childId, plan, child }: OfPlan & { readonly child: Child }) {
  const { leadProfessional } = useTerms();
  return (
    <Section title={`Who is ${leadProfessional}?`}>
      <div className="np-roles">
        <LeadRole childId={childId} plan={plan} />
        {plan.contact && (
          <section className="np-role" aria-label="Contact for the plan">
            <h3 className="np-role__name">Contact for the plan</h3>
            <p className="np-role__who">{plan.contact.name}</p>
            <p className="np-role__line">
              {[plan.contact.postTitle, plan.contact.agency.name].filter(Boolean).join(", ")}
            </p>
            <Contact phone={plan.contact.phone} email={plan.contact.email} isKept={plan.contact.isReachKept} />
            <p className="np-role__since">
              {capital(plan.contact.as.label)}, since {momentInWords(plan.contact.since)}
            </p>
          </section>
        )}
        <ChosenCards child={child} />
        <HowReached child={child} />
      </div>
      <ToPeopleAround child={child} />
      {plan.state === "open" && <Needed childId={childId} plan={plan} />}
    </Section>
  );
}

function LeadRole({ childId, plan: { planId, lead, leadNeeded, proposal } }: OfPlan) {
  const { leadProfessional } = useTerms();
  return (
    <section className="np-role" aria-label={capital(leadProfessional)}>
      <h3 className="np-role__name">{capital(leadProfessional)}</h3>
      {lead ? (
        <>
          <p className="np-role__who">{lead.name}</p>
          <p className="np-role__line">{[lead.postTitle, lead.agency.name].filter(Boolean).join(", ")}</p>
          <p className="np-role__since">
            Since {momentInWords(lead.since)}, {lead.basis === "by-law" ? "set by law" : "by agreement"}
          </p>
          {lead.bestPlacedBecause && (
            <p className="np-role__line np-prose">Best placed because: {lead.bestPlacedBecause}</p>
          )}
          {lead.decisionId && (
            <p className="np-role__line">
              <Link to="/children/$childId/decisions/$decisionId" params={{ childId, decisionId: lead.decisionId }}>
                Open the decision
              </Link>
            </p>
          )}
          <p className="np-role__line">
            <Link to="/children/$childId/plans/$planId/stand-in" params={{ childId, planId }}>
              When they are away
            </Link>
          </p>
        </>
      ) : leadNeeded?.since === undefined ? (
        <p className="np-role__line">Nobody leads this plan.</p>
      ) : (
        <>
          <p className="np-role__who">
            Nobody yet <Tag colour="yellow">Still to be found</Tag>
          </p>
          {leadNeeded.clock && (
            <p className="np-role__line">
              <Clock {...leadNeeded.clock} />
            </p>
          )}
        </>
      )}
      {proposal && (
        <p className="np-role__line">
          {proposal.proposed.name} is proposed.{" "}
          {proposal.waitsFor.length > 0 && <>Waits for {listInWords(proposal.waitsFor)}. </>}
          <Link to="/children/$childId/proposals/$proposalId" params={{ childId, proposalId: proposal.proposalId }}>
            Open the proposal
          </Link>
        </p>
      )}
    </section>
  );
}

/** "Is a lead professional needed?", asked and kept; and the way to choose one. */
function Needed({ childId, plan }: OfPlan) {
  const { leadProfessional } = useTerms();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const ask = useChange(trpc.leadProfessional.ask.mutationOptions());
  const refusal = refusalView(ask.error);
  const shut = whyNot(plan.may.propose);
  const isOpenToChoice = plan.lead === undefined && plan.proposal === undefined;
  const actions = (
    <ButtonGroup>
      {isOpenToChoice &&
        (shut === undefined ? (
          <LinkButton
            href={href({
              to: "/children/$childId/plans/$planId/lead/$step",
              params: { childId, planId: plan.planId, step: "law" },
            })}
          >
            Choose a {leadProfessional}
          </LinkButton>
        ) : (
          <Button notAllowed={shut}>Choose a {leadProfessional}</Button>
        ))}
      <Button
        kind="secondary"
        busy={ask.isPending}
        onClick={() =>
          ask.mutate({ idempotencyKey: ask.isSuccess ? crypto.randomUUID() : idempotencyKey, planId: plan.planId })
        }
      >
        {plan.leadNeeded ? "Ask again with what is recorded now" : `Ask whether a ${leadProfessional} is needed`}
      </Button>
    </ButtonGroup>
  );
  return (
    <>
      {refusal && <RefusalPanel {...refusal} />}
      {plan.leadNeeded ? <DecisionPanel decision={plan.leadNeeded.decision} actions={actions} /> : actions}
    </>
  );
}
