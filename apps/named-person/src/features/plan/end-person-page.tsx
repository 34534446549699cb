import { EndPlanPractitioner, limits } from "@linchpin/domain";
import { refusalView, useChange, useDraftOf, useIdempotencyKey } from "@linchpin/portal";
import { Form, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { CancelToPlan, PlanFormPage } from "./form-page.tsx";
import { planQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/people/$planPractitionerId/end");
const Screen = z.object({ reason: EndPlanPractitioner.shape.reason });

/** Somebody no longer works with the child: their access ends with it. */
export function EndPersonPage() {
  const { planPractitionerId, ...params } = route.useParams();
  const { data: plan } = useSuspenseQuery(planQuery(params.planId));
  const person = plan.practitioners.find((one) => one.planPractitionerId === planPractitionerId);
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const end = useChange(trpc.plan.endPractitioner.mutationOptions());
  const form = useCommandForm(Screen);
  const draft = useDraftOf<z.input<typeof Screen>>(api, `end-person:${planPractitionerId}`, ["reason"]);
  return (
    <PlanFormPage title="No longer works with the child" caption={person?.name} {...params}>
      <p className="govuk-body">Their access to this child's record ends with it, unless another role gives it.</p>
      <Form
        form={form}
        draft={draft}
        kind="warning"
        submit="Take them off the plan"
        refusal={refusalView(end.error)}
        cancel={<CancelToPlan {...params} />}
        onSubmit={async ({ reason }) => {
          await end.mutateAsync({ reason, planPractitionerId, idempotencyKey });
          await navigate({ to: "/children/$childId/plans/$planId", params, replace: true });
        }}
      >
        <TextArea name="reason" label="Why do they no longer work with the child?" rows={4} most={limits.prose} />
      </Form>
    </PlanFormPage>
  );
}
