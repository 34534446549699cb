import { SettleTakenBack } from "@linchpin/domain";
import { refusalView, useChange, useDraftOf, useIdempotencyKey } from "@linchpin/portal";
import { Form, Section, TextArea, useCommandForm } from "@linchpin/ui";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { useWho } from "../../terms.ts";
import type { Consent } from "./consent-words.ts";

type Duty = Consent["duties"][number];

const asked: Readonly<Record<string, { readonly title: string; readonly label: string }>> = {
  "consent.tell-family-what-stays": {
    title: "Tell the family what stays on record",
    label: "When and how were they told?",
  },
  "consent.decide-actions-on-hold": {
    title: "Decide about actions on hold",
    label: "What becomes of them, and why?",
  },
};
const Screen = z.object({ words: SettleTakenBack.shape.words });

/** What this reader owes after consent was taken back, each with the place to say that it is done. */
export function SettleTaken({ duties }: { readonly duties: readonly Duty[] }) {
  const { practitionerId } = useWho();
  return duties
    .filter(({ act, owedBy }) => act in asked && owedBy.practitionerId === practitionerId)
    .map((duty) => <Settle key={duty.dutyId} duty={duty} />);
}

function Settle({ duty: { dutyId, act } }: { readonly duty: Duty }) {
  const idempotencyKey = useIdempotencyKey();
  const settle = useChange(trpc.consent.settle.mutationOptions());
  const form = useCommandForm(Screen);
  const draft = useDraftOf<z.input<typeof Screen>>(api, `settle:${dutyId}`, ["words"]);
  const words = asked[act];
  return (
    words && (
      <Section title={words.title}>
        <Form
          form={form}
          draft={draft}
          submit="Record that it is done"
          refusal={refusalView(settle.error)}
          onSubmit={(said) => settle.mutateAsync({ ...said, dutyId, idempotencyKey })}
        >
          <TextArea name="words" label={words.label} rows={2} />
        </Form>
      </Section>
    )
  );
}
