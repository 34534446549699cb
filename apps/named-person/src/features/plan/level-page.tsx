import {
  ChangeLevelOnScreen,
  consentsAtNewLevel,
  type LeadAtNewLevel,
  leadsAtNewLevel,
  levelsOfNeed,
  limits,
  noAssessment,
  speaksOfALead,
} from "@linchpin/domain";
import {
  capital,
  fromForm,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useIdempotencyKey,
  useVersion,
  whyNot,
} from "@linchpin/portal";
import { dateInWords, ErrorState, Form, Radios, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { known } from "../../forms.ts";
import { useTerms } from "../../terms.ts";
import type { Plan } from "../../views.ts";
import { consentInWords } from "../assessment/records-of-case.tsx";
import { CancelToPlan, PlanFormPage } from "./form-page.tsx";
import { nameOnPlan } from "./name-on-plan.ts";
import { planQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/level");
const Screen = fromForm(ChangeLevelOnScreen);
type OnScreen = z.input<typeof Screen>;

/** Another level of need, with what goes with it in one step: the assessment used, the lead, consent (CWDC-1.8). */
export function LevelPage() {
  const params = route.useParams();
  const { data: plan } = useSuspenseQuery(planQuery(params.planId));
  const navigate = route.useNavigate();
  const { leadProfessional } = useTerms();
  const idempotencyKey = useIdempotencyKey();
  const change = useChange(trpc.plan.changeLevel.mutationOptions());
  const version = useVersion(plan.version, change.error);
  const form = useCommandForm(Screen);
  const draft = useDraftOf<OnScreen>(api, `level:${params.planId}`, [
    "noAssessmentBecause",
    "leadWords",
    "consentWords",
  ]);
  const now = plan.answers.levelOfNeed;
  if (now === undefined) return <ErrorState kind="not-found" />;
  return (
    <PlanFormPage title="Change the level of need" caption={`Now: ${now.label}`} {...params}>
      <Form
        form={form}
        draft={draft}
        submit="Change the level"
        refusal={refusalView(change.error)}
        notAllowed={whyNot(plan.may.change)}
        cancel={<CancelToPlan {...params} />}
        onSubmit={async (said) => {
          await change.mutateAsync({ ...asSaid(said), planId: params.planId, version, idempotencyKey });
          await navigate({ to: "/children/$childId/plans/$planId", params, replace: true });
        }}
      >
        <Radios<OnScreen>
          name="to"
          label="What is the level of need now?"
          options={optionsOf(levelsOfNeed).filter(({ value }) => value !== now.code)}
        />
        <Radios<OnScreen>
          name="assessmentId"
          label="Which assessment does it rest on?"
          hint="Those of your own service, and others of which you may know."
          options={[
            ...assessmentsOf(plan),
            {
              value: noAssessment,
              label: "None was used",
              reveal: (
                <TextArea<OnScreen>
                  name="noAssessmentBecause"
                  label="Why was none used?"
                  hint="The people of your service who work with the child read it."
                  rows={3}
                  most={limits.prose}
                />
              ),
            },
          ]}
        />
        <Radios<OnScreen>
          name="lead"
          label={`What happens to the ${leadProfessional}?`}
          hint={
            plan.lead === undefined
              ? "Nobody leads this plan yet."
              : `${capital(leadProfessional)} now: ${plan.lead.name}.`
          }
          options={leadOptions(plan)}
        />
        <Radios<OnScreen>
          name="consent"
          label="Is consent still valid?"
          hint={consentOnRecord(plan)}
          options={consentOptions(plan)}
        />
      </Form>
    </PlanFormPage>
  );
}

/** What the command takes: words that were typed under an answer that is not given any more stay behind. */
function asSaid(said: z.output<typeof Screen>) {
  const { to, assessmentId, noAssessmentBecause, lead, leadWords, consent, consentWords } = said;
  return {
    ...{ to, lead, consent },
    ...(assessmentId === noAssessment ? known({ noAssessmentBecause }) : { assessmentId }),
    ...(asksWords(lead) ? known({ leadWords }) : {}),
    ...(consent === "rests-on-other" ? known({ consentWords }) : {}),
  };
}

const asksWords = (lead: LeadAtNewLevel): boolean => lead !== "carries-on" && lead !== "to-be-chosen";

/** Whose it is stands beside it where the plan is for several children. */
const assessmentsOf = ({ rests, members }: Plan) =>
  rests.flatMap(({ childId, assessments }) =>
    assessments.map(({ assessmentId, kind, on, agency }) => ({
      value: assessmentId,
      label: `${kind.label} of ${dateInWords(on)}, ${agency}`,
      ...(members.length > 1 ? { hint: nameOnPlan(members, childId) } : {}),
    })),
  );

const leadOptions = ({ lead }: Plan) =>
  (Object.keys(leadsAtNewLevel) as LeadAtNewLevel[])
    .filter((value) => speaksOfALead(value) === (lead !== undefined))
    .map((value) => ({
      value,
      label: leadsAtNewLevel[value].label,
      ...(asksWords(value)
        ? {
            reveal: (
              <TextArea<OnScreen> name="leadWords" label="Who, from when and why?" rows={3} most={limits.prose} />
            ),
          }
        : {}),
    }));

const readable = ({ rests }: Plan) => rests.filter(({ mayReadConsent }) => mayReadConsent);

const consentOnRecord = (plan: Plan): string | undefined => {
  const [first, ...others] = readable(plan).map((rest) => consentInWords(rest));
  return first === undefined ? undefined : `On record: ${[first, ...others].join("; ")}.`;
};

/** Why consent cannot be called valid: a child of the plan without a yes in force, or with a no that stands. */
function whyNotValid(rests: Plan["rests"]): string | undefined {
  if (rests.some(({ consents }) => consents.length === 0)) return "No consent is in force for every child on the plan.";
  return rests.some(({ saidNo }) => saidNo) ? "A no to sharing stands for a child on the plan." : undefined;
}

function consentOptions(plan: Plan) {
  const notAllowed = whyNotValid(readable(plan));
  return optionsOf(consentsAtNewLevel).map((option) =>
    option.value === "still-valid"
      ? { ...option, notAllowed }
      : option.value === "rests-on-other"
        ? {
            ...option,
            reveal: (
              <TextArea<OnScreen> name="consentWords" label="What does it rest on?" rows={3} most={limits.prose} />
            ),
          }
        : option,
  );
}
