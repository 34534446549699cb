import { ConfirmDesignation, RecordManagerTold } from "@linchpin/domain";
import { Link, refusalView, useChange, useIdempotencyKey } from "@linchpin/portal";
import { DateField, EmptyState, Form, LookupField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { z } from "zod";
import { trpc } from "../../api.ts";
import { findColleagues } from "../../forms.ts";
import { useTerms, useWho } from "../../terms.ts";
import { confirmsDesignation, isDoneHere } from "../record/done-here.ts";
import { CancelToPlan, PlanFormPage } from "./form-page.tsx";
import { planQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/owed/$dutyId");

/** Something this person owes on a plan, done on a page of its own. */
export function OwedPage() {
  const { dutyId, ...of } = route.useParams();
  const who = useWho();
  const { data: plan } = useSuspenseQuery(planQuery(of.planId));
  // As it was when the page was opened: recording it takes it off the plan before the page is left.
  const [duty] = useState(() => plan.duties.find((one) => one.dutyId === dutyId));
  if (duty === undefined || duty.owedBy.practitionerId !== who.practitionerId || !isDoneHere(duty.act))
    return (
      <PlanFormPage title="What is owed" {...of}>
        <EmptyState title="You do not owe this, or it is done">
          <Link to="/children/$childId/plans/$planId" params={of}>
            Go to the plan
          </Link>
        </EmptyState>
      </PlanFormPage>
    );
  const said = (
    <p className="govuk-body">
      {duty.because} {duty.clause}
    </p>
  );
  return duty.act === confirmsDesignation ? (
    <Confirm of={of} dutyId={dutyId} leads={plan.lead?.name}>
      {said}
    </Confirm>
  ) : (
    <Told of={of} dutyId={dutyId}>
      {said}
    </Told>
  );
}

type OfDuty = {
  readonly of: { readonly childId: string; readonly planId: string };
  readonly dutyId: string;
  readonly children: ReactNode;
};

const Day = z.object({ toldOn: RecordManagerTold.shape.toldOn });

/** The day of telling; the day of recording is kept beside it. */
function Told({ of, dutyId, children }: OfDuty) {
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const tell = useChange(trpc.leadProfessional.recordManagerTold.mutationOptions());
  const form = useCommandForm(Day);
  return (
    <PlanFormPage title="You told your line manager" {...of}>
      {children}
      <Form
        form={form}
        submit="Record this"
        refusal={refusalView(tell.error)}
        cancel={<CancelToPlan {...of} />}
        onSubmit={async ({ toldOn }) => {
          await tell.mutateAsync({ toldOn, dutyId, idempotencyKey });
          await navigate({ to: "/children/$childId/plans/$planId", params: of, replace: true });
        }}
      >
        <DateField
          name="toldOn"
          label="Which day did you tell your line manager that nobody was agreed on?"
          hint="The day you are recording it is kept beside it."
        />
      </Form>
    </PlanFormPage>
  );
}

const Adviser = z.object({ adviserId: ConfirmDesignation.shape.adviserId });

/** The manager's word, and who advises meanwhile. Nothing of the person's own record is written into the child's. */
function Confirm({ of, dutyId, leads, children }: OfDuty & { readonly leads: string | undefined }) {
  const navigate = route.useNavigate();
  const { leadProfessional } = useTerms();
  const idempotencyKey = useIdempotencyKey();
  const confirm = useChange(trpc.leadProfessional.confirmDesignation.mutationOptions());
  const form = useCommandForm(Adviser);
  return (
    <PlanFormPage title={`Confirm ${leads ?? "who leads"}`} {...of}>
      {children}
      <Form
        form={form}
        submit={`Confirm ${leads ?? "who leads"}`}
        refusal={refusalView(confirm.error)}
        cancel={<CancelToPlan {...of} />}
        onSubmit={async ({ adviserId }) => {
          await confirm.mutateAsync({ ...(adviserId ? { adviserId } : {}), dutyId, idempotencyKey });
          await navigate({ to: "/children/$childId/plans/$planId", params: of, replace: true });
        }}
      >
        <LookupField
          name="adviserId"
          label={`An experienced ${leadProfessional} who advises them`}
          hint="Everybody who works with the child can read the name."
          optional
          find={findColleagues}
        />
      </Form>
    </PlanFormPage>
  );
}
