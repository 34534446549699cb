import { RowChoice } from "@linchpin/domain";
import { refusalView, useChange, useIdempotencyKey } from "@linchpin/portal";
import {
  DateText,
  Details,
  dateInWords,
  EmptyState,
  Form,
  Radios,
  Table,
  Tag,
  type TagColour,
  useCommandForm,
} from "@linchpin/ui";
import { z } from "zod";
import { trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";

type RollIn = Answers["people"]["rollIn"]["get"];
type Row = Answers["people"]["rollIn"]["rows"]["rows"][number];

const kinds: Record<Row["kind"], { readonly words: string; readonly colour: TagColour }> = {
  new: { words: "New", colour: "green" },
  same: { words: "Already so", colour: "grey" },
  changed: { words: "Changes", colour: "blue" },
  "possible-match": { words: "To decide", colour: "yellow" },
  refused: { words: "Cannot be imported", colour: "red" },
};

type RollInRowsProps = { readonly rollIn: RollIn; readonly rows: readonly Row[]; readonly isNarrowed: boolean };

/** The rows of a list, each with what it would do and what is wrong with it. */
export function RollInRows({ rollIn, rows, isNarrowed }: RollInRowsProps) {
  return (
    <Table
      stacked
      caption="Rows of the list"
      captionHidden
      dense
      rows={rows}
      rowKey={({ rowNumber }) => String(rowNumber)}
      columns={[
        { heading: "Row", numeric: true, cell: ({ rowNumber }) => <RowNumber of={rowNumber} /> },
        { heading: "Child", cell: (row) => <ChildOf row={row} /> },
        { heading: "What it is", cell: (row) => <KindOf row={row} /> },
        { heading: "What to know", cell: (row) => <NotesOf rollIn={rollIn} row={row} /> },
      ]}
      empty={<EmptyState title={isNarrowed ? "No row is of this kind" : "The list has no rows"} />}
    />
  );
}

/** A card on a phone says what its number is of. */
const RowNumber = ({ of }: { readonly of: number }) => (
  <>
    <span className="np-on-phone">Row </span>
    {of}
  </>
);

function ChildOf({ row: { name, preferredName, bornOn, group, yearGroup } }: { readonly row: Row }) {
  return (
    <>
      <span className="np-name">{name || "No name"}</span>
      {preferredName && <span className="np-note">Likes to be called {preferredName}</span>}
      <span className="np-note">
        {bornOn ? <DateText day={bornOn} /> : "Date of birth not read"}
        {(group || yearGroup) && <>, {[group, yearGroup].filter(Boolean).join(", ")}</>}
      </span>
    </>
  );
}

function KindOf({ row: { kind, choice } }: { readonly row: Row }) {
  const { words, colour } = kinds[kind];
  return (
    <>
      <Tag colour={colour}>{words}</Tag>
      {choice && <span className="np-note">{choiceInWords[choice.is]}</span>}
    </>
  );
}

const choiceInWords: Record<NonNullable<Row["choice"]>["is"], string> = {
  "this-child": "Decided: a child who is here",
  "another-child": "Decided: another child",
  "left-out": "Decided: left out",
};

function NotesOf({ rollIn, row }: { readonly rollIn: RollIn; readonly row: Row }) {
  return (
    <>
      {row.because && <p className="np-row-note">{row.because}</p>}
      {row.problems.map(({ field, label, severity, message }) => (
        <p key={`${field} ${message}`} className="np-row-note">
          <strong>{severity === "error" ? "Error" : "Warning"}</strong>, {label}: {message}
        </p>
      ))}
      {row.changes.map(({ what, from, to }) => (
        <p key={what} className="np-row-note">
          {what}: {from === null ? "nothing" : asWritten(from)} becomes {asWritten(to)}
        </p>
      ))}
      {row.candidates.length > 0 && rollIn.state === "previewed" && (
        <Details summary={`${row.choice ? "Decide again" : "Decide"}: is it one of these children?`} open={!row.choice}>
          <MatchForm key={JSON.stringify(row.choice)} rollInId={rollIn.rollInId} row={row} />
        </Details>
      )}
    </>
  );
}

const asWritten = (text: string): string => dateInWords(text);

const Screen = z.object({ which: z.string({ error: "Choose which child it is" }) });

/** Two records of one child, or two children: a person says, after comparing them. Nothing is ticked. */
function MatchForm({ rollInId, row }: { readonly rollInId: string; readonly row: Row }) {
  const idempotencyKey = useIdempotencyKey();
  const choose = useChange(trpc.people.rollIn.chooseMatch.mutationOptions());
  const form = useCommandForm(Screen);
  return (
    <Form
      form={form}
      submit="Save"
      guarded={false}
      refusal={refusalView(choose.error)}
      onSubmit={({ which }) =>
        choose.mutateAsync({ idempotencyKey, rollInId, rowNumber: row.rowNumber, choice: asChoice(which) })
      }
    >
      <Radios
        name="which"
        label={`Row ${row.rowNumber}: ${row.name}`}
        options={[
          ...row.candidates.map(({ childId, name, bornOn, group, yearGroup }) => ({
            value: childId,
            label: `It is ${name}`,
            hint: [bornOn ? `born ${dateInWords(bornOn)}` : "no date of birth", group, yearGroup]
              .filter(Boolean)
              .join(", "),
          })),
          { value: "another-child", label: "It is another child: add them" },
          { value: "left-out", label: "Leave this row out" },
        ]}
      />
    </Form>
  );
}

const asChoice = (which: string): RowChoice =>
  which === "another-child" || which === "left-out"
    ? { is: which }
    : RowChoice.parse({ is: "this-child", childId: which });
