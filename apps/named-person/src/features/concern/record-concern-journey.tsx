import { RecordConcern } from "@linchpin/domain";
import { serverDraft, useChange, useIdempotencyKey } from "@linchpin/portal";
import { Button, NotificationBanner } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Navigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { CheckStep } from "./check-step.tsx";
import { concernsQuery } from "./queries.ts";
import {
  type AnswersSoFar,
  ChildsViewStep,
  FamilysViewStep,
  NoticedStep,
  TouchesStep,
} from "./record-concern-steps.tsx";
import { useJourney } from "./sent-journeys.ts";
import { draftKey, firstStep, type StepOfConcern, stepsOfConcern } from "./steps.ts";

const route = getRouteApi("/signed-in/children/$childId/concerns/record");

/** One thing a page: what was noticed, what it touches, the child's view, the family's view, check and send. */
export function RecordConcernJourney() {
  const { childId } = route.useParams();
  const { step = firstStep } = useParams({ strict: false }) as { step?: StepOfConcern };
  const { kept } = route.useLoaderData();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(concernsQuery(childId));
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.concern.record.mutationOptions());
  const [answers, setAnswers] = useState<AnswersSoFar>(() => (kept as AnswersSoFar | undefined) ?? {});
  const [isRestored, setRestored] = useState(kept !== undefined && kept !== null);
  const [draft] = useState(() => serverDraft<AnswersSoFar>(api, draftKey(childId)));

  const here = "/children/$childId/concerns/record/$step";
  const { journey, became, keepSent } = useJourney("/concerns/record/", (as) => {
    void navigate({ to: here, params: { childId, step }, state: { journey: as }, replace: true, resetScroll: false });
  });
  const go = (to: StepOfConcern) => navigate({ to: here, params: { childId, step: to }, state: { journey } });
  const take = async (given: AnswersSoFar) => {
    const now = { ...answers, ...given };
    setAnswers(now);
    draft.keep(now);
    await go(stepsOfConcern[stepsOfConcern.indexOf(step) + 1] ?? "check");
  };
  const startAgain = async () => {
    draft.keep(undefined);
    setAnswers({});
    setRestored(false);
    await go(firstStep);
  };

  const command = RecordConcern.safeParse({ ...answers, childId, idempotencyKey });
  const send = async () => {
    if (!command.success) return;
    const { concernId } = await record.mutateAsync(command.data);
    draft.keep(undefined);
    keepSent(concernId);
    await navigate({
      to: "/children/$childId/concerns/$concernId/recorded",
      params: { childId, concernId },
      replace: true,
    });
  };
  const page = {
    childId,
    answers,
    onTaken: take,
    onKeep: (given: AnswersSoFar) => draft.keep({ ...answers, ...given }),
  };
  if (became !== undefined)
    return <Navigate to="/children/$childId/concerns/$concernId" params={{ childId, concernId: became }} replace />;
  return (
    <>
      {isRestored && (
        <NotificationBanner title="We kept what you wrote">
          <p className="govuk-body">What you wrote before is back on these pages. It has not been sent.</p>
          <Button kind="secondary" onClick={() => void startAgain()}>
            Clear it and start again
          </Button>
        </NotificationBanner>
      )}
      {step === "noticed" && <NoticedStep key={String(isRestored)} {...page} />}
      {step === "touches" && <TouchesStep {...page} touches={data.touches} />}
      {step === "childs-view" && <ChildsViewStep {...page} />}
      {step === "familys-view" && <FamilysViewStep {...page} />}
      {step === "check" && (
        <CheckStep
          childId={childId}
          answers={answers}
          touches={data.touches}
          gap={stepToAnswer(command.error)}
          error={record.error}
          onSend={send}
        />
      )}
    </>
  );
}

const stepOf: Readonly<Record<string, StepOfConcern>> = {
  touches: "touches",
  childsView: "childs-view",
  familysView: "familys-view",
};

/** The page with the first answer the command still misses. */
function stepToAnswer(error: z.ZodError | undefined): StepOfConcern | undefined {
  const gaps = error?.issues.map(({ path }) => stepOf[String(path[0])] ?? firstStep);
  return stepsOfConcern.find((step) => gaps?.includes(step));
}
