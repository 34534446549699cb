import { DeputyOnScreen, EndDeputy, HandBackOnScreen, limits, StandInOnScreen, standInReasons } from "@linchpin/domain";
import { fromForm, optionsOf, useChange } from "@linchpin/portal";
import { DateField, Radios, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import type { FieldValues } from "react-hook-form";
import { z } from "zod";
import { trpc } from "../../api.ts";
import { KeptPlanForm } from "../plan/form-page.tsx";
import { standInQuery } from "./queries.ts";
import { choiceOf } from "./stand-in-page.tsx";

type Props<Values extends FieldValues, Said> = Omit<
  ComponentProps<typeof KeptPlanForm<Values, Said>>,
  "back" | "caption"
>;

/** What every one of these forms is: about one plan, back to who stands in. */
function StandInForm<Values extends FieldValues, Said>({ kept, ...asked }: Props<Values, Said>) {
  const { data } = useSuspenseQuery(standInQuery(asked.of.planId));
  return (
    <KeptPlanForm
      {...asked}
      kept={{ ...kept, as: `${kept.as}:${asked.of.planId}` }}
      back="/children/$childId/plans/$planId/stand-in"
      caption={`${data.planTitle}: ${data.childName}`}
    />
  );
}

const deputyRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/stand-in/deputy");
const Deputy = fromForm(DeputyOnScreen);

/** Whom the team agreed on as deputy (BOL-6.1). */
export function DeputyPage() {
  const of = deputyRoute.useParams();
  const { data } = useSuspenseQuery(standInQuery(of.planId));
  const change = useChange(trpc.leadProfessional.standIn.agreeDeputy.mutationOptions());
  return (
    <StandInForm
      of={of}
      title="Who is the deputy?"
      submit="Record the deputy"
      form={useCommandForm(Deputy)}
      kept={{ as: "deputy", fields: ["reason"] }}
      may={data.agree}
      error={change.error}
      record={(said, idempotencyKey) => change.mutateAsync({ ...said, planId: of.planId, idempotencyKey })}
    >
      <Radios name="practitionerId" label="Whom did the team agree on?" options={data.people.map(choiceOf)} />
      <DateField name="agreedOn" label="On which day?" />
      <TextArea
        name="reason"
        label="Why somebody without an action on the plan?"
        hint="For the lead's line manager, where nobody on the team has an action."
        rows={3}
        most={limits.prose}
        optional
      />
    </StandInForm>
  );
}

const noDeputyRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/stand-in/no-deputy");
const NoDeputy = fromForm(z.object({ reason: EndDeputy.shape.reason }));

/** Somebody is no longer deputy. */
export function NoDeputyPage() {
  const of = noDeputyRoute.useParams();
  const { data } = useSuspenseQuery(standInQuery(of.planId));
  const change = useChange(trpc.leadProfessional.standIn.endDeputy.mutationOptions());
  const { deputy } = data;
  return (
    <StandInForm
      of={of}
      title={deputy === undefined ? "Nobody is deputy" : `End that ${deputy.name} is deputy`}
      submit="End it"
      form={useCommandForm(NoDeputy)}
      kept={{ as: "no-deputy", fields: ["reason"] }}
      may={deputy === undefined ? { may: false, why: "Nobody is deputy on this plan." } : data.agree}
      error={change.error}
      record={(said, idempotencyKey) =>
        change.mutateAsync({ ...said, deputyId: deputy?.deputyId ?? "", idempotencyKey })
      }
    >
      <TextArea name="reason" label="Why?" rows={3} most={limits.prose} />
    </StandInForm>
  );
}

const beginRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/stand-in/begin");
const Begin = fromForm(StandInOnScreen);

/** Somebody acts for the lead from now on (BOL-6.3, BOL-10.3, WIG-8.8.10). */
export function BeginStandInPage() {
  const of = beginRoute.useParams();
  const { data } = useSuspenseQuery(standInQuery(of.planId));
  const change = useChange(trpc.leadProfessional.standIn.begin.mutationOptions());
  const deputyFirst = data.people.toSorted(
    (one, other) =>
      Number(other.practitionerId === data.deputy?.practitionerId) -
      Number(one.practitionerId === data.deputy?.practitionerId),
  );
  return (
    <StandInForm
      of={of}
      title="Put somebody in for the lead"
      submit="Put them in now"
      form={useCommandForm(Begin)}
      kept={{ as: "stand-in", fields: ["words"] }}
      may={data.begin}
      error={change.error}
      record={(said, idempotencyKey) => change.mutateAsync({ ...said, planId: of.planId, idempotencyKey })}
    >
      <p className="govuk-body">
        From now on they act as lead and are the family's contact. Everybody on the plan is told, and the family has to
        be told.
      </p>
      <Radios
        name="practitionerId"
        label="Who stands in?"
        options={deputyFirst.map((one) => {
          const choice = choiceOf(one);
          return one.practitionerId === data.deputy?.practitionerId
            ? { ...choice, hint: `The deputy; ${choice.hint}` }
            : choice;
        })}
      />
      <Radios
        name="reason"
        label="Why?"
        hint="Only the lead reads it, and whoever manages the lead or the one who stands in."
        options={optionsOf(standInReasons)}
      />
      <DateField name="expectedBackOn" label="When is the lead expected back?" optional />
      <TextArea
        name="words"
        label="What do those on the plan have to know?"
        hint="Everybody on the plan reads it, and it is kept in the chronology. Do not say why the lead is away."
        rows={3}
        most={limits.prose}
        optional
      />
    </StandInForm>
  );
}

const backRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/stand-in/back");
const Back = fromForm(HandBackOnScreen);

/** The role comes back to the lead, with a handover note (BOL-10.5). */
export function HandBackPage() {
  const of = backRoute.useParams();
  const { data } = useSuspenseQuery(standInQuery(of.planId));
  const change = useChange(trpc.leadProfessional.standIn.end.mutationOptions());
  return (
    <StandInForm
      of={of}
      title="Hand the role back to the lead"
      submit="Hand it back now"
      form={useCommandForm(Back)}
      kept={{ as: "hand-back", fields: ["handover"] }}
      may={data.end}
      error={change.error}
      record={(said, idempotencyKey) =>
        change.mutateAsync({ ...said, actingLeadId: data.now?.actingLeadId ?? "", idempotencyKey })
      }
    >
      <p className="govuk-body">
        {data.lead?.name ?? "The lead"} leads and is the family's contact from now on. The family has to be told.
      </p>
      <TextArea
        name="handover"
        label="What happened meanwhile?"
        hint="What was done, what is open, and what is due next."
        rows={5}
        most={limits.prose}
      />
    </StandInForm>
  );
}
