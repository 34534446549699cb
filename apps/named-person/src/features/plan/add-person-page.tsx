import { refusalView, serverDraft, useChange, useIdempotencyKey } from "@linchpin/portal";
import { Form, useCommandForm } from "@linchpin/ui";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { api, trpc } from "../../api.ts";
import { CancelToPlan, PlanFormPage } from "./form-page.tsx";
import { asJoins, Joins, JoinsFields, type JoinsOnScreen } from "./joins-fields.tsx";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/people/add");

/** Put somebody on the plan who works with the child. */
export function AddPersonPage() {
  const params = route.useParams();
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const add = useChange(trpc.plan.addPractitioner.mutationOptions());
  const form = useCommandForm(Joins);
  const [draft] = useState(() => withoutPerson(serverDraft<JoinsOnScreen>(api, `add-person:${params.planId}`)));
  return (
    <PlanFormPage title="Add somebody to the plan" {...params}>
      <p className="govuk-body">They can open this child's record from then on, and every look is written down.</p>
      <Form
        form={form}
        draft={draft}
        submit="Add to the plan"
        refusal={refusalView(add.error)}
        cancel={<CancelToPlan {...params} />}
        onSubmit={async (said) => {
          await add.mutateAsync({ practitioner: asJoins(said), planId: params.planId, idempotencyKey });
          await navigate({ to: "/children/$childId/plans/$planId", params, replace: true });
        }}
      >
        <JoinsFields />
      </Form>
    </PlanFormPage>
  );
}

/** A person who was picked is picked again: a kept id would stand there without its name. */
const withoutPerson = (draft: ReturnType<typeof serverDraft<JoinsOnScreen>>): typeof draft => ({
  ...draft,
  load: async () => {
    const kept = await draft.load();
    if (kept === undefined) return undefined;
    const { practitionerId: _, ...rest } = kept;
    return rest;
  },
});
