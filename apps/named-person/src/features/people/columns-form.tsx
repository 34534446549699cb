import { type ColumnMapping, codesOf, type ImportField, importFields, suggestMapping } from "@linchpin/domain";
import { refusalView, useChange, useIdempotencyKey } from "@linchpin/portal";
import { Button, count, Details, FieldGroup, Form, Select, Table, useCommandForm } from "@linchpin/ui";
import { useMemo } from "react";
import { z } from "zod";
import { trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import type { NeedsColumns, Sent } from "./upload-page.tsx";

const needed: readonly ImportField[] = ["CHILD_FIRST_NAME", "CHILD_LAST_NAME", "CHILD_DATE_OF_BIRTH"];
const Screen = z
  .object({ columns: z.partialRecord(z.enum(codesOf(importFields)), z.string().optional()) })
  .superRefine(({ columns }, ctx) => {
    for (const field of needed.filter((one) => !columns[one])) {
      const message = `Choose the column that holds the ${importFields[field].label.toLowerCase()}`;
      ctx.addIssue({ code: "custom", path: ["columns", field], message });
    }
  });

/** Fields under the headings a person looks for them by. */
const groups: readonly { readonly legend: string; readonly starts: (field: ImportField) => boolean }[] = [
  { legend: "The child", starts: (field) => field.startsWith("CHILD_") },
  { legend: "First parent or carer", starts: (field) => field.startsWith("PARENT_1_") },
  { legend: "Second parent or carer", starts: (field) => field.startsWith("PARENT_2_") },
];

type ColumnsFormProps = {
  readonly establishmentId: string;
  readonly needs: NeedsColumns;
  readonly sent: Sent;
  readonly onRead: (answer: Answers["people"]["rollIn"]["preview"], sent: Sent) => Promise<void>;
  readonly onStartAgain: () => void;
};

/** Says which of the file's columns holds each of our fields. It is remembered for the next list. */
export function ColumnsForm({ establishmentId, needs, sent, onRead, onStartAgain }: ColumnsFormProps) {
  const idempotencyKey = useIdempotencyKey();
  const preview = useChange(trpc.people.rollIn.preview.mutationOptions());
  const start = useMemo(() => suggestMapping(needs.headings, needs.mapping as ColumnMapping), [needs]);
  const form = useCommandForm(Screen, { defaultValues: { columns: start as { [F in ImportField]?: string } } });
  const send = async ({ columns }: z.output<typeof Screen>) => {
    const mapping = Object.fromEntries(Object.entries(columns).filter(([, heading]) => heading));
    await onRead(await preview.mutateAsync({ idempotencyKey, establishmentId, ...sent, mapping }), sent);
  };
  const problems = needs.problems.filter(({ field }) => start[field] === undefined); // a suggestion answers the others
  const headings = needs.headings.filter((heading) => heading.trim() !== "");
  return (
    <>
      <p className="govuk-body">
        {sent.fileName} has {count(headings.length, "column")}. Choose the one that holds each of these; leave out what
        the file does not have. Your choice is remembered for the next list.
      </p>
      {problems.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {problems.map(({ field, message }) => (
            <li key={`${field} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
      {needs.examples.length > 0 && (
        <Details summary="The first rows of the file" open>
          <Table
            caption="The first rows of the file"
            captionHidden
            dense
            rows={needs.examples}
            rowKey={(row) => Object.values(row).join("|")}
            columns={headings.map((heading) => ({
              heading,
              cell: (row: Record<string, string>) => row[heading] || "",
            }))}
          />
        </Details>
      )}
      <Form
        form={form}
        submit="Read the file with these columns"
        submitting="Reading"
        guarded={false}
        refusal={refusalView(preview.error)}
        cancel={
          <Button kind="quiet" onClick={onStartAgain}>
            Choose another file
          </Button>
        }
        onSubmit={send}
      >
        {groups.map(({ legend, starts }) => (
          <FieldGroup key={legend} legend={legend}>
            {codesOf(importFields)
              .filter(starts)
              .map((field) => (
                <Select
                  key={field}
                  name={`columns.${field}`}
                  label={importFields[field].label.replace(/^.*parent or carer: (.)/, (_, first: string) =>
                    first.toUpperCase(),
                  )}
                  optional={!needed.includes(field)}
                  options={headings.map((heading) => ({ value: heading, label: heading }))}
                />
              ))}
          </FieldGroup>
        ))}
      </Form>
    </>
  );
}
