import { concernOutcomes, DecideConcern, limits, needRoutes } from "@linchpin/domain";
import {
  Link,
  maybe,
  optionsOf,
  refusalView,
  serverDraft,
  useChange,
  useHref,
  useIdempotencyKey,
  useVersion,
  whyNot,
} from "@linchpin/portal";
import {
  Button,
  DateField,
  DecisionPanel,
  Details,
  EmptyState,
  FieldGroup,
  Form,
  InsetText,
  Page,
  Radios,
  Select,
  TextArea,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { known } from "../../forms.ts";
import { useTerms } from "../../terms.ts";
import type { Concern } from "../../views.ts";
import { asJoins, Joins, JoinsFields } from "../plan/joins-fields.tsx";
import { isAsked, type Joining, Sharing, SharingFields } from "../plan/sharing-fields.tsx";
import { Trigger, TriggerFields } from "../plan/trigger-fields.tsx";
import { concernQuery } from "./queries.ts";
import { ToldFields } from "./told.tsx";

const route = getRouteApi("/signed-in/children/$childId/concerns/$concernId/decide");

const [nothingMore, ownHelp, another] = DecideConcern.options;
const notAsked = { idempotencyKey: true, concernId: true, version: true } as const;

const JoinsAndReads = Joins.and(z.object({ sharing: Sharing.optional() }));

/** What the page asks: the command without what the page knows, and the manager as two fields. */
const Screen = z
  .discriminatedUnion(
    "outcome",
    [
      nothingMore.omit(notAsked),
      ownHelp.omit(notAsked),
      another.omit({ ...notAsked, manager: true, isReferral: true }).extend({
        managerId: z.string().optional(),
        managerOn: another.shape.manager.unwrap().shape.on.optional(),
        leadDecision: maybe(another.shape.leadDecision.unwrap()),
        route: maybe(another.shape.route.unwrap()),
        trigger: Trigger.optional(),
        practitioners: z
          .array(JoinsAndReads)
          .max(20, "Add up to 20 people now, and the others on the plan")
          .default([]),
      }),
    ],
    { error: "Choose what follows the concern" },
  )
  .superRefine((said, ctx) => {
    if (said.outcome !== "another-agency-needed") return;
    if (said.managerId && said.managerOn === undefined)
      ctx.addIssue({ code: "custom", path: ["managerOn"], message: "Enter the day the manager was consulted" });
    if (!said.managerId && said.managerOn !== undefined)
      ctx.addIssue({ code: "custom", path: ["managerId"], message: "Choose the manager who was consulted" });
  });
type OnScreen = z.input<typeof Screen>;

/** What it rests on that somebody reads the plan is left out where it is out of sight. */
const screenFor = (joining: Joining | undefined) =>
  z.preprocess((values) => {
    const { practitioners, ...rest } = values as { readonly practitioners?: readonly object[] };
    if (!Array.isArray(practitioners)) return values;
    return {
      ...rest,
      practitioners: practitioners.map(({ sharing, ...one }) =>
        isAsked(joining, one.practitionerId) ? { ...one, sharing: sharing ?? {} } : one,
      ),
    };
  }, Screen) as unknown as z.ZodType<z.output<typeof Screen>, OnScreen>;

/** Decide what follows a concern: nothing more, help from my own agency, or another agency is needed. */
export function DecidePage() {
  const { childId, concernId } = route.useParams();
  const { data: concern } = useSuspenseQuery(concernQuery(concernId));
  const href = useHref();
  const back = {
    href: href({ to: "/children/$childId/concerns/$concernId", params: { childId, concernId } }),
    text: "Concern",
  };
  return (
    <Page title="Decide what follows" back={back}>
      {concern.state === "closed" ? (
        <EmptyState title="It is decided already what follows this concern" />
      ) : (
        <DecideForm concern={concern} />
      )}
    </Page>
  );
}

function DecideForm({ concern }: { readonly concern: Concern }) {
  const { childId, concernId, closing } = concern;
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const decide = useChange(trpc.concern.decide.mutationOptions());
  const version = useVersion(concern.version, decide.error);
  const [draft] = useState(() => serverDraft<OnScreen>(api, `decide:${concernId}`));
  const [screen] = useState(() => screenFor(concern.joining));
  const form = useCommandForm(screen, {
    defaultValues: known({ childTold: alreadyTold(concern.childTold), familyTold: alreadyTold(concern.familyTold) }),
  });
  const send = async (said: z.output<typeof Screen>) => {
    const { decided } = await decide.mutateAsync({ ...asCommand(said), concernId, version, idempotencyKey });
    const planId = decided?.planId;
    if (planId === undefined)
      await navigate({ to: "/children/$childId/concerns/$concernId", params: { childId, concernId }, replace: true });
    else await navigate({ to: "/children/$childId/plans/$planId", params: { childId, planId }, replace: true });
  };
  return (
    <>
      <blockquote className="np-said">{concern.noticed}</blockquote>
      {closing && (
        <Details summary="What the rulebook asks before a concern is closed">
          <DecisionPanel decision={closing} />
        </Details>
      )}
      <Form
        form={form}
        draft={draft}
        submit="Record the decision"
        submitting="Recording"
        notAllowed={whyNot(concern.may.decide)}
        refusal={refusalView(decide.error)}
        cancel={
          <Link to="/children/$childId/concerns/$concernId" params={{ childId, concernId }}>
            Cancel
          </Link>
        }
        onSubmit={send}
      >
        <Radios<OnScreen>
          name="outcome"
          label="What follows?"
          options={optionsOf(concernOutcomes).map(({ value, label }) => ({
            value,
            label,
            reveal:
              value === "own-agency-help" ? (
                <OwnHelp />
              ) : value === "another-agency-needed" ? (
                <AnotherAgency concern={concern} />
              ) : undefined,
          }))}
        />
        <TextArea<OnScreen>
          name="reason"
          label="Why?"
          hint="The family may read it. Say what it rests on."
          rows={4}
          most={limits.prose}
        />
        <FieldGroup legend="Telling the child and the family">
          <ToldFields name="childTold" label="Has the child been told what came of it?" />
          <ToldFields name="familyTold" label="Has the family been told what came of it?" />
        </FieldGroup>
      </Form>
    </>
  );
}

const alreadyTold = (told: Concern["childTold"]) => (told.told === "not-yet" ? undefined : (told as never));

function asCommand(said: z.output<typeof Screen>) {
  if (said.outcome !== "another-agency-needed") return said;
  const { managerId, managerOn, leadDecision, route: needRoute, trigger, practitioners, ...rest } = said;
  return {
    ...rest,
    practitioners: practitioners.map(({ sharing, ...one }) => ({
      ...asJoins(one),
      ...(sharing === undefined ? {} : { sharing }),
    })),
    ...(managerId && managerOn ? { manager: { practitionerId: managerId, on: managerOn } } : {}),
    ...(leadDecision === undefined ? {} : { leadDecision }),
    ...(needRoute === undefined ? {} : { route: needRoute }),
    ...(trigger === undefined ? {} : { trigger }),
  };
}

function OwnHelp() {
  return (
    <TextArea
      name="help"
      label="What help is given, or who is it arranged through?"
      hint="Name the person it is arranged through and the day it starts."
      rows={4}
      most={limits.prose}
    />
  );
}

function AnotherAgency({ concern }: { readonly concern: Concern }) {
  const { managers, openPlanId } = concern;
  const { leadProfessional } = useTerms();
  return (
    <>
      <InsetText>
        {openPlanId === undefined
          ? "A plan for help from more than one agency opens for this child. You can add people to it now or afterwards."
          : "A plan is open for this child: the people you add join it."}
      </InsetText>
      <TextArea name="help" label="What help starts now?" optional rows={3} most={limits.prose} />
      <Select
        name="managerId"
        label="Which manager was consulted?"
        hint={managers.length === 0 ? "No line manager of yours is recorded." : undefined}
        optional
        options={managers.map(({ practitionerId, name }) => ({ value: practitionerId, label: name }))}
      />
      <DateField name="managerOn" label="Day the manager was consulted" optional />
      <Radios
        name="leadDecision"
        label="What was decided about who leads?"
        optional
        options={[
          { value: "become-lead", label: `I am to become ${leadProfessional}` },
          { value: "appoint-another", label: `Another ${leadProfessional} is to be appointed` },
        ]}
      />
      <Radios name="route" label="How did the need arise?" optional options={optionsOf(needRoutes)} />
      <TriggerFields />
      <People concern={concern} />
      <p className="govuk-body">
        Is there a service that does not work with the child yet? Where young person or family are asked first here,
        leave it off: record what they said, and add somebody of it on the plan.
      </p>
    </>
  );
}

/** People of other agencies who join the plan with this decision. */
function People({ concern }: { readonly concern: Concern }) {
  const { control } = useFormContext<{ practitioners: { practitionerId?: string }[] }>();
  const people = useWatch({ control, name: "practitioners" });
  const { fields, append, remove } = useFieldArray({ control, name: "practitioners" });
  return (
    <div className="np-people">
      {fields.map(({ id }, place) => (
        <FieldGroup key={id} legend={`Person ${place + 1}`}>
          <JoinsFields under={`practitioners.${place}.`} />
          {concern.joining && (
            <SharingFields
              under={`practitioners.${place}.sharing.`}
              practitionerId={people?.[place]?.practitionerId}
              joining={concern.joining}
              childId={concern.childId}
              planId={concern.openPlanId}
              legend={`Sharing the plan of ${concern.childName}`}
            />
          )}
          <Button kind="quiet" onClick={() => remove(place)}>
            Take person {place + 1} off again
          </Button>
        </FieldGroup>
      ))}
      <Button kind="secondary" onClick={() => append({})}>
        {fields.length === 0 ? "Add somebody who is to help" : "Add another person"}
      </Button>
    </div>
  );
}
