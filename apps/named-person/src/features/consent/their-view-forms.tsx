import { AnswerPlanViewOnScreen, limits, RecordPlanViewOnScreen, whoseWords } from "@linchpin/domain";
import {
  fromForm,
  Link,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import { DateField, ErrorState, Form, Page, SummaryList, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { theirWordQuery } from "./their-word-queries.ts";

type Of = { readonly childId: string; readonly planId: string };
const pageOf = "/children/$childId/plans/$planId/their-word";

function useTheirWord({ childId, planId }: Of) {
  const { data } = useSuspenseQuery(theirWordQuery(planId, childId));
  const navigate = useNavigate();
  const params = { childId, planId };
  return {
    data,
    of: { ...params, idempotencyKey: useIdempotencyKey() },
    back: () => navigate({ to: pageOf, params, replace: true }),
    cancel: (
      <Link to={pageOf} params={params}>
        Cancel
      </Link>
    ),
  };
}

type ViewPageProps = Of & { readonly title: string; readonly caption: string; readonly children: ReactNode };

function ViewPage({ childId, planId, title, caption, children }: ViewPageProps) {
  const href = useHref();
  return (
    <Page
      title={title}
      caption={caption}
      back={{ href: href({ to: pageOf, params: { childId, planId } }), text: "What child and family say of the plan" }}
    >
      {children}
    </Page>
  );
}

const viewRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/their-word/$whose/view");
const Thinks = fromForm(RecordPlanViewOnScreen);

/** What one of them thinks of the plan, in their words (GIR-75). */
export function PlanViewPage() {
  const { whose, ...params } = viewRoute.useParams();
  const { data, of, back, cancel } = useTheirWord(params);
  const record = useChange(trpc.consent.theirWord.view.mutationOptions());
  const form = useCommandForm(Thinks);
  const draft = useDraftOf<z.input<typeof Thinks>>(api, `plan-view:${params.planId}:${whose}`, [
    "words",
    "how",
    "name",
  ]);
  return (
    <ViewPage
      {...params}
      title="What do they think of the plan?"
      caption={`${whoseWords[whose].label}: ${data.childName}`}
    >
      <Form
        form={form}
        draft={draft}
        submit="Write it down"
        refusal={refusalView(record.error)}
        notAllowed={whyNot(data.record)}
        cancel={cancel}
        onSubmit={async (said) => {
          await record.mutateAsync({ ...said, ...of, whose });
          await back();
        }}
      >
        <TextArea name="words" label="What did they say, in their words?" rows={4} most={limits.prose} />
        {whose === "family" && <TextField name="name" label="Who said it?" optional />}
        <TextField name="how" label="How was it said?" hint="For example, a talk, a drawing, by phone" />
        <DateField name="on" label="On which day?" />
      </Form>
    </ViewPage>
  );
}

const answerRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/their-word/views/$viewId");
const Answer = fromForm(AnswerPlanViewOnScreen);

/** How a view was taken into account, or why it was not followed. */
export function AnswerViewPage() {
  const { viewId, ...params } = answerRoute.useParams();
  const { data, of, back, cancel } = useTheirWord(params);
  const answer = useChange(trpc.consent.theirWord.answerView.mutationOptions());
  const form = useCommandForm(Answer);
  const draft = useDraftOf<z.input<typeof Answer>>(api, `answer-view:${viewId}`, ["words"]);
  const view = data.views.find((one) => one.viewId === viewId);
  if (view === undefined) return <ErrorState kind="not-found" />;
  return (
    <ViewPage {...params} title="Answer what was said of the plan" caption={data.childName}>
      <SummaryList rows={[{ key: view.whose.label, value: view.words }]} />
      <Form
        form={form}
        draft={draft}
        submit="Answer"
        refusal={refusalView(answer.error)}
        notAllowed={whyNot(data.answerViews)}
        cancel={cancel}
        onSubmit={async (said) => {
          await answer.mutateAsync({ ...said, ...of, viewId });
          await back();
        }}
      >
        <TextArea
          name="words"
          label="How was it taken into account, or why was it not followed?"
          rows={4}
          most={limits.prose}
        />
        <DateField name="on" label="On which day?" />
      </Form>
    </ViewPage>
  );
}
