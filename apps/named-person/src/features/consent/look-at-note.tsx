import { childsAnswers, LookAgain } from "@linchpin/domain";
import { fromForm, optionsOf, refusalView, useChange, useIdempotencyKey, useVersion } from "@linchpin/portal";
import { Form, Radios, Section, useCommandForm } from "@linchpin/ui";
import { z } from "zod";
import { trpc } from "../../api.ts";
import type { Note } from "./notes-page.tsx";

const Looked = fromForm(z.object({ childSaid: LookAgain.shape.childSaid }));

/** The risk is looked at again; the child may answer otherwise than before. */
export function LookAtItAgain({ note: { noteId, version, childSaid, lookAgain } }: { readonly note: Note }) {
  const idempotencyKey = useIdempotencyKey();
  const look = useChange(trpc.consent.notes.lookAgain.mutationOptions());
  const seen = useVersion(version, look.error);
  const form = useCommandForm(Looked, { defaultValues: { childSaid } });
  return (
    <Section title="Look at it again">
      <p className="govuk-body">
        {lookAgain?.because ?? "Is the child at risk? You may ask again whether you may pass it on."}
        {lookAgain && <span className="np-note">{lookAgain.clause}</span>}
      </p>
      <Form
        form={form}
        submit="I have looked at it again"
        refusal={refusalView(look.error)}
        onSubmit={(said) => look.mutateAsync({ ...said, noteId, version: seen, idempotencyKey })}
      >
        <Radios name="childSaid" label="What does the child say now?" options={optionsOf(childsAnswers)} />
      </Form>
    </Section>
  );
}
