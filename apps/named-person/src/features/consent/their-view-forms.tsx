import { AnswerPlanViewOnScreen, limits, RecordPlanViewOnScreen, whoseWords } from "@linchpin/domain";
import { fromForm, useChange } from "@linchpin/portal";
import { DateField, ErrorState, SummaryList, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { trpc } from "../../api.ts";
import { KeptPlanForm } from "../plan/form-page.tsx";
import { theirWordQuery } from "./their-word-queries.ts";

const pageOf = "/children/$childId/plans/$planId/their-word";

const viewRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/their-word/$whose/view");
const Thinks = fromForm(RecordPlanViewOnScreen);

/** What one of them thinks of the plan, in their words (GIR-75). */
export function PlanViewPage() {
  const { whose, ...of } = viewRoute.useParams();
  const { data } = useSuspenseQuery(theirWordQuery(of.planId, of.childId));
  const record = useChange(trpc.consent.theirWord.view.mutationOptions());
  return (
    <KeptPlanForm
      of={of}
      back={pageOf}
      title="What do they think of the plan?"
      caption={`${whoseWords[whose].label}: ${data.childName}`}
      submit="Write it down"
      form={useCommandForm(Thinks)}
      kept={{ as: `plan-view:${of.planId}:${whose}`, fields: ["words", "how", "name"] }}
      may={data.record}
      error={record.error}
      record={(said, idempotencyKey) => record.mutateAsync({ ...said, ...of, whose, idempotencyKey })}
    >
      <TextArea name="words" label="What did they say, in their words?" rows={4} most={limits.prose} />
      {whose === "family" && <TextField name="name" label="Who said it?" optional />}
      <TextField name="how" label="How was it said?" hint="For example, a talk, a drawing, by phone" />
      <DateField name="on" label="On which day?" />
    </KeptPlanForm>
  );
}

const answerRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/their-word/views/$viewId");
const Answer = fromForm(AnswerPlanViewOnScreen);

/** How a view was taken into account, or why it was not followed. */
export function AnswerViewPage() {
  const { viewId, ...of } = answerRoute.useParams();
  const { data } = useSuspenseQuery(theirWordQuery(of.planId, of.childId));
  const answer = useChange(trpc.consent.theirWord.answerView.mutationOptions());
  const form = useCommandForm(Answer);
  const view = data.views.find((one) => one.viewId === viewId);
  if (view === undefined) return <ErrorState kind="not-found" />;
  return (
    <KeptPlanForm
      of={of}
      back={pageOf}
      title="Answer what was said of the plan"
      caption={data.childName}
      before={<SummaryList rows={[{ key: view.whose.label, value: view.words }]} />}
      submit="Answer"
      form={form}
      kept={{ as: `answer-view:${viewId}`, fields: ["words"] }}
      may={data.answerViews}
      error={answer.error}
      record={(said, idempotencyKey) => answer.mutateAsync({ ...said, ...of, viewId, idempotencyKey })}
    >
      <TextArea
        name="words"
        label="How was it taken into account, or why was it not followed?"
        rows={4}
        most={limits.prose}
      />
      <DateField name="on" label="On which day?" />
    </KeptPlanForm>
  );
}
