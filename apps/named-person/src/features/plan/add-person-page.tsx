import { Link, refusalView, serverDraft, useChange, useIdempotencyKey } from "@linchpin/portal";
import { Form, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { ChildInList, Plan } from "../../views.ts";
import { CancelToPlan, PlanFormPage } from "./form-page.tsx";
import { asJoins, Joins, JoinsFields, type JoinsOnScreen } from "./joins-fields.tsx";
import { planQuery } from "./queries.ts";
import { isAsked, type Joining, Sharing, SharingFields, type SharingOnScreen } from "./sharing-fields.tsx";

type OnScreen = JoinsOnScreen & { readonly sharing?: SharingOnScreen[] | undefined };

/** Who joins; and of each child what it rests on that they read the plan, where nobody of their service does yet. */
const screenFor = (joining: Joining) =>
  z.preprocess(
    (values) => {
      const { practitionerId } = values as { readonly practitionerId?: unknown };
      return isAsked(joining, practitionerId) ? values : { ...(values as object), sharing: [] };
    },
    Joins.and(z.object({ sharing: z.array(Sharing).default([]) })),
  ) as unknown as z.ZodType<
    z.output<typeof Joins> & { readonly sharing: readonly z.output<typeof Sharing>[] },
    OnScreen
  >;

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/people/add");

type Seen = Extract<ChildInList, { readonly visibility: "full" }>;
const seen = ({ members }: Plan): readonly Seen[] =>
  members.flatMap((member) => (member.visibility === "full" ? [member] : []));

/** Put somebody on the plan who works with the child. */
export function AddPersonPage() {
  const params = route.useParams();
  const { data: plan } = useSuspenseQuery(planQuery(params.planId));
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const add = useChange(trpc.plan.addPractitioner.mutationOptions());
  const [screen] = useState(() => screenFor(plan.joining));
  const form = useCommandForm(screen);
  const [draft] = useState(() => withoutPerson(serverDraft<OnScreen>(api, `add-person:${params.planId}`)));
  const children = seen(plan);
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
        onSubmit={async ({ sharing, ...said }) => {
          await add.mutateAsync({
            practitioner: asJoins(said),
            sharing: sharing.map((one, at) => ({ ...one, childId: children[at]?.childId ?? params.childId })),
            planId: params.planId,
            idempotencyKey,
          });
          await navigate({ to: "/children/$childId/plans/$planId", params, replace: true });
        }}
      >
        <JoinsFields />
        <SharingOfEach plan={plan} childrenOnPlan={children} />
      </Form>
    </PlanFormPage>
  );
}

/** Each act of sharing is about one named child: a plan for two asks of each. */
function SharingOfEach({ plan, childrenOnPlan }: { readonly plan: Plan; readonly childrenOnPlan: readonly Seen[] }) {
  const { control } = useFormContext();
  const practitionerId: string | undefined = useWatch({ control, name: "practitionerId" });
  return childrenOnPlan.map(({ childId, name }, at) => (
    <SharingFields
      key={childId}
      under={`sharing.${at}.`}
      practitionerId={practitionerId}
      joining={plan.joining}
      childId={childId}
      planId={plan.planId}
      legend={`Sharing the plan of ${name}`}
    />
  ));
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
