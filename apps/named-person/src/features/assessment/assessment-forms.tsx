import {
  assessmentKinds,
  BeginAssessmentOnScreen,
  FinishAssessmentOnScreen,
  limits,
  reasonsForAnother,
  reasonsToStopAssessing,
  StopAssessmentOnScreen,
} from "@linchpin/domain";
import {
  fromForm,
  Link,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import {
  DateField,
  dateInWords,
  ErrorState,
  Form,
  Page,
  Radios,
  Section,
  SummaryList,
  TextArea,
  TextField,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { Elsewhere } from "./assessments-page.tsx";
import { assessmentsQuery } from "./queries.ts";

function useAssessments(childId: string) {
  const { data } = useSuspenseQuery(assessmentsQuery(childId));
  const navigate = useNavigate();
  const href = useHref();
  const back = { to: "/children/$childId/assessments", params: { childId } } as const;
  return {
    data,
    idempotencyKey: useIdempotencyKey(),
    page: { href: href(back), text: "Assessments" },
    cancel: <Link {...back}>Cancel</Link>,
    leave: () => navigate({ ...back, replace: true }),
  };
}

const beginRoute = getRouteApi("/signed-in/children/$childId/assessments/begin");
const Begun = fromForm(BeginAssessmentOnScreen);

/** Begin an assessment: what there is comes first, and where there is any, why another one is needed (BOL-8.5). */
export function BeginAssessmentPage() {
  const { childId } = beginRoute.useParams();
  const { data, idempotencyKey, page, cancel, leave } = useAssessments(childId);
  const begin = useChange(trpc.assessment.begin.mutationOptions());
  const form = useCommandForm(Begun);
  const draft = useDraftOf<z.input<typeof Begun>>(api, `assessment:${childId}`, ["about", "anotherWords"]);
  const there = data.assessments.filter(({ stopped }) => stopped === undefined);
  const isAnother = there.length + data.elsewhere.length > 0;
  return (
    <Page title="Begin an assessment" back={page}>
      {isAnother && <ThereAlready assessments={there} elsewhere={data.elsewhere} />}
      <Form
        form={form}
        draft={draft}
        submit="Begin it"
        refusal={refusalView(begin.error)}
        notAllowed={whyNot(data.begin)}
        cancel={cancel}
        onSubmit={async (said) => {
          await begin.mutateAsync({ ...said, childId, idempotencyKey });
          await leave();
        }}
      >
        {isAnother && (
          <>
            <Radios
              name="another"
              label="Why is another assessment needed?"
              hint="Read what there is first: what is known already is not asked of the family again."
              options={optionsOf(reasonsForAnother)}
            />
            <TextArea name="anotherWords" label="In your words" rows={3} most={limits.prose} optional />
          </>
        )}
        <Radios name="kind" label="What kind of assessment is it?" options={optionsOf(assessmentKinds)} />
        <TextField name="about" label="What does it look at?" hint="For example, speech and hearing" />
        <DateField name="begunOn" label="On which day did it begin?" />
      </Form>
    </Page>
  );
}

/** What was gathered already, before anything new is asked. */
function ThereAlready({ assessments, elsewhere }: Omit<Answers["assessment"]["forChild"], "begin">) {
  return (
    <Section title="What there is already">
      {assessments.length > 0 && (
        <SummaryList
          rows={assessments.map(({ kind, about, begunOn, done }) => ({
            key: `${kind.label} of ${dateInWords(begunOn)}: ${about}`,
            value: <span className="np-prose">{done?.found ?? "Open: nothing is written down yet"}</span>,
          }))}
        />
      )}
      {elsewhere.length > 0 && <Elsewhere elsewhere={elsewhere} />}
    </Section>
  );
}

const finishRoute = getRouteApi("/signed-in/children/$childId/assessments/$assessmentId/finish");
const Finished = fromForm(FinishAssessmentOnScreen);

/** What an assessment found, strengths beside needs. */
export function FinishAssessmentPage() {
  const { childId, assessmentId } = finishRoute.useParams();
  const { data, idempotencyKey, page, cancel, leave } = useAssessments(childId);
  const finish = useChange(trpc.assessment.finish.mutationOptions());
  const form = useCommandForm(Finished);
  const draft = useDraftOf<z.input<typeof Finished>>(api, `finish-assessment:${assessmentId}`, ["found"]);
  const one = data.assessments.find((each) => each.assessmentId === assessmentId);
  if (one === undefined) return <ErrorState kind="not-found" />;
  return (
    <Page title="Finish the assessment" caption={`${one.kind.label}: ${one.about}`} back={page}>
      <Form
        form={form}
        draft={draft}
        submit="Finish it"
        refusal={refusalView(finish.error)}
        notAllowed={whyNot(one.settle)}
        cancel={cancel}
        onSubmit={async (said) => {
          await finish.mutateAsync({ ...said, assessmentId, version: one.version, idempotencyKey });
          await leave();
        }}
      >
        <DateField name="doneOn" label="On which day was it finished?" />
        <TextArea
          name="found"
          label="What was found?"
          hint="Strengths beside needs. Your service's people who work with the child read it."
          rows={8}
          most={limits.prose}
        />
      </Form>
    </Page>
  );
}

const stopRoute = getRouteApi("/signed-in/children/$childId/assessments/$assessmentId/stop");
const Stopped = fromForm(StopAssessmentOnScreen);

/** That an assessment was stopped: it stays on record, with why. */
export function StopAssessmentPage() {
  const { childId, assessmentId } = stopRoute.useParams();
  const { data, idempotencyKey, page, cancel, leave } = useAssessments(childId);
  const stop = useChange(trpc.assessment.stop.mutationOptions());
  const form = useCommandForm(Stopped);
  const draft = useDraftOf<z.input<typeof Stopped>>(api, `stop-assessment:${assessmentId}`, ["stoppedWords"]);
  const one = data.assessments.find((each) => each.assessmentId === assessmentId);
  if (one === undefined) return <ErrorState kind="not-found" />;
  return (
    <Page title="Stop the assessment" caption={`${one.kind.label}: ${one.about}`} back={page}>
      <p className="govuk-body">
        It stays on record with why, and other services are told of it no more. Another one may be begun. Unless another
        service goes on with it, whoever it was shared with reads it no longer.
      </p>
      <Form
        form={form}
        draft={draft}
        submit="Stop it"
        refusal={refusalView(stop.error)}
        notAllowed={whyNot(one.settle)}
        cancel={cancel}
        onSubmit={async (said) => {
          await stop.mutateAsync({ ...said, assessmentId, version: one.version, idempotencyKey });
          await leave();
        }}
      >
        <Radios name="stoppedBecause" label="Why was it stopped?" options={optionsOf(reasonsToStopAssessing)} />
        <TextArea name="stoppedWords" label="In your words" rows={3} most={limits.prose} optional />
        <DateField name="stoppedOn" label="On which day was it stopped?" />
      </Form>
    </Page>
  );
}
