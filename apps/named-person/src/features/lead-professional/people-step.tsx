import { useHref } from "@linchpin/portal";
import {
  Checkboxes,
  DecisionPanel,
  EmptyState,
  Engagement,
  Form,
  LinkButton,
  Section,
  useCommandForm,
} from "@linchpin/ui";
import { z } from "zod";
import { useTerms } from "../../terms.ts";
import type { StepProps } from "./choose-journey.tsx";
import { ComparisonOf } from "./comparison-of.tsx";
import { partOf, StepPage } from "./step-page.tsx";

const Screen = z.object({ considered: z.array(z.string()).min(1, "Choose whom you are considering") });

/** The people involved side by side; then whom to consider. Nobody is ticked. */
export function PeopleStep({ childId, of, answers, onTaken, onKeep }: StepProps) {
  const { leadProfessional } = useTerms();
  const href = useHref();
  const form = useCommandForm(Screen, { defaultValues: { considered: answers.considered ?? [] } });
  return (
    <StepPage childId={childId} of={of} step="people" title="The people involved">
      {of.candidates.length === 0 ? (
        <EmptyState title="Nobody is on this plan yet">
          <p className="govuk-body">Only somebody who works with the child, or is about to, can be chosen.</p>
          <LinkButton
            href={href({ to: "/children/$childId/plans/$planId/people/add", params: { childId, planId: of.planId } })}
          >
            Add somebody to the plan
          </LinkButton>
        </EmptyState>
      ) : (
        <>
          <p className="govuk-body">
            In the order of the alphabet. Nothing here is added up: who is best placed is for you and the others to say.
          </p>
          <ComparisonOf of={of} />
          <EngagementOfFamily childId={childId} of={of} />
          <DecisionPanel decision={of.bestPlaced} />
          <Form
            form={form}
            submit="Go on to the views"
            guarded={false}
            draft={partOf(onKeep)}
            onSubmit={() => onTaken(form.getValues())}
          >
            <Checkboxes
              name="considered"
              label={`Whom are you considering as ${leadProfessional}?`}
              hint="Choose everybody you want to weigh. You choose one of them later."
              options={of.candidates.map(({ practitionerId, name, postTitle, agency }) => ({
                value: practitionerId,
                label: name,
                hint: [postTitle, agency.name].filter(Boolean).join(", "),
              }))}
            />
          </Form>
        </>
      )}
    </StepPage>
  );
}

/** How far the family is engaged, where somebody who led recorded it: a fact beside the people, and weighed by nobody but people. */
function EngagementOfFamily({ childId, of }: Pick<StepProps, "childId" | "of">) {
  const seen = of.engagement.find((one) => one.childId === childId)?.seen;
  if (seen === undefined) return null;
  return (
    <Section title="How far the family is engaged">
      <Engagement seen={seen} />
    </Section>
  );
}
