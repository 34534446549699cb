import { childsAnswers, limits, PassOnScreen, sharingReasons } from "@linchpin/domain";
import {
  fromForm,
  Link,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  useVersion,
  whyNot,
} from "@linchpin/portal";
import { Checkbox, Form, InsetText, LookupField, Page, Radios, Section, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useFormContext, useWatch } from "react-hook-form";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { findColleagues } from "../../forms.ts";
import { ToldFields } from "../concern/told.tsx";
import { noteQuery } from "./note-queries.ts";

const route = getRouteApi("/signed-in/notes/$noteId/pass-on");
const Screen = fromForm(PassOnScreen);
type OnScreen = z.input<typeof Screen>;

/** Pass a note on, in full, to one person: with the child's yes, or for a reason that is written down. */
export function PassNoteOnPage() {
  const { noteId } = route.useParams();
  const {
    data: { note, says, silent },
  } = useSuspenseQuery(noteQuery(noteId));
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const passOn = useChange(trpc.consent.notes.passOn.mutationOptions());
  const version = useVersion(note.version, passOn.error);
  const form = useCommandForm(Screen, { defaultValues: { isReferral: false, childTold: { told: "not-yet" } } });
  const draft = useDraftOf<OnScreen>(api, `pass-on:${noteId}`, ["because"]);
  const back = { to: "/notes/$noteId", params: { noteId } } as const;
  return (
    <Page title="Pass it on" caption={note.about} back={{ href: href(back), text: "Back to the note" }}>
      <Section title="Exactly this goes">
        <InsetText>
          <span className="np-prose">{note.words}</span>
        </InsetText>
      </Section>
      <Section title="The child's answer">
        <p className="govuk-body">{childsAnswers[note.childSaid].label}</p>
        {says.map(({ because, clause }) => (
          <p key={because} className="govuk-body">
            {because}
            <span className="np-note">{clause}</span>
          </p>
        ))}
        {silent && <p className="govuk-body">{silent}</p>}
      </Section>
      <Form
        form={form}
        draft={draft}
        submit="Pass it on"
        notAllowed={whyNot(note.may.passOn)}
        refusal={refusalView(passOn.error)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async (asked) => {
          await passOn.mutateAsync({ ...asked, noteId, version, idempotencyKey });
          await navigate({ ...back, replace: true });
        }}
      >
        <PassFields saidYes={note.childSaid === "yes"} />
      </Form>
    </Page>
  );
}

function PassFields({ saidYes }: { readonly saidYes: boolean }) {
  const { control } = useFormContext<OnScreen>();
  const isReferral = useWatch({ control, name: "isReferral" });
  return (
    <>
      <LookupField<OnScreen>
        name="toId"
        label="To whom?"
        hint="The child's named person, or whoever takes referrals. Type a part of their name, then press Find."
        find={findColleagues}
      />
      <Checkbox<OnScreen>
        name="isReferral"
        label="The child may be at risk of harm: this is a safeguarding referral. It waits for nothing"
      />
      {(!saidYes || isReferral) && (
        <>
          <Radios<OnScreen>
            name="reason"
            label="How good is the reason to pass it on?"
            hint={isReferral ? "You can write it down afterwards." : "It goes without the child's yes."}
            optional
            options={optionsOf(sharingReasons)}
          />
          <TextArea<OnScreen> name="because" label="The reason" rows={3} most={limits.prose} optional />
        </>
      )}
      <ToldFields name="childTold" label="Has the child been told that it is passed on?" />
    </>
  );
}
