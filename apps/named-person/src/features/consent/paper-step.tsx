import { type CopyClearing, LetterWay, letterWays, type PaperTo } from "@linchpin/domain";
import { fromForm, isApiError, optionsOf, refusalView, useHref, useIdempotencyKey } from "@linchpin/portal";
import { EmptyState, Form, InsetText, Page, Radios, useCommandForm } from "@linchpin/ui";
import { useLocation, useNavigate } from "@tanstack/react-router";
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
type Step = "found" | "check";

/**
 * A paper that a family is given: who gets it and how, each thing found in it, and exactly the paper that goes. The step stands
 * behind the page's address, so that going back leads to the step before; what was chosen is kept in the window alone.
 */
export function PaperStep({ paper, back, notes, lookAt, send, onSent }: StepProps) {
  const idempotencyKey = useIdempotencyKey();
  const navigate = useNavigate();
  const href = useHref();
  const at = useLocation({ select: ({ hash }) => hash });
  const [now, setNow] = useState(paper);
  const [chosen, setChosen] = useState<Chosen>();
  const [clearings, setClearings] = useState<readonly CopyClearing[]>([]);
  const [hasChanged, setChanged] = useState(false);
  const [error, setError] = useState<unknown>();
  const go = (step: Step | "") => navigate({ to: ".", search: true, hash: step });
  const look = async (to: PaperTo, decided: readonly CopyClearing[]): Promise<Step | undefined> => {
    const made = await lookAt(to, [...decided]);
    setNow(made);
    setChosen(made.look === undefined ? undefined : { to, look: made.look });
    setClearings(decided);
    return made.look && (made.look.left.length > 0 ? "found" : "check");
  };
  const choose = async (refused: unknown) => {
    setNow(await lookAt(undefined, []));
    setChosen(undefined);
    setClearings([]);
    setChanged(false);
    setError(refused);
    await go("");
  };
  const isOpen = chosen !== undefined && (at === "found" || at === "check");
  if (!isOpen)
    return (
      <WhoGetsPaper
        paper={now}
        back={back}
        notes={notes}
        before={chosen?.to}
        refused={error}
        onDone={async (to) => {
          // what was decided about the paper for somebody else, or by another way, is decided again
          const step = await look(to, []).catch(async (refused: unknown) => {
            if (isOfRecipient(refused)) setNow(await lookAt(undefined, []));
            throw refused;
          });
          setError(undefined);
          setChanged(false);
          if (step !== undefined) await go(step);
        }}
      />
    );
  const who = { href: href({ to: ".", search: true, hash: "" }), text: "Who gets the paper?" };
  const { findings, left } = chosen.look;
  if (left.length > 0 || (at === "found" && findings.length > 0))
    return (
      <FoundInCopyStep
        key={chosen.look.hash}
        of="paper"
        look={chosen.look}
        before={clearings}
        isReferral={false}
        hasChanged={hasChanged}
        back={who.href}
        backTo={who.text}
        onDone={async (decided) => {
          const step = await look(chosen.to, decided);
          setChanged(false);
          if (step !== undefined) await go(step);
        }}
      />
    );
  return (
    <CheckToFamily
      key={chosen.look.hash}
      of="paper"
      look={chosen.look}
      back={
        findings.length === 0
          ? who
          : { href: href({ to: ".", search: true, hash: "found" }), text: "What was found in the paper" }
      }
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
                  (step) => (step === undefined ? go("") : undefined),
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
  /** Who was chosen before somebody came back to this step. */
  readonly before: PaperTo | undefined;
  /** Why whoever was chosen gets it no more. */
  readonly refused: unknown;
  readonly onDone: (to: PaperTo) => Promise<void>;
};

function WhoGetsPaper({ paper, back, notes, before, refused, onDone }: WhoProps) {
  const { title, childName, recipients, safeContact, none } = paper;
  const form = useCommandForm(Screen, {
    ...(before && {
      defaultValues: {
        who: before.recipient.is === "child" ? "child" : before.recipient.carerId,
        way: before.way,
      },
    }),
  });
  const [error, setError] = useState<unknown>(refused);
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
            } catch (no) {
              setError(no);
              throw no;
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
