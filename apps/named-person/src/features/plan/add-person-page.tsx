import { Link, refusalView, serverDraft, useChange, useIdempotencyKey } from "@linchpin/portal";
import { Checkboxes, Form, useCommandForm } from "@linchpin/ui";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { CancelToPlan, PlanFormPage } from "./form-page.tsx";
import { asJoins, Joins, JoinsFields, type JoinsOnScreen } from "./joins-fields.tsx";

const Screen = Joins.and(z.object({ referral: z.array(z.literal("yes")).default([]) }));
type OnScreen = JoinsOnScreen & { readonly referral?: "yes"[] | undefined };

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/people/add");

/** Put somebody on the plan who works with the child. */
export function AddPersonPage() {
  const params = route.useParams();
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const add = useChange(trpc.plan.addPractitioner.mutationOptions());
  const form = useCommandForm(Screen);
  const [draft] = useState(() => withoutPerson(serverDraft<OnScreen>(api, `add-person:${params.planId}`)));
  return (
    <PlanFormPage title="Add somebody to the plan" {...params}>
      <p className="govuk-body">They can open this child's record from then on, and every look is written down.</p>
      <p className="govuk-body">
        Does a service come in that is not on the plan yet?{" "}
        <Link to="/children/$childId/consent/services" params={{ childId: params.childId }}>
          Record what young person or family said to it
        </Link>{" "}
        first, where they are asked here.
      </p>
      <Form
        form={form}
        draft={draft}
        submit="Add to the plan"
        refusal={refusalView(add.error)}
        cancel={<CancelToPlan {...params} />}
        onSubmit={async ({ referral, ...said }) => {
          await add.mutateAsync({
            practitioner: asJoins(said),
            isReferral: referral.includes("yes"),
            planId: params.planId,
            idempotencyKey,
          });
          await navigate({ to: "/children/$childId/plans/$planId", params, replace: true });
        }}
      >
        <JoinsFields />
        <Checkboxes
          name="referral"
          label="Is it because a child may be at risk of harm?"
          optional
          options={[{ value: "yes", label: "It is a safeguarding referral: it waits for nobody's agreement" }]}
        />
      </Form>
    </PlanFormPage>
  );
}

/** A person who was picked is picked again: a kept id would stand there without its name. */
const withoutPerson = (draft: ReturnType<typeof serverDraft<OnScreen>>): typeof draft => ({
  ...draft,
  load: async () => {
    const kept = await draft.load();
    if (kept === undefined) return undefined;
    const { practitionerId: _, ...rest } = kept;
    return rest;
  },
});
