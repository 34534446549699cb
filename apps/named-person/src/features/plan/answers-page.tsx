import { AnswerPlan, levelsOfNeed, limits, needRoutes } from "@linchpin/domain";
import {
  Link,
  maybe,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useIdempotencyKey,
  useVersion,
  yesNoOptions,
  yesOrNo,
} from "@linchpin/portal";
import { Form, NumberField, Radios, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { known } from "../../forms.ts";
import type { Plan } from "../../views.ts";
import { CancelToPlan, PlanFormPage } from "./form-page.tsx";
import { planQuery } from "./queries.ts";
import { Trigger, TriggerFields, triggerOnScreen } from "./trigger-fields.tsx";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/answers");
const asked = AnswerPlan.shape;
const Screen = z
  .object({
    integratedResponse: maybe(yesOrNo("")),
    integratedResponseReason: asked.integratedResponseReason,
    safetyIsPrimary: maybe(yesOrNo("")),
    needsAreComplexHealth: maybe(yesOrNo("")),
    route: maybe(asked.route.unwrap()),
    trigger: Trigger.optional(),
    levelOfNeed: maybe(asked.levelOfNeed.unwrap()),
    expectedMonths: asked.expectedMonths,
  })
  .refine(
    ({ integratedResponse, integratedResponseReason: why }) => integratedResponse === undefined || why !== undefined,
    {
      path: ["integratedResponseReason"],
      message: "Enter why the help does or does not have to be one integrated response",
    },
  );
type OnScreen = z.input<typeof Screen>;

/** Answer what only people can say of a plan. What is left out stays as it is. */
export function AnswersPage() {
  const params = route.useParams();
  const { data: plan } = useSuspenseQuery(planQuery(params.planId));
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const answer = useChange(trpc.plan.answer.mutationOptions());
  const version = useVersion(plan.version, answer.error);
  const form = useCommandForm(Screen, { defaultValues: asAnswered(plan) });
  const draft = useDraftOf<OnScreen>(api, `answers:${params.planId}`, ["integratedResponseReason", "trigger"]);
  return (
    <PlanFormPage title="What people decided about the plan" {...params}>
      <p className="govuk-body">Some clauses cannot answer until a person has. Leave out what nobody has decided.</p>
      <Form
        form={form}
        draft={draft}
        submit="Save the answers"
        refusal={refusalView(answer.error)}
        cancel={<CancelToPlan {...params} />}
        onSubmit={async (said) => {
          await answer.mutateAsync({ ...known(said), planId: params.planId, version, idempotencyKey });
          await navigate({ to: "/children/$childId/plans/$planId", params, replace: true });
        }}
      >
        <Radios<OnScreen>
          name="integratedResponse"
          label="Does the help have to be one response?"
          hint="That is: several people's help, planned and given together."
          optional
          options={yesNoOptions}
        />
        <TextArea<OnScreen>
          name="integratedResponseReason"
          label="Why does it, or why does it not?"
          optional
          rows={3}
          most={limits.prose}
        />
        <Radios<OnScreen> name="safetyIsPrimary" label="Is safety the primary issue?" optional options={yesNoOptions} />
        <Radios<OnScreen>
          name="needsAreComplexHealth"
          label="Are these complex health needs?"
          optional
          options={yesNoOptions}
        />
        <Radios<OnScreen> name="route" label="How did the need arise?" optional options={optionsOf(needRoutes)} />
        <TriggerFields />
        {asksOfLevel(plan) ? (
          <p className="govuk-body">
            The level of need is changed with what goes with it:{" "}
            <Link to="/children/$childId/plans/$planId/level" params={params}>
              change the level of need
            </Link>
            .
          </p>
        ) : (
          <Radios<OnScreen> name="levelOfNeed" label="Level of need" optional options={optionsOf(levelsOfNeed)} />
        )}
        <NumberField<OnScreen>
          name="expectedMonths"
          label="How long is the plan expected to last?"
          suffix="months"
          width={3}
          optional
        />
      </Form>
    </PlanFormPage>
  );
}

/** Whether a level that is recorded changes only with the assessment, the lead and consent beside it (CWDC-1.8). */
const asksOfLevel = ({ level, answers }: Plan): boolean => level.isAsked && answers.levelOfNeed !== undefined;

/** The form starts from what was answered, and from nothing where nobody has. */
function asAnswered(plan: Plan): Partial<OnScreen> {
  const { answers } = plan;
  const said = (answer: boolean | undefined) => (answer === undefined ? undefined : answer ? "yes" : "no");
  return known({
    integratedResponse: said(answers.integratedResponse),
    integratedResponseReason: answers.integratedResponseReason,
    safetyIsPrimary: said(answers.safetyIsPrimary),
    needsAreComplexHealth: said(answers.needsAreComplexHealth),
    route: answers.route?.code as never, // a code the api gave; the form's schema reads it again
    trigger: answers.trigger && triggerOnScreen(answers.trigger),
    levelOfNeed: asksOfLevel(plan) ? undefined : (answers.levelOfNeed?.code as never),
    expectedMonths: answers.expectedMonths,
  }) as Partial<OnScreen>;
}
