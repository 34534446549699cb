import { useHref, whyNot } from "@linchpin/portal";
import { Button, count, LinkButton, Section, SummaryList } from "@linchpin/ui";
import { LevelChanges } from "./level-of-plan.tsx";
import { triggerInWords } from "./trigger-fields.tsx";
import type { OfPlan } from "./who-leads.tsx";

/** What only people can say of a plan. Some clauses cannot answer until somebody has. */
export function AnswersOfPlan({ childId, plan }: OfPlan) {
  const href = useHref();
  const { answers } = plan;
  const shut = whyNot(plan.may.change);
  return (
    <Section
      title="What people decided about it"
      actions={
        plan.state === "open" &&
        (shut === undefined ? (
          <LinkButton
            kind="secondary"
            href={href({ to: "/children/$childId/plans/$planId/answers", params: { childId, planId: plan.planId } })}
          >
            Answer or change
          </LinkButton>
        ) : (
          <Button kind="secondary" notAllowed={shut}>
            Answer or change
          </Button>
        ))
      }
    >
      <SummaryList
        rows={[
          {
            key: "The help has to be one response",
            value: (
              <>
                {yesNo(answers.integratedResponse)}
                {answers.integratedResponseReason && (
                  <span className="np-note np-prose">{answers.integratedResponseReason}</span>
                )}
              </>
            ),
          },
          { key: "Safety is the primary issue", value: yesNo(answers.safetyIsPrimary) },
          { key: "The needs are complex health needs", value: yesNo(answers.needsAreComplexHealth) },
          { key: "How the need arose", value: answers.route?.label ?? "Not recorded" },
          {
            key: "What brought it to light",
            value:
              answers.trigger === undefined ? (
                "Not recorded"
              ) : (
                <>
                  {triggerInWords(answers.trigger)}
                  {answers.trigger.words && <span className="np-note np-prose">{answers.trigger.words}</span>}
                </>
              ),
          },
          {
            key: "Level of need",
            value: answers.levelOfNeed?.label ?? "Not recorded",
            ...(plan.level.isAsked && answers.levelOfNeed !== undefined && shut === undefined
              ? {
                  action: {
                    href: href({
                      to: "/children/$childId/plans/$planId/level",
                      params: { childId, planId: plan.planId },
                    }),
                    text: "Change",
                  },
                }
              : {}),
          },
          {
            key: "Expected to last",
            value: answers.expectedMonths === undefined ? "Not recorded" : count(answers.expectedMonths, "month"),
          },
        ]}
      />
      <LevelChanges plan={plan} />
    </Section>
  );
}

const yesNo = (said: boolean | undefined): string => (said === undefined ? "Not recorded" : said ? "Yes" : "No");
