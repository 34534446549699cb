import { type AnswerAboutSharing, agencyKinds, limits } from "@linchpin/domain";
import { optionsOf } from "@linchpin/portal";
import { Checkboxes, DateField, Details, LookupField, Radios, TextArea, TextField } from "@linchpin/ui";
import { z } from "zod";
import { findColleagues } from "../../forms.ts";
import type { Consent } from "./consent-words.ts";

/** An answer as the form holds it: radios with nothing ticked are null, and people who were not named are empty. */
export const asAnswer = <S extends z.ZodType>(schema: S): z.ZodType<z.output<S>, z.input<S>> =>
  z.preprocess(withoutGaps, schema) as unknown as z.ZodType<z.output<S>, z.input<S>>;

function withoutGaps(values: unknown): unknown {
  if (typeof values !== "object" || values === null || Array.isArray(values)) return values;
  const known = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(
    known.map(([name, value]) => [name, Array.isArray(value) ? value.filter(Boolean) : withoutGaps(value)]),
  );
}

type FieldsProps = {
  readonly consent: Pick<Consent, "items" | "carers" | "carersAreKept">;
  /** People it names already, by name. */
  readonly named?: readonly string[];
  /** Items it names already. */
  readonly items?: readonly { readonly itemId: string; readonly title: string }[];
};

export function AnswerFields({
  consent: { items: onRecord, carers, carersAreKept },
  named = [],
  items = [],
}: FieldsProps) {
  const offered = [
    ...items,
    ...onRecord.filter(({ kind, itemId }) => kind !== "chronology" && !items.some((one) => one.itemId === itemId)),
  ];
  return (
    <>
      <Asked named={named} offered={offered} />
      <Radios<AnswerAboutSharing>
        name="answeredBy"
        label="Who answered?"
        options={[
          { value: "child", label: "The child" },
          {
            value: "parent-or-carer",
            label: "A parent or carer",
            reveal: (
              <TextField
                name="answeredByName"
                label="Name of the parent or carer"
                hint={onRecordInWords(carers, carersAreKept)}
              />
            ),
          },
        ]}
      />
      <Radios<AnswerAboutSharing>
        name="answer"
        label="What was the answer?"
        hint="Where they want less than they said yes to before, record a no to that part."
        options={[
          { value: "given", label: "Yes, it may be shared" },
          { value: "refused", label: "No" },
        ]}
      />
      <Radios<AnswerAboutSharing>
        name="form"
        label="How was it given?"
        options={[
          { value: "spoken", label: "Spoken" },
          { value: "written", label: "In writing" },
        ]}
      />
      <Radios<AnswerAboutSharing>
        name="understanding"
        label="Do they understand what is shared?"
        hint="A young child can say yes where it is noted that the child understands."
        optional
        options={[
          { value: "understands", label: "Yes" },
          { value: "does-not-understand", label: "No" },
        ]}
      />
      <TextArea<AnswerAboutSharing>
        name="understandingWords"
        label="How do you know?"
        hint="For example: said back in their own words what goes to whom"
        rows={2}
        optional
      />
      <DateField<AnswerAboutSharing> name="from" label="Day of the answer" hint="For example, 27 3 2026" />
      <Radios
        name="ends.is"
        label="Until when does it hold?"
        options={[
          { value: "on", label: "Until a day", reveal: <DateField name="ends.lastDay" label="Last day it holds" /> },
          { value: "open", label: "No end was set" },
        ]}
      />
    </>
  );
}

/** Where it is kept private who cares for the child, that is said rather than that nobody is on record. */
const onRecordInWords = (carers: readonly string[], areKept: boolean): string => {
  if (areKept) return "Who cares for the child is kept private. Enter the name as you were given it.";
  return carers.length === 0 ? "None is on record" : `On record: ${carers.join(", ")}`;
};

function Asked({
  named,
  offered,
}: {
  readonly named: readonly string[];
  readonly offered: FieldsProps["items"] & object;
}) {
  const places = [...named.keys(), named.length];
  return (
    <>
      <TextArea<AnswerAboutSharing>
        name="saysWhat"
        label="What is shared?"
        hint="In words for the child and the family, as you put it to them"
        rows={3}
        most={limits.prose}
      />
      {offered.length > 0 && (
        <Details summary="Only single things on record">
          <Checkboxes<AnswerAboutSharing>
            name="items"
            label="Which of these?"
            hint="Tick none where the answer is about all that your words name."
            optional
            options={offered.map(({ itemId, title }) => ({ value: itemId, label: title }))}
          />
        </Details>
      )}
      <TextArea<AnswerAboutSharing>
        name="saysWithWhom"
        label="With whom?"
        hint="For example: the speech therapist at the health centre"
        rows={2}
        most={limits.prose}
      />
      <Checkboxes<AnswerAboutSharing>
        name="agencies"
        label="Which services is that?"
        hint="Whoever works there may be sent it. Tick none and name people below where it is for them alone."
        optional
        options={optionsOf(agencyKinds)}
      />
      {places.map((place) => (
        <LookupField
          key={place}
          name={`recipients.${place}`}
          label={place === 0 ? "A person by name" : "Another person by name"}
          hint="Type a part of their name, then press Find."
          optional
          find={findColleagues}
          chosenLabel={named[place]}
        />
      ))}
      <TextArea<AnswerAboutSharing>
        name="saysWhy"
        label="Why?"
        hint="For example: so that she can plan sessions"
        rows={2}
        most={limits.prose}
      />
    </>
  );
}
