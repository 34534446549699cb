import { AddPlanAction } from "@linchpin/domain";
import { refusalView, serverDraft, useChange, useIdempotencyKey } from "@linchpin/portal";
import { Form, Radios, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { ActionFields } from "./action-fields.tsx";
import { CancelToPlan, PlanFormPage } from "./form-page.tsx";
import { planQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/actions/add");
const asked = AddPlanAction.shape;
const Screen = z.object({
  what: asked.what,
  outcome: asked.outcome,
  ownerId: z.uuid({ version: "v7", error: "Choose who will do it" }),
  startsOn: asked.startsOn,
  dueOn: asked.dueOn,
  childId: z.string({ error: "Choose whom it is for" }),
});
type OnScreen = z.input<typeof Screen>;

/** Agree an action: one owner and a day. */
export function AddActionPage() {
  const params = route.useParams();
  const { data: plan } = useSuspenseQuery(planQuery(params.planId));
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const add = useChange(trpc.plan.addAction.mutationOptions());
  const form = useCommandForm(Screen, { defaultValues: plan.members.length > 1 ? {} : { childId: params.childId } });
  const [draft] = useState(() => serverDraft<OnScreen>(api, `add-action:${params.planId}`));
  return (
    <PlanFormPage title="Add an action" {...params}>
      <Form
        form={form}
        draft={draft}
        submit="Add the action"
        refusal={refusalView(add.error)}
        cancel={<CancelToPlan {...params} />}
        onSubmit={async (said) => {
          await add.mutateAsync({ ...said, planId: params.planId, idempotencyKey });
          await navigate({ to: "/children/$childId/plans/$planId", params, replace: true });
        }}
      >
        {plan.members.length > 1 && (
          <Radios
            name="childId"
            label="Whom is it for?"
            options={plan.members.flatMap((member) =>
              member.visibility === "full" ? [{ value: member.childId, label: member.name }] : [],
            )}
          />
        )}
        <ActionFields plan={plan} />
      </Form>
    </PlanFormPage>
  );
}
