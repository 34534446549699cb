import type { CopyAsked, CopyClearing, CopySending, CopyToSend } from "@linchpin/domain";
import { isApiError, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Navigate } from "@tanstack/react-router";
import { useState } from "react";
import type { z } from "zod";
import { client, trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { copyRecipientsQuery } from "./copy-queries.ts";
import type { StepOfCopy } from "./search.ts";
import { CheckCopyStep } from "./send-copy-check.tsx";
import { FoundInCopyStep } from "./send-copy-found.tsx";
import { WhoGetsCopyStep, type WhoOnScreen } from "./send-copy-who.tsx";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/send/$step");
export type Look = Answers["consent"]["copies"]["look"];
export type Recipients = Answers["consent"]["copies"]["recipients"];

/** Sending a copy, one thing a page: who gets it and why, each thing found in it, and exactly the copy that goes. */
export function SendCopyJourney() {
  const { childId, planId, step } = route.useParams();
  const { data } = useSuspenseQuery(copyRecipientsQuery(planId, childId));
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const send = useChange(trpc.consent.copies.send.mutationOptions());
  const [who, setWho] = useState<WhoOnScreen>();
  const [asked, setAsked] = useState<CopyToSend>();
  const [look, setLook] = useState<Look>();
  const [clearings, setClearings] = useState<readonly CopyClearing[]>([]);
  const [hasChanged, setChanged] = useState(false);

  const go = (to: StepOfCopy) => navigate({ params: { childId, planId, step: to }, resetScroll: true });
  const lookAt = async (of: CopyToSend, decided: readonly CopyClearing[]): Promise<Look> => {
    const made = await client.consent.copies.look.query(asSent({ childId, planId }, of, decided));
    setLook(made);
    return made;
  };
  const back = (to: StepOfCopy) =>
    href({ to: "/children/$childId/plans/$planId/send/$step", params: { childId, planId, step: to } });

  if (step === "who" || asked === undefined || look === undefined)
    return step === "who" ? (
      <WhoGetsCopyStep
        data={data}
        before={who}
        onDone={async (of, onScreen) => {
          const made = await lookAt(of, clearings);
          setWho(onScreen);
          setAsked(of);
          await go(made.findings.length > 0 ? "found" : "check");
        }}
      />
    ) : (
      <Navigate to="/children/$childId/plans/$planId/send/$step" params={{ childId, planId, step: "who" }} replace />
    );
  if (step === "found")
    return (
      <FoundInCopyStep
        look={look}
        before={clearings}
        isReferral={asked.basis === "safeguarding"}
        hasChanged={hasChanged}
        back={back("who")}
        onDone={async (decided) => {
          setClearings(decided);
          await lookAt(asked, decided);
          setChanged(false);
          await go("check");
        }}
      />
    );
  const sendIt = async (how: z.output<typeof CopySending>) => {
    try {
      const { destination, hash } = look;
      const { sentCopyId } = await send.mutateAsync({
        ...asSent({ childId, planId }, asked, clearings),
        ...asked,
        ...how,
        hash,
        idempotencyKey,
        ...(destination?.since === undefined ? {} : { addressSince: destination.since }),
      });
      await navigate({ to: "/children/$childId/sent/$sentCopyId", params: { childId, sentCopyId }, replace: true });
    } catch (error) {
      if (isApiError(error) && error.data?.refusal?.kind === "changed-since") {
        setChanged(true);
        const again = await lookAt(asked, clearings);
        if (again.left.length > 0) await go("found");
      }
      throw error;
    }
  };
  return (
    <CheckCopyStep
      planId={planId}
      asked={asked}
      look={look}
      error={send.error}
      hasChanged={hasChanged}
      back={back(look.findings.length > 0 ? "found" : "who")}
      onSend={sendIt}
    />
  );
}

const asSent = (
  of: { readonly childId: string; readonly planId: string },
  { recipient, way, address, addressAgain, basis }: CopyToSend,
  clearings: readonly CopyClearing[],
): CopyAsked => ({
  ...of,
  recipient,
  way,
  ...(address === undefined ? {} : { address }),
  ...(addressAgain === undefined ? {} : { addressAgain }),
  clearings: [...clearings],
  isReferral: basis === "safeguarding",
});
