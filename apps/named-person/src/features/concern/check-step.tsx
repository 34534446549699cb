import { worryBringers, worryPlaces } from "@linchpin/domain";
import { refusalView, useHref } from "@linchpin/portal";
import { Button, dateInWords, Form, InsetText, Page, SummaryList, useCommandForm } from "@linchpin/ui";
import { z } from "zod";
import type { Answers } from "../../views.ts";
import type { AnswersSoFar } from "./record-concern-steps.tsx";
import { type StepOfConcern, stepsOfConcern } from "./steps.ts";

type CheckStepProps = {
  readonly childId: string;
  readonly answers: AnswersSoFar;
  readonly touches: Answers["concern"]["forChild"]["touches"];
  /** The page that has still to be answered. */
  readonly gap: StepOfConcern | undefined;
  readonly error: unknown;
  readonly onSend: () => Promise<void>;
};

const parts: Record<StepOfConcern, string> = {
  noticed: "what was noticed",
  touches: "what it touches",
  "childs-view": "the child's view",
  "familys-view": "the family's view",
  check: "one of them",
};

const Nothing = z.object({});

/** What was answered, to look over once more, with a way back to each page. */
export function CheckStep({ childId, answers, touches, gap, error, onSend }: CheckStepProps) {
  const href = useHref();
  const form = useCommandForm(Nothing);
  const back = (step: StepOfConcern) => ({
    href: href({ to: "/children/$childId/concerns/record/$step", params: { childId, step } }),
    text: "Change",
  });
  return (
    <Page
      title="Check what you wrote"
      caption={`Record a concern: part ${stepsOfConcern.length} of ${stepsOfConcern.length}`}
      back={{ ...back("familys-view"), text: "Back" }}
    >
      <SummaryList
        rows={[
          {
            key: "What was noticed",
            value: <span className="np-prose">{answers.noticed ?? "Not answered"}</span>,
            action: back("noticed"),
          },
          ...(answers.doneSoFar
            ? [
                {
                  key: "What has been done so far",
                  value: <span className="np-prose">{answers.doneSoFar}</span>,
                  action: back("noticed"),
                },
              ]
            : []),
          {
            key: "When",
            value: answers.noticedOn ? dateInWords(answers.noticedOn) : "Not answered",
            action: back("noticed"),
          },
          ...(answers.reportedOn
            ? [{ key: "First reported", value: dateInWords(answers.reportedOn), action: back("noticed") }]
            : []),
          ...(answers.raisedBy ? [{ key: "Raised by", value: answers.raisedBy, action: back("noticed") }] : []),
          ...(answers.broughtBy
            ? [{ key: "Who that is", value: worryBringers[answers.broughtBy].label, action: back("noticed") }]
            : []),
          ...(answers.aboutPlace
            ? [{ key: "Where it is about", value: worryPlaces[answers.aboutPlace].label, action: back("noticed") }]
            : []),
          ...(answers.chosenAdult
            ? [{ key: "Adult the child chose to talk to", value: answers.chosenAdult, action: back("noticed") }]
            : []),
          {
            key: "What it touches",
            value:
              touches
                .filter(({ code }) => answers.touches?.includes(code as never))
                .map(({ label }) => label)
                .join(", ") || "Not answered",
            action: back("touches"),
          },
          { key: "The child's view", value: <Said view={answers.childsView} />, action: back("childs-view") },
          { key: "The family's view", value: <Said view={answers.familysView} />, action: back("familys-view") },
        ]}
      />
      {gap === undefined ? (
        <Form
          form={form}
          submit="Record the concern"
          submitting="Recording"
          guarded={false}
          refusal={refusalView(error)}
          onSubmit={onSend}
        >
          <InsetText>
            Recording a concern starts the time to answer it. What follows from it you decide afterwards.
          </InsetText>
        </Form>
      ) : (
        <Button notAllowed={`Answer every page first: ${parts[gap]} is still to be answered.`}>
          Record the concern
        </Button>
      )}
    </Page>
  );
}

function Said({ view }: { readonly view: AnswersSoFar["childsView"] }) {
  if (!view?.asked) return <>Not answered</>;
  if (view.asked === "not-yet") return <>Not yet asked</>;
  if (view.asked === "not-possible") return <span className="np-prose">Could not be asked: {view.because}</span>;
  return (
    <>
      <span className="np-prose">{view.words}</span>
      <span className="np-note">{view.how}</span>
    </>
  );
}
