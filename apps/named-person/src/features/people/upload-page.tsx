import { Link, refusalView, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import { Checkbox, FileField, Form, InsetText, Page, useCommandForm } from "@linchpin/ui";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { z } from "zod";
import { trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { ColumnsForm } from "./columns-form.tsx";
import { useEstablishment } from "./establishment-page.tsx";
import { contentOf, problemOf } from "./file-content.ts";

const route = getRouteApi("/signed-in/roll/$establishmentId/imports/new");

export type NeedsColumns = Extract<Answers["people"]["rollIn"]["preview"], { outcome: "needs-columns" }>;
export type Sent = { readonly fileName: string; readonly content: string };

/** Hand in a list: it is read, checked and shown. No child's record changes yet. */
export function UploadPage() {
  const { establishmentId } = route.useParams();
  const establishment = useEstablishment(establishmentId);
  const navigate = route.useNavigate();
  const href = useHref();
  const [columns, setColumns] = useState<{
    readonly needs: NeedsColumns;
    readonly sent: Sent;
    readonly attempt: number;
  }>();
  const isCaseload = establishment?.listIs === "caseload";

  const read = async (answer: Answers["people"]["rollIn"]["preview"], sent: Sent) => {
    if (answer.outcome === "needs-columns")
      setColumns((before) => ({ needs: answer, sent, attempt: (before?.attempt ?? 0) + 1 }));
    else await navigate({ to: "/roll/imports/$rollInId", params: { rollInId: answer.rollIn.rollInId }, replace: true });
  };
  return (
    <Page
      title={columns ? "Which column holds what?" : isCaseload ? "Upload a caseload" : "Upload a class list"}
      caption={establishment?.name}
      back={{ href: href({ to: "/roll/$establishmentId/imports", params: { establishmentId } }), text: "Imports" }}
    >
      {columns ? (
        <ColumnsForm
          key={columns.attempt}
          establishmentId={establishmentId}
          {...columns}
          onRead={read}
          onStartAgain={() => setColumns(undefined)}
        />
      ) : (
        <FileForm establishmentId={establishmentId} onRead={read} />
      )}
    </Page>
  );
}

const Screen = z.object({
  file: z
    .array(z.instanceof(File), { error: "Choose a file" })
    .min(1, "Choose a file")
    .superRefine(([file], ctx) => {
      const problem = file && problemOf(file);
      if (problem) ctx.addIssue({ code: "custom", message: problem });
    }),
  choose: z.boolean().optional(),
});

type FileFormProps = {
  readonly establishmentId: string;
  readonly onRead: (answer: Answers["people"]["rollIn"]["preview"], sent: Sent) => Promise<void>;
};

function FileForm({ establishmentId, onRead }: FileFormProps) {
  const firstKey = useIdempotencyKey();
  const [key, setKey] = useState(firstKey);
  const preview = useChange(trpc.people.rollIn.preview.mutationOptions());
  const form = useCommandForm(Screen);
  const send = async ({ file: [file], choose }: z.output<typeof Screen>) => {
    if (file === undefined) return;
    const sent = { fileName: file.name, content: await contentOf(file) };
    const asked = { idempotencyKey: key, establishmentId, ...sent };
    const answer = await preview.mutateAsync(choose === true ? { ...asked, mapping: {} } : asked);
    setKey(crypto.randomUUID()); // another file is another import
    await onRead(answer, sent);
  };
  return (
    <Form
      form={form}
      submit="Read the file"
      submitting="Reading"
      guarded={false}
      refusal={refusalView(preview.error)}
      cancel={
        <Link to="/roll/$establishmentId/imports" params={{ establishmentId }}>
          Cancel
        </Link>
      }
      onSubmit={send}
    >
      <FileField
        name="file"
        label="File"
        hint="A CSV file of up to 6 MB, with a row of headings. It may come from a spreadsheet or your management system as it is."
        accept=".csv,.txt,text/csv,text/plain"
      />
      <Checkbox
        name="choose"
        label="Let me say which column holds what"
        hint="The columns are found by their headings, and by what you chose last time. Tick this to choose them yourself."
      />
      <InsetText>Nothing changes yet. You see every row first, and decide.</InsetText>
    </Form>
  );
}
