import { limits, ReleaseAsked, sharingBases, sharingReasons } from "@linchpin/domain";
import {
  fromForm,
  Link,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import {
  Checkbox,
  DateField,
  Form,
  InsetText,
  LookupField,
  Page,
  Radios,
  Section,
  TextArea,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useFormContext, useWatch } from "react-hook-form";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { findColleagues } from "../../forms.ts";
import type { Answers } from "../../views.ts";
import { ToldFields } from "../concern/told.tsx";
import { daysOf, standings, whoAnswered, withWhom } from "./consent-words.ts";
import { itemQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/consent/share/$kind/$itemId");
const Screen = fromForm(ReleaseAsked);
type OnScreen = z.input<typeof Screen>;
/** Telling can follow: a referral does not wait for it. */
const notYet = { told: "not-yet" } as const;
type Item = Answers["consent"]["item"];

/** One thing exactly as it goes, to one person, for something said in words, resting on something. */
export function ShareItemPage() {
  const { childId, kind, itemId } = route.useParams();
  const { data: item } = useSuspenseQuery(itemQuery(childId, kind, itemId));
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const share = useChange(trpc.consent.release.mutationOptions());
  const form = useCommandForm(Screen, { defaultValues: { childTold: notYet, familyTold: notYet } });
  const draft = useDraftOf<OnScreen>(api, `share:${kind}:${itemId}`, ["purpose", "reasonWords"]);
  return (
    <Page
      title={item.title}
      caption="Share something"
      back={{ href: href({ to: "/children/$childId/consent/share", params: { childId } }), text: "Share something" }}
    >
      <Section title="Exactly this goes">
        <InsetText>
          <span className="np-prose">{item.copy}</span>
        </InsetText>
        <p className="govuk-body">Nothing else of {item.childName} opens with it.</p>
      </Section>
      <WhatWasAnswered answers={item.answers} />
      <Form
        form={form}
        draft={draft}
        submit="Share it"
        notAllowed={whyNot(item.may.release)}
        refusal={refusalView(share.error)}
        cancel={
          <Link to="/children/$childId/consent" params={{ childId }}>
            Cancel
          </Link>
        }
        onSubmit={async (asked) => {
          await share.mutateAsync({ ...asked, childId, kind, itemId, idempotencyKey });
          await navigate({ to: "/children/$childId/consent", params: { childId }, replace: true });
        }}
      >
        <ShareFields />
      </Form>
    </Page>
  );
}

export function WhatWasAnswered({ answers }: Pick<Item, "answers">) {
  return (
    <Section title="What was answered about sharing">
      {answers.length === 0 ? (
        <p className="govuk-body">Nobody has been asked about this.</p>
      ) : (
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
    </Section>
  );
}

export function ShareFields() {
  const { control } = useFormContext<OnScreen>();
  const basis = useWatch({ control, name: "basis" });
  return (
    <>
      <LookupField<OnScreen>
        name="toId"
        label="With whom?"
        hint="One person. Type a part of their name, then press Find."
        find={findColleagues}
      />
      <TextArea<OnScreen>
        name="purpose"
        label="What for?"
        hint="The child and the family are shown these words."
        rows={2}
        most={limits.prose}
        optional={basis === "safeguarding"}
      />
      <Radios<OnScreen>
        name="basis"
        label="What does it rest on?"
        hint="A safeguarding referral waits for nothing: whatever is missing can be written down afterwards."
        options={optionsOf(sharingBases)}
      />
      {basis === "consent" && (
        <Checkbox<OnScreen> name="isPartOfAnswer" label="I have read what was put to them, and this is part of it" />
      )}
      {basis && basis !== "consent" && <Decided />}
      {basis && (
        <TextArea<OnScreen>
          name="reasonWords"
          label={basis === "consent" ? "Where the answers differ: which is followed, and why?" : "Why without consent?"}
          rows={3}
          most={limits.prose}
          optional
        />
      )}
      <DateField<OnScreen>
        name="lastDay"
        label="Last day it may be read"
        hint="It ends with the consent in any case. Leave it out where no end is set."
        optional
      />
      <ToldFields name="childTold" label="Has the child been told what goes, to whom and when?" />
      <ToldFields name="familyTold" label="Has the family been told what goes, to whom and when?" />
    </>
  );
}

const Decided = () => (
  <>
    <LookupField<OnScreen>
      name="decidedById"
      label="Who decided that it is shared?"
      hint="Type a part of their name, then press Find."
      optional
      find={findColleagues}
    />
    <Radios<OnScreen>
      name="reason"
      label="How good is the reason?"
      hint="What leaves your agency without consent needs a very good one."
      optional
      options={optionsOf(sharingReasons)}
    />
  </>
);
