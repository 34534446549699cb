import { type CopyClearing, LetterWay, letterWays, type PaperTo } from "@linchpin/domain";
import { fromForm, isApiError, optionsOf, refusalView, useIdempotencyKey } from "@linchpin/portal";
import { EmptyState, Form, InsetText, Page, Radios, useCommandForm } from "@linchpin/ui";
import { type ReactNode, useState } from "react";
import { z } from "zod";
import type { Answers } from "../../views.ts";
import { CheckToFamily, type HowSent } from "./check-to-family.tsx";
import { FoundInCopyStep } from "./send-copy-found.tsx";

/** A paper for one of a family: to whom it may go, and as it would go once somebody is chosen. */
export type Paper = Answers["consent"]["sheets"]["look"];

type Sending = HowSent & {
  readonly idempotencyKey: string;
  readonly to: PaperTo;
  readonly clearings: CopyClearing[];
  readonly hash: string;
};

type StepProps = {
  readonly paper: Paper;
  readonly back: { readonly href: string; readonly text: string };
  /** What nobody may miss before the paper leaves the room. */
  readonly notes?: ReactNode;
  /** The paper as it would go to somebody; to nobody, to whom it may go now. */
  readonly lookAt: (to: PaperTo | undefined, clearings: CopyClearing[]) => Promise<Paper>;
  readonly send: (sending: Sending) => Promise<{ readonly sentCopyId: string }>;
  readonly onSent: (sentCopyId: string) => Promise<void>;
};

/** Refused for what somebody gave, or for what stands on the page no more. */
export const isOfInput = (refused: unknown): boolean => isApiError(refused) && refused.data?.refusal?.kind === "input";

const isOfRecipient = (refused: unknown): boolean => {
  const refusal = isApiError(refused) ? refused.data?.refusal : undefined;
  return refusal?.kind === "input" && refusal.problems.some(({ path }) => path.startsWith("to.recipient"));
};

type Chosen = { readonly to: PaperTo; readonly look: NonNullable<Paper["look"]> };

/** A paper that a family is given: who gets it and how, each thing found in it, and exactly the paper that goes. */
export function PaperStep({ paper, back, notes, lookAt, send, onSent }: StepProps) {
  const idempotencyKey = useIdempotencyKey();
  const [now, setNow] = useState(paper);
  const [chosen, setChosen] = useState<Chosen>();
  const [clearings, setClearings] = useState<readonly CopyClearing[]>([]);
  const [hasChanged, setChanged] = useState(false);
  const [error, setError] = useState<unknown>();
  const look = async (to: PaperTo, decided: readonly CopyClearing[]) => {
    const made = await lookAt(to, [...decided]);
    setNow(made);
    setChosen(made.look === undefined ? undefined : { to, look: made.look });
    setClearings(decided);
  };
  const choose = async (refused: unknown) => {
    setNow(await lookAt(undefined, []));
    setChosen(undefined);
    setClearings([]);
    setChanged(false);
    setError(refused);
  };
  if (chosen === undefined)
    return (
      <WhoGetsPaper
        paper={now}
        back={back}
        notes={notes}
        refused={error}
        onDone={async (to) => {
          await look(to, []).catch(async (refused: unknown) => {
            if (isOfRecipient(refused)) setNow(await lookAt(undefined, []));
            throw refused;
          });
          setError(undefined);
        }}
      />
    );
  if (chosen.look.left.length > 0)
    return (
      <FoundInCopyStep
        key={chosen.look.hash}
        of="paper"
        look={chosen.look}
        before={clearings}
        isReferral={false}
        hasChanged={hasChanged}
        back={back.href}
        backTo={back.text}
        onDone={async (decided) => {
          await look(chosen.to, decided);
          setChanged(false);
        }}
      />
    );
  return (
    <CheckToFamily
      key={chosen.look.hash}
      of="paper"
      look={chosen.look}
      back={back}
      hasChanged={hasChanged}
      error={error}
      onSend={async (how) => {
        setError(undefined);
        try {
          const { to, look: shown } = chosen;
          const sent = await send({ ...how, idempotencyKey, to, clearings: [...clearings], hash: shown.hash });
          await onSent(sent.sentCopyId);
        } catch (refused) {
          const hasPaperChanged = isApiError(refused) && refused.data?.refusal?.kind === "changed-since";
          if (isOfRecipient(refused)) return choose(refused);
          // what the refusal speaks of has to be on the page; who may have it may have changed too
          const again =
            hasPaperChanged || isOfInput(refused)
              ? await look(chosen.to, clearings).then(
                  () => undefined,
                  (no: unknown) => no,
                )
              : undefined;
          if (isOfRecipient(again)) return choose(again);
          if (hasPaperChanged && again === undefined) return setChanged(true);
          setError(again ?? refused);
          throw again ?? refused;
        }
      }}
    />
  );
}

const Screen = fromForm(
  z.object({
    who: z.string({ error: "Choose who gets the paper" }).min(1, "Choose who gets the paper"),
    way: LetterWay,
  }),
);

type WhoProps = Pick<StepProps, "paper" | "back" | "notes"> & {
  /** Why whoever was chosen gets it no more. */
  readonly refused: unknown;
  readonly onDone: (to: PaperTo) => Promise<void>;
};

function WhoGetsPaper({ paper, back, notes, refused: before, onDone }: WhoProps) {
  const { title, childName, recipients, safeContact, none } = paper;
  const form = useCommandForm(Screen);
  const [error, setError] = useState<unknown>(before);
  return (
    <Page title={title} caption={childName} back={back}>
      {notes}
      {none !== undefined && <InsetText>{none}</InsetText>}
      {safeContact !== undefined && none === undefined && (
        <InsetText>
          It is kept private where this child is. The paper goes to {safeContact}, whoever it is for, and to nobody
          else.
        </InsetText>
      )}
      {none === undefined && recipients.length === 0 && (
        <EmptyState title="Nobody of the family on record may have this paper" />
      )}
      {none === undefined && recipients.length > 0 && (
        <Form
          form={form}
          guarded={false}
          submit="Look at the paper"
          submitting="Making the paper"
          refusal={refusalView(error)}
          onSubmit={async ({ who, way }) => {
            setError(undefined);
            try {
              await onDone({ recipient: who === "child" ? { is: "child" } : { is: "carer", carerId: who }, way });
            } catch (refused) {
              setError(refused);
              throw refused;
            }
          }}
        >
          <Radios
            name="who"
            label="Who gets the paper?"
            hint="Each of the family has a paper of their own. It is kept as it goes."
            options={recipients.map(({ is, carerId, name, relationship }) => ({
              value: is === "child" ? "child" : (carerId ?? ""),
              label: name,
              ...(relationship === undefined ? {} : { hint: relationship }),
            }))}
          />
          <Radios name="way" label="How does it go?" options={optionsOf(letterWays)} />
        </Form>
      )}
    </Page>
  );
}
