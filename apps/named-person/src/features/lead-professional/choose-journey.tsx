import { serverDraft, useChange, useIdempotencyKey, useVersion } from "@linchpin/portal";
import { Button, NotificationBanner } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api, trpc } from "../../api.ts";
import type { Candidates } from "../../views.ts";
import { AnswersSoFar, commandOf, partsOfSheet, personAfter } from "./answers.ts";
import { CheckStep } from "./check-step.tsx";
import { ChooseStep } from "./choose-step.tsx";
import { LawStep } from "./law-step.tsx";
import { PeopleStep } from "./people-step.tsx";
import { candidatesQuery } from "./queries.ts";
import { RecordWishStep } from "./record-wish-step.tsx";
import { draftKey, type StepOfChoice, stepsOfChoice } from "./steps.ts";
import { ViewsStep } from "./views-step.tsx";
import { WeighStep } from "./weigh-step.tsx";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/lead");

type OnPage = { readonly step?: StepOfChoice; readonly personId?: string };

export type StepProps = {
  readonly childId: string;
  readonly of: Candidates;
  readonly answers: AnswersSoFar;
  /** Takes a page's answers and goes on to the next page. */
  readonly onTaken: (given: AnswersSoFar) => Promise<void>;
  /** Keeps what is being written with the server. */
  readonly onKeep: (given: AnswersSoFar) => void;
};

/** What the law says, the people side by side, the views, what is weighed, the choice, check and propose. */
export function ChooseJourney() {
  const { childId, planId } = route.useParams();
  const { personId, step = personId === undefined ? "law" : "weigh" } = useParams({ strict: false }) as OnPage;
  const { kept } = route.useLoaderData();
  const navigate = route.useNavigate();
  const { data: of } = useSuspenseQuery(candidatesQuery(planId));
  const idempotencyKey = useIdempotencyKey();
  const propose = useChange(trpc.leadProfessional.propose.mutationOptions());
  const version = useVersion(of.planVersion, propose.error);
  const [answers, setAnswers] = useState<AnswersSoFar>(() => AnswersSoFar.catch({}).parse(kept ?? {}));
  const [isRestored, setRestored] = useState(kept !== undefined && kept !== null);
  const [draft] = useState(() => serverDraft<AnswersSoFar>(api, draftKey(planId)));

  const go = (to: StepOfChoice) =>
    navigate({ to: "/children/$childId/plans/$planId/lead/$step", params: { childId, planId, step: to } });
  const weigh = (id: string) =>
    navigate({
      to: "/children/$childId/plans/$planId/lead/weigh/$personId",
      params: { childId, planId, personId: id },
    });
  const hold = (given: AnswersSoFar) => {
    const now = { ...answers, ...given };
    setAnswers(now);
    if (Object.keys(now).length > 0) draft.keep(now);
    return now;
  };
  const take = async (given: AnswersSoFar) => {
    const now = hold(given);
    const onward = nextStep(step, of);
    const asksOfCase = partsOfSheet(of, now).some(({ person }) => person === undefined);
    const nextPerson =
      step === "weigh" || (onward === "weigh" && !asksOfCase) ? personAfter(of, now, personId) : undefined;
    await (nextPerson === undefined ? go(onward) : weigh(nextPerson.practitionerId));
  };
  const startAgain = async () => {
    draft.keep(undefined);
    setAnswers({});
    setRestored(false);
    await go("law");
  };
  const command = commandOf(of, answers, { idempotencyKey, version });
  const send = async () => {
    if (!command.success) return;
    const { proposalId } = await propose.mutateAsync(command.data);
    draft.keep(undefined);
    await navigate({ to: "/children/$childId/proposals/$proposalId", params: { childId, proposalId }, replace: true });
  };

  const page: StepProps = {
    childId,
    of,
    answers,
    onTaken: take,
    onKeep: hold,
  };
  return (
    <>
      {isRestored && (
        <NotificationBanner title="We kept what you wrote">
          <p className="govuk-body">What you wrote before is back on these pages. Nobody has been proposed.</p>
          <Button kind="secondary" onClick={() => void startAgain()}>
            Clear it and start again
          </Button>
        </NotificationBanner>
      )}
      {step === "law" && <LawStep {...page} />}
      {step === "people" && <PeopleStep {...page} />}
      {step === "views" && <ViewsStep {...page} />}
      {step === "childs-view" && <RecordWishStep key="child" {...page} whose="child" />}
      {step === "familys-view" && <RecordWishStep key="family" {...page} whose="family" />}
      {step === "weigh" && <WeighStep key={personId ?? ""} {...page} personId={personId} />}
      {step === "choose" && <ChooseStep {...page} />}
      {step === "check" && <CheckStep {...page} isComplete={command.success} error={propose.error} onSend={send} />}
    </>
  );
}

/** The page after this one; where people weigh nothing, that page is left out. */
function nextStep(step: StepOfChoice, { sheet }: Candidates): StepOfChoice {
  const pages = stepsOfChoice.filter((one) => one !== "weigh" || sheet.some(({ from }) => from === "people"));
  return pages[pages.indexOf(step as (typeof stepsOfChoice)[number]) + 1] ?? "check";
}
