import type { CopyClearing, LetterAsked } from "@linchpin/domain";
import { useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { client, trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { CheckToFamily } from "../consent/check-to-family.tsx";
import { isOfInput } from "../consent/paper-step.tsx";
import { FoundInCopyStep } from "../consent/send-copy-found.tsx";
import { letterQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/tell/letters/$tellingId");
type Look = Answers["consent"]["letters"]["look"];

/** One letter that somebody looks at before it goes: each thing that was found in it, then exactly the letter and where to. */
export function LetterPage() {
  const { tellingId } = route.useParams();
  const { way = "handed-over", ...search } = route.useSearch();
  const { data } = useSuspenseQuery(letterQuery({ tellingId, way, clearings: [] }));
  const href = useHref();
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const send = useChange(trpc.consent.letters.send.mutationOptions());
  const [look, setLook] = useState<Look>(data);
  const [clearings, setClearings] = useState<readonly CopyClearing[]>([]);
  const [hasChanged, setChanged] = useState(false);
  const lookAt = async (decided: readonly CopyClearing[]) => {
    const asked: LetterAsked = { tellingId, way, clearings: [...decided] };
    setLook(await client.consent.letters.look.query(asked));
    setClearings(decided);
  };
  const back = href({ to: "/tell/letters", search: { ...search, way } });
  if (look.left.length > 0)
    return (
      <FoundInCopyStep
        key={look.hash}
        of="letter"
        look={look}
        before={clearings}
        isReferral={false}
        hasChanged={hasChanged}
        back={back}
        backTo="Letters"
        onDone={async (decided) => {
          await lookAt(decided);
          setChanged(false);
        }}
      />
    );
  return (
    <CheckToFamily
      key={look.hash}
      of="letter"
      look={look}
      back={{ href: back, text: "Letters" }}
      hasChanged={hasChanged}
      error={send.error}
      onSend={async (how) => {
        const letters = [{ ...how, tellingId, hash: look.hash, clearings: [...clearings] }];
        const { sentCopyId } = await send
          .mutateAsync({ idempotencyKey, way, letters })
          .catch(async (refused: unknown) => {
            if (isOfInput(refused)) await lookAt(clearings); // what the refusal speaks of has to be on the page
            throw refused;
          });
        if (sentCopyId !== null) return navigate({ to: "/tell/sent/$sentCopyId", params: { sentCopyId } });
        setChanged(true);
        await lookAt(clearings);
      }}
    />
  );
}
