import { AnswerWeighed } from "@linchpin/domain";
import { count, DateText, EmptyState, Section, Table, TextArea } from "@linchpin/ui";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { queryClient } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { asAnswer } from "./answer-form.tsx";
import { endingQuery } from "./queries.ts";

type Ends = Answers["consent"]["takingBack"]["ends"];

/** Whom something ends for, what it was, since when, and what they have still to do. */
export function EndsTable({ caption, ends }: { readonly caption: string; readonly ends: Ends }) {
  return (
    <Table
      stacked
      caption={caption}
      captionHidden
      rows={ends}
      rowKey={({ releaseId }) => releaseId}
      columns={[
        { heading: "For whom", cell: ({ to }) => to },
        { heading: "What they no longer read", cell: ({ title }) => title },
        { heading: "Shared on", cell: ({ since }) => <DateText day={since} /> },
        {
          heading: "Their actions on the plan",
          cell: ({ openActions }) =>
            openActions === 0 ? "None" : `${count(openActions, "action")} on hold until whoever leads decides`,
        },
      ]}
      empty={<EmptyState title="Nothing was shared on it that is still open to anybody" />}
    />
  );
}

export const otherAgenciesToo =
  "What other agencies may have shared on this answer ends in the same moment. It is in their files, and is not listed here.";
export const whatEachIsTold =
  "Each of them is told that something is not shared any more, and not what it was. Nothing more goes to anybody on this consent.";

const Weighed = asAnswer(AnswerWeighed);
const asked = ["answeredBy", "answeredByName", "answer", "items", "agencies", "recipients", "from", "ends"] as const;

type Props = {
  readonly childId: string;
  /** The answer that is corrected. */
  readonly consentId?: string;
};

/** What an answer ends, as it stands in the form: shown before it is saved. */
export function WhatItEnds({ childId, consentId }: Props) {
  const { control } = useFormContext();
  const values = useWatch({ control, name: [...asked] });
  const settled = useSettled(JSON.stringify(values));
  const said = Weighed.safeParse(
    Object.fromEntries((JSON.parse(settled) as unknown[]).map((one, at) => [asked[at], one])),
  );
  const isWeighed = said.success && (said.data.answer === "refused" || consentId !== undefined);
  const { data } = useQuery(
    {
      ...endingQuery({ ...(said.data as NonNullable<typeof said.data>), childId, ...(consentId ? { consentId } : {}) }),
      enabled: isWeighed,
    },
    queryClient,
  );
  if (!isWeighed || data === undefined) return null;
  const { ends, differ, mayDecide, filesAreClosed } = data;
  return (
    <Section title="What ends when you save this">
      <div aria-live="polite">
        {(ends.length > 0 || differ.length === 0) && <EndsTable caption="What ends, and for whom" ends={ends} />}
        {differ.length > 0 && (
          <>
            <p className="govuk-body">
              Somebody else said yes to what follows. It ends too
              {mayDecide
                ? ", unless you decide that the yes is followed and write down why."
                : ". Whoever answers for the child decides whether it is shared again."}
            </p>
            <EndsTable caption="What somebody else said yes to" ends={differ} />
          </>
        )}
        {filesAreClosed && <p className="govuk-body">{otherAgenciesToo}</p>}
        {ends.length + differ.length > 0 && (
          <p className="govuk-body">
            {whatEachIsTold} What was shared until now stays on record. Where one of these is not meant, say above which
            single things or services the answer is about.
          </p>
        )}
      </div>
      {differ.length > 0 && mayDecide && (
        <TextArea
          name="goesOnBecause"
          label="If the yes is followed: why?"
          hint="Talk with everybody who answered. Leave this empty and it ends."
          rows={3}
          optional
        />
      )}
    </Section>
  );
}

const rest = 400;

/** The last of what was entered, once nothing more was entered for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), rest);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
