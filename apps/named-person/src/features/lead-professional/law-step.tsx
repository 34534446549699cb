import { Link } from "@linchpin/portal";
import { Button, ButtonGroup, DecisionPanel, Section } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTerms } from "../../terms.ts";
import { LegalStatuses } from "../people/legal-statuses.tsx";
import { childQuery } from "../people/queries.ts";
import type { StepProps } from "./choose-journey.tsx";
import { StepPage } from "./step-page.tsx";

/** First what the law says: who must lead, who cannot, and on which of the child's statuses that rests. */
export function LawStep({ childId, of, onTaken }: StepProps) {
  const { data: child } = useSuspenseQuery(childQuery(childId));
  const { leadProfessional } = useTerms();
  return (
    <StepPage childId={childId} of={of} step="law" title="What the law says">
      <p className="govuk-body">
        A status in law may decide who is {leadProfessional}, or who cannot be. Check that the statuses below are
        complete before you go on.
      </p>
      <DecisionPanel decision={of.statutory} />
      <LegalStatuses child={child} />
      <Section title={`Is a ${leadProfessional} needed?`}>
        <DecisionPanel decision={of.needed} />
      </Section>
      <ButtonGroup>
        <Button onClick={() => void onTaken({})}>Go on to the people</Button>
        <Link to="/children/$childId/plans/$planId" params={{ childId, planId: of.planId }}>
          Back to the plan
        </Link>
      </ButtonGroup>
    </StepPage>
  );
}
