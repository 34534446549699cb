import { limits, SharedByJoining, sharingBases, sharingReasons } from "@linchpin/domain";
import { fromForm, optionsOf } from "@linchpin/portal";
import { Checkbox, DateField, FieldGroup, InsetText, LookupField, Radios, TextArea, TextField } from "@linchpin/ui";
import { useQuery } from "@tanstack/react-query";
import { useFormContext, useWatch } from "react-hook-form";
import { z } from "zod";
import { queryClient } from "../../api.ts";
import { findColleagues, serviceOfFound } from "../../forms.ts";
import type { Plan } from "../../views.ts";
import { ToldFields } from "../concern/told.tsx";
import { type Answer, daysOf, standings, whoAnswered, withWhom } from "../consent/consent-words.ts";
import { consentQuery } from "../consent/queries.ts";

export type Joining = Plan["joining"];

/** Whether it is asked what it rests on that this person reads the plan: nobody of their service does yet. */
export function isAsked(joining: Joining | undefined, practitionerId: unknown): boolean {
  if (!joining?.asks || typeof practitionerId !== "string") return false;
  const service = serviceOfFound(practitionerId);
  return service !== undefined && !joining.agencies.includes(service.agencyId);
}

/** What the sharing rests on, as the screen holds it: what is out of sight is left out. */
export const Sharing = z.preprocess(withoutUnseen, fromForm(SharedByJoining)) as unknown as z.ZodType<
  SharedByJoining,
  SharingOnScreen
>;
export type SharingOnScreen = z.input<typeof SharedByJoining> & { readonly asked?: "on-record" | "now" };

function withoutUnseen(values: unknown): unknown {
  if (typeof values !== "object" || values === null) return values;
  const { asked, answered, ...rest } = values as Record<string, unknown>;
  const { basis } = rest;
  if (basis !== "consent") return rest;
  return asked === "now" ? { ...rest, answered: answered ?? {} } : rest;
}

type Props = {
  /** The place in the form, with its dot. */
  readonly under: string;
  readonly practitionerId: string | undefined;
  readonly joining: Joining;
  readonly childId: string;
  readonly planId?: string | undefined;
  readonly legend: string;
};

/** What it rests on that somebody may read the plan of whose service nobody is on it yet, asked in the same form (HIG-5, HIG-20). */
export function SharingFields({ under, practitionerId, joining, childId, planId, legend }: Props) {
  const { control } = useFormContext();
  const basis: unknown = useWatch({ control, name: `${under}basis` });
  const service = serviceOfFound(practitionerId);
  if (service === undefined || !isAsked(joining, practitionerId)) return null;
  return (
    <FieldGroup legend={legend}>
      <InsetText>
        Nobody of this service reads the plan yet: {service.name}. Whoever is on it reads why it was opened, who helps,
        what they do, and what the record says to everybody on the plan. So this is sharing: say what for, and ask.
      </InsetText>
      <TextArea
        name={`${under}purpose`}
        label="What for?"
        hint="The child and the family are shown these words."
        rows={2}
        most={limits.prose}
        optional={basis === "safeguarding"}
      />
      <Radios
        name={`${under}basis`}
        label="What does it rest on?"
        hint="A safeguarding referral waits for nothing: whatever is missing can be written down afterwards."
        options={optionsOf(sharingBases).map(({ value, label }) => ({
          value,
          label,
          reveal:
            value === "consent" ? (
              <OnConsent
                under={under}
                joining={joining}
                childId={childId}
                planId={planId}
                person={{ practitionerId: practitionerId ?? "", kind: service.kind }}
              />
            ) : (
              <Decided under={under} />
            ),
        }))}
      />
      <ToldFields name={`${under}childTold`} label="Has the child been told that they will read the plan?" />
      <ToldFields name={`${under}familyTold`} label="Has the family been told that they will read the plan?" />
    </FieldGroup>
  );
}

type OnConsentProps = Pick<Props, "under" | "joining" | "childId" | "planId"> & {
  readonly person: { readonly practitionerId: string; readonly kind: string };
};

/** The answer that is on record, or the one they gave when they were asked just now. */
function OnConsent({ under, joining, childId, planId, person }: OnConsentProps) {
  const { data: consent } = useQuery({ ...consentQuery(childId), enabled: joining.mayReadAnswers }, queryClient);
  const answers = (consent?.answers ?? []).filter((one) => speaksToIt(one, planId, person));
  return (
    <>
      {joining.mayReadAnswers && (
        <>
          <p className="govuk-body">
            {answers.length === 0
              ? "Nobody has been asked about this person and the plan. Ask, and record the answer here."
              : "On record:"}
          </p>
          {answers.length > 0 && (
            <ul className="govuk-list govuk-list--bullet">
              {answers.map((one) => (
                <li key={one.consentId}>
                  {whoAnswered(one)}: {standings[one.standing].label.toLowerCase()}
                  {one.form && ` (${one.form})`}, {daysOf(one)}. What: {one.says.what} With whom: {one.says.withWhom} (
                  {withWhom(one)}). Why: {one.says.why}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <Radios
        name={`${under}asked`}
        label="Which answer?"
        options={[
          {
            value: "on-record",
            label: "One that is on record",
            notAllowed: joining.mayReadAnswers ? undefined : "Somebody who talks with the family records it first.",
            reveal: (
              <>
                <Checkbox
                  name={`${under}isPartOfAnswer`}
                  label="I have read what was put to them, and this is part of it"
                />
                <TextArea
                  name={`${under}reasonWords`}
                  label="Where the answers differ: which is followed, and why?"
                  rows={2}
                  most={limits.prose}
                  optional
                />
              </>
            ),
          },
          {
            value: "now",
            label: "They were asked now",
            notAllowed: joining.mayRecordAnswer ? undefined : "Somebody who talks with the family asks them.",
            reveal: <AnswerNow under={`${under}answered.`} carers={consent?.carers ?? []} />,
          },
        ]}
      />
    </>
  );
}

/** Whether an answer is about the plan, or about all that its words name, and about this person or their service. */
const speaksToIt = (
  { standing, items, agencies, recipients }: Answer,
  planId: string | undefined,
  { practitionerId, kind }: OnConsentProps["person"],
): boolean =>
  (standing === "in-force" || standing === "refused") &&
  (items.length === 0 || items.some(({ itemId }) => itemId === planId)) &&
  (agencies.some(({ code }) => code === kind) || recipients.some((one) => one.practitionerId === practitionerId));

function AnswerNow({ under, carers }: { readonly under: string; readonly carers: readonly string[] }) {
  return (
    <>
      <Radios
        name={`${under}answeredBy`}
        label="Who answered?"
        options={[
          { value: "child", label: "The child" },
          {
            value: "parent-or-carer",
            label: "A parent or carer",
            reveal: (
              <TextField
                name={`${under}answeredByName`}
                label="Name of the parent or carer"
                hint={carers.length === 0 ? undefined : `On record: ${carers.join(", ")}`}
              />
            ),
          },
        ]}
      />
      <Radios
        name={`${under}answer`}
        label="What was the answer?"
        hint="A no is recorded too, and this person does not join."
        options={[
          { value: "given", label: "Yes, they may read the plan" },
          { value: "refused", label: "No" },
        ]}
      />
      <Radios
        name={`${under}form`}
        label="How was it given?"
        options={[
          { value: "spoken", label: "Spoken" },
          { value: "written", label: "In writing" },
        ]}
      />
      <Radios
        name={`${under}understanding`}
        label="Do they understand what is shared?"
        hint="A young child can say yes where it is noted that the child understands."
        optional
        options={[
          {
            value: "understands",
            label: "Yes",
            reveal: <TextArea name={`${under}understandingWords`} label="How do you know?" rows={2} optional />,
          },
          { value: "does-not-understand", label: "No" },
        ]}
      />
      <DateField name={`${under}from`} label="Day of the answer" />
      <Radios
        name={`${under}ends.is`}
        label="Until when does it hold?"
        options={[
          {
            value: "on",
            label: "Until a day",
            reveal: <DateField name={`${under}ends.lastDay`} label="Last day it holds" />,
          },
          { value: "open", label: "No end was set" },
        ]}
      />
    </>
  );
}

const Decided = ({ under }: { readonly under: string }) => (
  <>
    <LookupField
      name={`${under}decidedById`}
      label="Who decided that it is shared?"
      hint="Type a part of their name, then press Find."
      optional
      find={findColleagues}
    />
    <Radios
      name={`${under}reason`}
      label="How good is the reason?"
      hint="What leaves your agency without consent needs a very good one."
      optional
      options={optionsOf(sharingReasons)}
    />
    <TextArea name={`${under}reasonWords`} label="Why without consent?" rows={3} most={limits.prose} optional />
  </>
);
