import { refusalView, useHref, whyNot } from "@linchpin/portal";
import { count, dateInWords, Form, InsetText, SummaryList, useCommandForm } from "@linchpin/ui";
import { z } from "zod";
import { useTerms } from "../../terms.ts";
import { blanksIn, consideredOf } from "./answers.ts";
import type { StepProps } from "./choose-journey.tsx";
import { StepPage } from "./step-page.tsx";
import type { StepOfChoice } from "./steps.ts";

type CheckStepProps = StepProps & {
  readonly isComplete: boolean;
  readonly error: unknown;
  readonly onSend: () => Promise<void>;
};

const Nothing = z.object({});

/** What is about to be proposed, to look over once more. */
export function CheckStep({ childId, of, answers, isComplete, error, onSend }: CheckStepProps) {
  const { leadProfessional } = useTerms();
  const href = useHref();
  const form = useCommandForm(Nothing);
  const people = consideredOf(of, answers);
  const chosen = people.find(({ practitionerId }) => practitionerId === answers.practitionerId);
  const blanks = blanksIn(of, answers);
  const change = (step: StepOfChoice) => ({
    href: href({ to: "/children/$childId/plans/$planId/lead/$step", params: { childId, planId: of.planId, step } }),
    text: "Change",
  });
  return (
    <StepPage childId={childId} of={of} step="check" title="Check the proposal">
      <SummaryList
        rows={[
          { key: `Proposed as ${leadProfessional}`, value: chosen?.name ?? "Nobody yet", action: change("choose") },
          {
            key: "Best placed because",
            value: <span className="np-prose">{answers.reason || "Not answered"}</span>,
            action: change("choose"),
          },
          ...(chosen?.needs ?? [])
            .filter(({ code }) => answers.reasons?.[code])
            .map(({ code, for: what }) => ({
              key: what.charAt(0).toUpperCase() + what.slice(1),
              value: <span className="np-prose">{answers.reasons?.[code]}</span>,
              action: change("choose"),
            })),
          {
            key: "Considered",
            value: people.map(({ name }) => name).join(", ") || "Nobody yet",
            action: change("people"),
          },
          {
            key: "Child's and family's wishes",
            value: count(of.views.length, "view recorded", "views recorded"),
            action: change("views"),
          },
          ...(of.sheet.some(({ from }) => from === "people")
            ? [
                {
                  key: "Weighed",
                  value: blanks === 0 ? "Every answer is there" : `${count(blanks, "answer")} still blank`,
                  action: change("weigh"),
                },
              ]
            : []),
          ...(answers.managerOn
            ? [{ key: "Manager consulted", value: dateInWords(answers.managerOn), action: change("choose") }]
            : []),
        ]}
      />
      <Form
        form={form}
        submit={chosen ? `Propose ${chosen.name}` : "Propose"}
        submitting="Proposing"
        guarded={false}
        notAllowed={
          whyNot(of.may.propose) ??
          (isComplete ? undefined : "Choose a person and say why first: go back to your choice.")
        }
        refusal={refusalView(error)}
        onSubmit={onSend}
      >
        <InsetText>
          Nobody leads by being proposed. Those whose agreement is needed are asked in the order the rulebook sets.
        </InsetText>
      </Form>
    </StepPage>
  );
}
