import { WorryOnScreen, worryPlaces, worrySenders } from "@linchpin/domain";
import {
  fromForm,
  Link,
  maybe,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
} from "@linchpin/portal";
import {
  Anchor,
  Checkboxes,
  Confirmation,
  Form,
  InsetText,
  Page,
  Radios,
  Select,
  TextArea,
  TextField,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { postMay } from "../../routes/menu.ts";
import { useTerms, useWho } from "../../terms.ts";
import { worryFormQuery } from "./worry-queries.ts";

const Screen = fromForm(
  WorryOnScreen.omit({ childChoseMe: true }).extend({
    aboutPlace: maybe(WorryOnScreen.shape.aboutPlace.unwrap()),
    chose: z.array(z.literal("me")).default([]),
  }),
);

/** Pass a worry on in one step: a name as far as it is known, the class, and three lines (HIG-70). */
export function PassWorryOnPage() {
  const [sent, setSent] = useState(0);
  const [isSent, setIsSent] = useState(false);
  return isSent ? (
    <PassedOn onAnother={() => setIsSent(false)} />
  ) : (
    <WorryForm
      key={sent}
      onSent={() => {
        setSent(sent + 1);
        setIsSent(true);
      }}
    />
  );
}

function WorryForm({ onSent }: { readonly onSent: () => void }) {
  const { data } = useSuspenseQuery(worryFormQuery());
  const { namedPerson } = useTerms();
  const who = useWho();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const passOn = useChange(trpc.concern.worries.passOn.mutationOptions());
  const form = useCommandForm(Screen, {
    defaultValues: { ...(data.own === undefined ? {} : { establishmentId: data.own }), from: "staff", chose: [] },
  });
  const draft = useDraftOf<z.input<typeof Screen>>(api, "worry", ["about", "group", "words"]);
  return (
    <Page title="Pass a worry on">
      <InsetText>
        If you think a child is at risk of harm, follow the child protection procedure now. Wait for nothing on this
        page.
      </InsetText>
      <p className="govuk-body">
        You need not know who the child's {namedPerson} is. Your worry goes to whoever looks after this child, and you
        will not see the child's record.
      </p>
      <Form
        form={form}
        draft={draft}
        submit="Pass it on"
        submitting="Passing it on"
        refusal={refusalView(passOn.error)}
        cancel={<Link to="/">Cancel</Link>}
        onSubmit={async ({ chose, aboutPlace, ...worry }) => {
          await passOn.mutateAsync({
            ...worry,
            ...(aboutPlace ? { aboutPlace } : {}),
            childChoseMe: chose.includes("me"),
            idempotencyKey,
          });
          onSent();
        }}
      >
        <TextField name="about" label="Child's name" hint="As far as you know it: a first name is enough" />
        <TextField name="group" label="Class" hint="If you know it" optional />
        <Select
          name="establishmentId"
          label="School, nursery or clinic"
          options={data.places.map(({ establishmentId, name }) => ({ value: establishmentId, label: name }))}
        />
        <TextArea
          name="words"
          label="What worries you?"
          hint="What you saw or heard. Three lines are enough."
          rows={3}
          most={2000}
        />
        <Radios
          name="from"
          label="Whose worry is it?"
          hint="Families have no way in of their own: what a child or a parent writes or says is passed on for them"
          options={optionsOf(worrySenders)}
        />
        <Select
          name="aboutPlace"
          label="Where is it about?"
          hint="If they said"
          optional
          options={optionsOf(worryPlaces)}
        />
        <Checkboxes
          name="chose"
          label="How do you know?"
          optional
          options={[{ value: "me", label: "The child chose to talk to me" }]}
        />
      </Form>
      {postMay(who, "private-note.keep") && (
        <p className="govuk-body">
          Did the child tell you something and not want it passed on?{" "}
          <Anchor href={href({ to: "/notes/write" })}>Write a note that you keep to yourself</Anchor>
        </p>
      )}
    </Page>
  );
}

/** All that whoever passes a worry on sees, whoever it is about. */
function PassedOn({ onAnother }: { readonly onAnother: () => void }) {
  return (
    <Confirmation title="Passed on">
      <p className="govuk-body">Whoever answers for this may come to you with a question. You need do nothing more.</p>
      <p className="govuk-body">
        <button type="button" className="govuk-button govuk-button--secondary" onClick={onAnother}>
          Pass another worry on
        </button>
      </p>
      <p className="govuk-body">
        <Link to="/">Today</Link>
      </p>
    </Confirmation>
  );
}
