import { childsAnswers, limits, NoteOnScreen } from "@linchpin/domain";
import {
  fromForm,
  Link,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
} from "@linchpin/portal";
import { DateField, Form, Page, Radios, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";

const route = getRouteApi("/signed-in/notes/write");
const Screen = fromForm(NoteOnScreen);

/** Write down what a child told, for oneself alone. */
export function WriteNotePage() {
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const keep = useChange(trpc.consent.notes.keep.mutationOptions());
  const form = useCommandForm(Screen);
  const draft = useDraftOf<z.input<typeof Screen>>(api, "note", ["about", "words"]);
  return (
    <Page title="Write a note" back={{ href: href({ to: "/notes" }), text: "Notes kept to yourself" }}>
      <Form
        form={form}
        draft={draft}
        submit="Keep the note"
        refusal={refusalView(keep.error)}
        cancel={<Link to="/notes">Cancel</Link>}
        onSubmit={async (note) => {
          const { noteId } = await keep.mutateAsync({ ...note, idempotencyKey });
          await navigate({ to: "/notes/$noteId", params: { noteId }, replace: true });
        }}
      >
        <TextField name="about" label="Whom is it about?" hint="As you know them. It is tied to no record." />
        <TextArea
          name="words"
          label="What did the child tell you?"
          hint="In their words"
          rows={6}
          most={limits.prose}
        />
        <DateField name="heardOn" label="On which day?" hint="For example, 27 3 2026" />
        <Radios
          name="childSaid"
          label="What did the child say when you asked whether you may pass it on?"
          options={optionsOf(childsAnswers)}
        />
      </Form>
    </Page>
  );
}
