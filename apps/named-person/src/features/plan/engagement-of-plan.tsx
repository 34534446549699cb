import { useHref, whyNot } from "@linchpin/portal";
import { ButtonGroup, Engagement, LinkButton, Section } from "@linchpin/ui";
import { nameOnPlan } from "./name-on-plan.ts";
import type { OfPlan } from "./who-leads.tsx";

/** How far the family is engaged: whoever leads says it, everybody on the plan reads it (CWDC-2.10a). */
export function EngagementOfPlan({ childId, plan }: OfPlan) {
  const href = useHref();
  const seen = plan.engagement.find((one) => one.childId === childId)?.seen ?? [];
  const params = { childId, planId: plan.planId };
  return (
    <Section title="How far the family is engaged">
      <Engagement seen={seen} />
      {whyNot(plan.may.recordEngagement) === undefined && (
        <ButtonGroup>
          <LinkButton kind="secondary" href={href({ to: "/children/$childId/plans/$planId/engagement", params })}>
            Record how far they are engaged
            <span className="govuk-visually-hidden">: the family of {nameOnPlan(plan.members, childId)}</span>
          </LinkButton>
        </ButtonGroup>
      )}
    </Section>
  );
}
