import {
  EndOutcomeOnScreen,
  engagementStates,
  limits,
  overlapEndings,
  PostProgressOnScreen,
  RecordEngagementOnScreen,
  SetOutcomeOnScreen,
  SettleOverlapOnScreen,
} from "@linchpin/domain";
import { fromForm, optionsOf, refusalView, useChange, useDraftOf, useIdempotencyKey, whyNot } from "@linchpin/portal";
import { DateField, ErrorState, Form, Radios, SummaryList, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { CancelToPlan, PlanFormPage } from "./form-page.tsx";
import { nameOnPlan } from "./name-on-plan.ts";
import { planQuery } from "./queries.ts";

type Of = { readonly childId: string; readonly planId: string };

function usePlan({ childId, planId }: Of) {
  const { data: plan } = useSuspenseQuery(planQuery(planId));
  const navigate = useNavigate();
  const params = { childId, planId };
  return {
    plan,
    idempotencyKey: useIdempotencyKey(),
    back: () => navigate({ to: "/children/$childId/plans/$planId", params, replace: true }),
    cancel: <CancelToPlan {...params} />,
  };
}

const setRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/outcomes/add");
const NewOutcome = fromForm(SetOutcomeOnScreen);

/** What is to be better, before anybody has an action towards it. */
export function SetOutcomePage() {
  const params = setRoute.useParams();
  const { plan, idempotencyKey, back, cancel } = usePlan(params);
  const set = useChange(trpc.plan.setOutcome.mutationOptions());
  const form = useCommandForm(NewOutcome);
  const draft = useDraftOf<z.input<typeof NewOutcome>>(api, `set-outcome:${params.planId}`, ["words"]);
  return (
    <PlanFormPage title="Set an outcome" {...params}>
      <Form
        form={form}
        draft={draft}
        submit="Set it"
        refusal={refusalView(set.error)}
        notAllowed={whyNot(plan.may.change)}
        cancel={cancel}
        onSubmit={async (said) => {
          await set.mutateAsync({ ...said, ...params, idempotencyKey });
          await back();
        }}
      >
        <TextField
          name="words"
          label="What will be better?"
          hint="An action belongs to it when it is agreed with the same words."
        />
      </Form>
    </PlanFormPage>
  );
}

const endRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/outcomes/$outcomeId/end");
const Ended = fromForm(EndOutcomeOnScreen);

/** An outcome that was reached, or is no longer wanted. */
export function EndOutcomePage() {
  const { outcomeId, ...params } = endRoute.useParams();
  const { plan, idempotencyKey, back, cancel } = usePlan(params);
  const end = useChange(trpc.plan.endOutcome.mutationOptions());
  const form = useCommandForm(Ended);
  const draft = useDraftOf<z.input<typeof Ended>>(api, `end-outcome:${outcomeId}`, ["because"]);
  const outcome = plan.outcomes.find((one) => one.outcomeId === outcomeId);
  if (outcome === undefined) return <ErrorState kind="not-found" />;
  return (
    <PlanFormPage title="Take an outcome off the plan" caption={outcome.words} {...params}>
      <Form
        form={form}
        draft={draft}
        submit="Take it off"
        refusal={refusalView(end.error)}
        notAllowed={whyNot(plan.may.change)}
        cancel={cancel}
        onSubmit={async ({ because }) => {
          await end.mutateAsync({ because, outcomeId, idempotencyKey });
          await back();
        }}
      >
        <TextArea name="because" label="Why is it taken off?" rows={3} most={limits.prose} />
      </Form>
    </PlanFormPage>
  );
}

const settleRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/overlaps/$actionId/$otherActionId");
const Settled = fromForm(SettleOverlapOnScreen);

/** Two actions that do the same: merged, one stops, or both go on for a reason. */
export function SettleOverlapPage() {
  const { actionId, otherActionId, ...params } = settleRoute.useParams();
  const { plan, idempotencyKey, back, cancel } = usePlan(params);
  const settle = useChange(trpc.plan.settleOverlap.mutationOptions());
  const form = useCommandForm(Settled);
  const draft = useDraftOf<z.input<typeof Settled>>(api, `overlap:${actionId}:${otherActionId}`, ["reason"]);
  const both = [actionId, otherActionId].flatMap((one) => plan.actions.find((action) => action.actionId === one) ?? []);
  if (both.length < 2) return <ErrorState kind="not-found" />;
  return (
    <PlanFormPage title="Help that may be given twice" {...params}>
      <SummaryList
        rows={both.map(({ what, agency, owner }) => ({
          key: agency.name,
          value: `${what}${owner === undefined ? "" : ` (${owner.name})`}`,
        }))}
      />
      <Form
        form={form}
        draft={draft}
        submit="Settle it"
        refusal={refusalView(settle.error)}
        notAllowed={whyNot(plan.may.change)}
        cancel={cancel}
        onSubmit={async (said) => {
          await settle.mutateAsync({ ...said, ...params, actionId, otherActionId, idempotencyKey });
          await back();
        }}
      >
        <Radios
          name="as"
          label="What becomes of the two?"
          hint="Change or end the actions on the plan as well."
          options={optionsOf(overlapEndings).map((option) =>
            option.value === "kept"
              ? {
                  ...option,
                  reveal: <TextArea name="reason" label="Why do both go on?" rows={3} most={limits.prose} />,
                }
              : option,
          )}
        />
      </Form>
    </PlanFormPage>
  );
}

const progressRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/progress/$actionId");
const Progress = fromForm(PostProgressOnScreen);

/** How my own action goes, with the day (GIR-31). */
export function PostProgressPage() {
  const { actionId, ...params } = progressRoute.useParams();
  const { plan, idempotencyKey, back, cancel } = usePlan(params);
  const post = useChange(trpc.plan.postProgress.mutationOptions());
  const form = useCommandForm(Progress);
  const draft = useDraftOf<z.input<typeof Progress>>(api, `progress:${actionId}`, ["words"]);
  const action = plan.actions.find((one) => one.actionId === actionId && one.isMine);
  if (action === undefined) return <ErrorState kind="not-found" />;
  return (
    <PlanFormPage title="Post progress" caption={action.what} {...params}>
      <Form
        form={form}
        draft={draft}
        submit="Post it"
        refusal={refusalView(post.error)}
        cancel={cancel}
        onSubmit={async ({ words, on }) => {
          await post.mutateAsync({ words, on, actionId, idempotencyKey });
          await back();
        }}
      >
        <TextArea
          name="words"
          label="What was done?"
          hint="Everybody on the plan reads it, and whoever leads is told."
          rows={4}
          most={limits.prose}
        />
        <DateField name="on" label="On which day?" />
      </Form>
    </PlanFormPage>
  );
}

const engagementRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/engagement");
const Seen = fromForm(RecordEngagementOnScreen);

/** How far the family is engaged, from which day, and what shows it (CWDC-2.10a). */
export function RecordEngagementPage() {
  const params = engagementRoute.useParams();
  const { plan, idempotencyKey, back, cancel } = usePlan(params);
  const record = useChange(trpc.plan.recordEngagement.mutationOptions());
  const form = useCommandForm(Seen);
  const draft = useDraftOf<z.input<typeof Seen>>(api, `engagement:${params.planId}:${params.childId}`, ["note"]);
  return (
    <PlanFormPage title="How far is the family engaged?" caption={nameOnPlan(plan.members, params.childId)} {...params}>
      <Form
        form={form}
        draft={draft}
        submit="Record it"
        refusal={refusalView(record.error)}
        notAllowed={whyNot(plan.may.recordEngagement)}
        cancel={cancel}
        onSubmit={async (said) => {
          await record.mutateAsync({ ...said, ...params, idempotencyKey });
          await back();
        }}
      >
        <Radios
          name="state"
          label="How far do they trust the help and take part in it?"
          hint="Whoever chooses a lead sees this, with its day."
          options={optionsOf(engagementStates)}
        />
        <DateField name="on" label="From which day?" />
        <TextArea
          name="note"
          label="What shows it?"
          hint="Write what was seen or said. Everybody who may open the plan reads it."
          rows={4}
          most={limits.prose}
        />
      </Form>
    </PlanFormPage>
  );
}
