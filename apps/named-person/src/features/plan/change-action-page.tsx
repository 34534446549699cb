import { actionStates, ChangePlanAction } from "@linchpin/domain";
import { optionsOf, refusalView, useChange, useDraftOf, useIdempotencyKey, useVersion } from "@linchpin/portal";
import { EmptyState, Form, Radios, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { known } from "../../forms.ts";
import type { Plan } from "../../views.ts";
import { ActionFields } from "./action-fields.tsx";
import { CancelToPlan, PlanFormPage } from "./form-page.tsx";
import { planQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/actions/$actionId");
const asked = ChangePlanAction.shape;
const Screen = z.object({
  what: asked.what.unwrap(),
  outcome: asked.outcome.unwrap(),
  ownerId: asked.ownerId,
  startsOn: asked.startsOn,
  dueOn: asked.dueOn.unwrap(),
  state: asked.state.unwrap(),
});

/** Change an action, or say how it stands. */
export function ChangeActionPage() {
  const { actionId, ...params } = route.useParams();
  const { data: plan } = useSuspenseQuery(planQuery(params.planId));
  const action = plan.actions.find((one) => one.actionId === actionId);
  return (
    <PlanFormPage title="Change an action" {...params}>
      {action ? <ChangeForm plan={plan} action={action} /> : <EmptyState title="This action is not on the plan" />}
    </PlanFormPage>
  );
}

function ChangeForm({ plan, action }: { readonly plan: Plan; readonly action: Plan["actions"][number] }) {
  const { childId, planId } = route.useParams();
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const change = useChange(trpc.plan.changeAction.mutationOptions());
  const version = useVersion(action.version, change.error);
  const form = useCommandForm(Screen, {
    // Days and states the api gave: the form's schema reads them again.
    defaultValues: known({
      what: action.what,
      outcome: action.outcome,
      ownerId: action.owner?.practitionerId,
      startsOn: action.startsOn as never,
      dueOn: action.dueOn as never,
      state: action.state.code as never,
    }),
  });
  const draft = useDraftOf<z.input<typeof Screen>>(api, `change-action:${action.actionId}`, ["what", "outcome"]);
  return (
    <Form
      form={form}
      draft={draft}
      submit="Save the action"
      refusal={refusalView(change.error)}
      cancel={<CancelToPlan childId={childId} planId={planId} />}
      onSubmit={async (said) => {
        await change.mutateAsync({ ...said, actionId: action.actionId, version, idempotencyKey });
        await navigate({ to: "/children/$childId/plans/$planId", params: { childId, planId }, replace: true });
      }}
    >
      <Radios name="state" label="How does it stand?" options={optionsOf(actionStates)} />
      <ActionFields plan={plan} />
    </Form>
  );
}
