import { RecordOffer, RecordWish } from "@linchpin/domain";
import { refusalView, useChange, useIdempotencyKey, useVersion, whyNot } from "@linchpin/portal";
import {
  DateField,
  Details,
  dateInWords,
  Form,
  Radios,
  Section,
  SummaryList,
  TextField,
  useCommandForm,
} from "@linchpin/ui";
import { z } from "zod";
import { trpc } from "../../api.ts";
import type { Concern } from "../../views.ts";

type Of = { readonly concern: Concern };

/** Whom the child would rather talk to, and what came of the offer. Left blank it asks for nothing (HIG-69). */
export function Wish({ concern }: Of) {
  const { wish, state } = concern;
  const isOpen = state === "open";
  if (wish === undefined)
    return isOpen ? (
      <Details summary="The child would rather talk to somebody who knows their background or language">
        <WishForm concern={concern} />
      </Details>
    ) : null;
  const { offered } = wish;
  return (
    <Section title="Whom the child would rather talk to">
      <SummaryList
        rows={[
          { key: "In their words", value: `${wish.words}, ${dateInWords(wish.on)}` },
          { key: "Offered", value: offered ? `${offered.words}, ${dateInWords(offered.on)}` : "Nobody yet" },
          ...(offered
            ? [
                {
                  key: "The child's answer",
                  value: offered.answer === undefined ? "Not yet answered" : offered.answer === "yes" ? "Yes" : "No",
                },
              ]
            : []),
        ]}
      />
      {isOpen && offered?.answer === undefined && (
        <Details summary="Record whom the child was offered, and their answer">
          <OfferForm concern={concern} />
        </Details>
      )}
    </Section>
  );
}

const Wished = z.object({ wish: RecordWish.shape.wish, on: RecordWish.shape.on });

function WishForm({ concern }: Of) {
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.concern.recordWish.mutationOptions());
  const version = useVersion(concern.version, record.error);
  const form = useCommandForm(Wished);
  return (
    <Form
      form={form}
      submit="Record the wish"
      refusal={refusalView(record.error)}
      notAllowed={whyNot(concern.may.record)}
      onSubmit={({ wish, on }) =>
        record.mutateAsync({ wish, on, concernId: concern.concernId, version, idempotencyKey })
      }
    >
      <TextField
        name="wish"
        label="Whom would the child rather talk to?"
        hint="In their words: for example, in Polish"
      />
      <DateField name="on" label="Day the child said so" />
    </Form>
  );
}

const Offered = z.object({
  offered: RecordOffer.shape.offered,
  on: RecordOffer.shape.on,
  answer: z.enum(["yes", "no", "not-yet"], { error: "Choose what the child answered" }),
});

function OfferForm({ concern }: Of) {
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.concern.recordOffer.mutationOptions());
  const version = useVersion(concern.version, record.error);
  const offered = concern.wish?.offered;
  const form = useCommandForm(Offered, {
    ...(offered === undefined ? {} : { defaultValues: { offered: offered.words } }),
  });
  return (
    <Form
      form={form}
      submit="Record the offer"
      refusal={refusalView(record.error)}
      notAllowed={whyNot(concern.may.record)}
      onSubmit={({ answer, ...said }) =>
        record.mutateAsync({
          ...said,
          concernId: concern.concernId,
          version,
          idempotencyKey,
          ...(answer === "not-yet" ? {} : { answer }),
        })
      }
    >
      <TextField name="offered" label="Whom was the child offered?" hint="For example, the Polish-speaking assistant" />
      <DateField name="on" label="Day it was offered" />
      <Radios
        name="answer"
        label="What did the child answer?"
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
          { value: "not-yet", label: "Not yet answered" },
        ]}
      />
    </Form>
  );
}
