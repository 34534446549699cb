import { agencyKinds, CopyToSend, copyBases, copyWays, isAddressTyped, limits, sharingReasons } from "@linchpin/domain";
import { fromForm, Link, optionsOf, refusalView, useDraftOf, useHref, whyNot } from "@linchpin/portal";
import {
  Checkbox,
  Form,
  InsetText,
  LookupField,
  Page,
  Radios,
  Select,
  TextArea,
  TextField,
  useCommandForm,
} from "@linchpin/ui";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import type { z } from "zod";
import { api } from "../../api.ts";
import { findColleagues } from "../../forms.ts";
import { daysOf, standings, whoAnswered, withWhom } from "./consent-words.ts";
import type { Recipients } from "./send-copy-journey.tsx";

const Screen = fromForm(CopyToSend);
export type WhoOnScreen = z.input<typeof Screen>;

type WhoProps = {
  readonly data: Recipients;
  readonly before: WhoOnScreen | undefined;
  readonly onDone: (asked: CopyToSend, onScreen: WhoOnScreen) => Promise<void>;
};

/** Who gets the copy, how, what for, and what it rests on. */
export function WhoGetsCopyStep({ data, before, onDone }: WhoProps) {
  const { childId, planId, planTitle, may } = data;
  const href = useHref();
  const [error, setError] = useState<unknown>();
  const form = useCommandForm(Screen, before === undefined ? {} : { defaultValues: before as never }); // as it was left
  const draft = useDraftOf<WhoOnScreen>(api, `send-copy:${planId}`, ["purpose", "reasonWords"]);
  return (
    <Page
      title="Who gets the copy?"
      caption={`Send a copy: ${planTitle}`}
      back={{ href: href({ to: "/children/$childId/plans/$planId", params: { childId, planId } }), text: planTitle }}
    >
      <Form
        form={form}
        draft={draft}
        guarded={false}
        submit="Look at the copy"
        submitting="Making the copy"
        notAllowed={whyNot(may.send)}
        refusal={refusalView(error)}
        cancel={
          <Link to="/children/$childId/plans/$planId" params={{ childId, planId }}>
            Cancel
          </Link>
        }
        onSubmit={async (asked) => {
          setError(undefined);
          try {
            await onDone(asked, form.getValues());
          } catch (refused) {
            setError(refused);
            throw refused;
          }
        }}
      >
        <WhoFields data={data} />
        <WayFields data={data} />
        <WhyFields data={data} />
      </Form>
    </Page>
  );
}

function WhoFields({ data: { childName, carers } }: Pick<WhoProps, "data">) {
  return (
    <Radios
      name="recipient.is"
      label="Who gets the copy?"
      options={[
        { value: "child", label: childName, hint: "Whose plan it is" },
        ...(carers.length === 0
          ? []
          : [
              {
                value: "carer",
                label: "A parent or carer",
                reveal: (
                  <Radios
                    name="recipient.carerId"
                    label="Which one?"
                    options={carers.map(({ carerId, name, relationship }) => ({
                      value: carerId,
                      label: name,
                      ...(relationship === undefined ? {} : { hint: relationship }),
                    }))}
                  />
                ),
              },
            ]),
        {
          value: "practitioner",
          label: "Somebody who works in this area",
          reveal: (
            <LookupField
              name="recipient.practitionerId"
              label="Who?"
              hint="Type a part of their name, then press Find."
              find={findColleagues}
            />
          ),
        },
        {
          value: "body",
          label: "Another person or body",
          reveal: (
            <>
              <TextField name="recipient.name" label="Name of the person or body" />
              <Select name="recipient.agency" label="Which service is it?" options={optionsOf(agencyKinds)} />
            </>
          ),
        },
      ]}
    />
  );
}

function WayFields({ data: { post, isKept } }: Pick<WhoProps, "data">) {
  const { control } = useFormContext<WhoOnScreen>();
  const [is, way] = useWatch({ control, name: ["recipient.is", "way"] });
  const isFamily = is === "child" || is === "carer";
  return (
    <>
      <Radios
        name="way"
        label="How does it go?"
        hint="Linchpin makes the copy and keeps it. It sends no email: that is for you to do."
        options={optionsOf(copyWays).map((option) =>
          option.value === "secure-email" && is === "child"
            ? { ...option, notAllowed: "No email address of a child is kept." }
            : option,
        )}
      />
      {isFamily && way === "post" && (
        <InsetText>
          {"problem" in post ? post.problem : <span className="np-prose">{`${post.to}\n${post.address}`}</span>}
          {isKept && !("problem" in post) && (
            <span className="np-note">It is kept private where this child is: letters go to the safe contact.</span>
          )}
        </InsetText>
      )}
      {is && way && isAddressTyped({ recipient: { is }, way }) && (
        <>
          <TextArea
            name="address"
            label={way === "post" ? "Address it goes to" : "Email address it goes to"}
            rows={way === "post" ? 4 : 1}
          />
          <TextArea
            name="addressAgain"
            label={way === "post" ? "The same address again" : "The same email address again"}
            hint="Type it, do not copy it: this is where most things go to the wrong person."
            rows={way === "post" ? 4 : 1}
          />
        </>
      )}
    </>
  );
}

function WhyFields({ data: { answers } }: Pick<WhoProps, "data">) {
  const { control } = useFormContext<WhoOnScreen>();
  const [is, basis] = useWatch({ control, name: ["recipient.is", "basis"] });
  const isFamily = is === "child" || is === "carer";
  const decided = basis !== undefined && basis !== "consent" && basis !== "their-own";
  const outside = "Only for the child, a parent or a carer.";
  return (
    <>
      <TextArea
        name="purpose"
        label="What for?"
        hint="The child and the family are shown these words."
        rows={2}
        most={limits.prose}
        optional={basis === "safeguarding"}
      />
      <Radios
        name="basis"
        label="What does it rest on?"
        hint="A safeguarding referral waits for nobody: whatever is missing can be written down afterwards."
        options={optionsOf(copyBases).map((option) =>
          option.value === "their-own" && is !== undefined && !isFamily
            ? { ...option, notAllowed: outside }
            : option.value === "consent" && isFamily
              ? { ...option, notAllowed: "Child and family need no consent for their own plan." }
              : option,
        )}
      />
      {basis === "consent" && (
        <>
          <AnswersAboutIt answers={answers} />
          <Checkbox name="isPartOfAnswer" label="I have read what was put to them, and this copy is part of it" />
        </>
      )}
      {decided && (
        <>
          <LookupField
            name="decidedById"
            label="Who decided that it is sent?"
            hint="Type a part of their name, then press Find."
            optional
            find={findColleagues}
          />
          <Radios
            name="reason"
            label="How good is the reason?"
            hint="What leaves your agency without consent needs a very good one."
            optional
            options={optionsOf(sharingReasons)}
          />
          <TextArea name="reasonWords" label="Why without consent?" rows={3} most={limits.prose} optional />
        </>
      )}
    </>
  );
}

const AnswersAboutIt = ({ answers }: Pick<Recipients, "answers">) => (
  <InsetText>
    {answers.length === 0
      ? "Nobody has been asked about sharing the plan."
      : answers.map((one) => (
          <span key={one.consentId} className="np-note">
            {whoAnswered(one)}: {standings[one.standing].label.toLowerCase()}, {daysOf(one)}. What: {one.says.what} With
            whom: {one.says.withWhom} ({withWhom(one)}). Why: {one.says.why}
          </span>
        ))}
  </InsetText>
);
