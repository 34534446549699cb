import { agencyKinds, RecordAgencySupport } from "@linchpin/domain";
import { optionsOf, refusalView, useChange, useIdempotencyKey, yesNoOptions, yesOrNo } from "@linchpin/portal";
import { DateField, Form, Radios, Select, TextField, useCommandForm } from "@linchpin/ui";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { trpc } from "../../api.ts";
import { CancelToPlan, PlanFormPage } from "./form-page.tsx";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/support");
const { agency, saidBy, saidOn } = RecordAgencySupport.shape;
const Screen = z.object({ agency, supports: yesOrNo("Choose whether the agency supports it"), saidBy, saidOn });

/** An agency says whether it supports the youth offending team's officer leading. */
export function SupportPage() {
  const params = route.useParams();
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.plan.recordSupport.mutationOptions());
  const form = useCommandForm(Screen);
  return (
    <PlanFormPage title="What an agency said" {...params}>
      <Form
        form={form}
        submit="Record it"
        refusal={refusalView(record.error)}
        cancel={<CancelToPlan {...params} />}
        onSubmit={async (said) => {
          await record.mutateAsync({ ...said, planId: params.planId, idempotencyKey });
          await navigate({ to: "/children/$childId/plans/$planId", params, replace: true });
        }}
      >
        <Select name="agency" label="Agency" options={optionsOf(agencyKinds)} />
        <Radios
          name="supports"
          label="Does it support the youth offending team's officer leading?"
          hint="The youth offending team's own word is whether it agrees."
          options={yesNoOptions}
        />
        <TextField name="saidBy" label="Who said so?" />
        <DateField name="saidOn" label="Day it was said" />
      </Form>
    </PlanFormPage>
  );
}
