import { childsAnswers } from "@linchpin/domain";
import { Link, useHref } from "@linchpin/portal";
import { Clock, DateText, dateInWords, EmptyState, LinkButton, Page, Section, Table, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { Answers } from "../../views.ts";
import { notesQuery } from "./note-queries.ts";

type Notes = Answers["consent"]["notes"]["list"];
export type Note = Notes["notes"][number];

/** What children told this reader and do not want passed on, and what others passed on to them. */
export function NotesPage() {
  const { data } = useSuspenseQuery(notesQuery());
  const href = useHref();
  return (
    <Page
      title="Notes kept to yourself"
      actions={<LinkButton href={href({ to: "/notes/write" })}>Write a note</LinkButton>}
    >
      <p className="govuk-body">
        When a child tells you something and does not want it passed on, keep it here. You alone can read these notes or
        know that there are any: no record, no list and no manager shows them. If a child may be at risk of harm, pass
        it on at once.
      </p>
      <Table
        stacked
        caption="Your notes, newest first"
        captionHidden
        rows={data.notes}
        rowKey={({ noteId }) => noteId}
        columns={[
          {
            heading: "About",
            cell: ({ noteId, about }) => (
              <Link to="/notes/$noteId" params={{ noteId }}>
                {about}
              </Link>
            ),
            sortBy: ({ about }) => about,
          },
          {
            heading: "Told you on",
            cell: ({ heardOn }) => <DateText day={heardOn} />,
            sortBy: ({ heardOn }) => heardOn,
          },
          { heading: "May it be passed on?", cell: ({ childSaid }) => childsAnswers[childSaid].label },
          { heading: "Look at it again", cell: (note) => <Again note={note} /> },
        ]}
        empty={
          <EmptyState title="You keep no notes">
            <p className="govuk-body">Ask the child first whether you may pass on what they told you.</p>
          </EmptyState>
        }
      />
      {data.passedToYou.length > 0 && <PassedToYou passed={data.passedToYou} />}
      <p className="govuk-body">
        <Link to="/discussions">Your informal discussions with colleagues</Link>
      </p>
    </Page>
  );
}

export function Again({ note: { lookAgain, lookedAgainOn, passed } }: { readonly note: Note }) {
  if (passed) return <Tag colour="blue">Passed on</Tag>;
  if (lookAgain?.clock) return <Clock {...lookAgain.clock} />;
  if (lookAgain) return lookAgain.because;
  return lookedAgainOn === undefined ? "No day is set" : `Done on ${dateInWords(lookedAgainOn)}`;
}

function PassedToYou({ passed }: { readonly passed: Notes["passedToYou"] }) {
  return (
    <Section title="Passed on to you">
      <Table
        stacked
        caption="What others passed on to you, newest first"
        captionHidden
        rows={passed}
        rowKey={({ noteId }) => noteId}
        columns={[
          {
            heading: "About",
            cell: ({ noteId, about }) => (
              <Link to="/notes/passed/$noteId" params={{ noteId }}>
                {about}
              </Link>
            ),
          },
          { heading: "By", cell: ({ by }) => by },
          {
            heading: "How",
            cell: ({ isReferral }) =>
              isReferral ? <Tag colour="red">Safeguarding referral</Tag> : <Tag colour="blue">Passed on</Tag>,
          },
          { heading: "Told on", cell: ({ heardOn }) => <DateText day={heardOn} /> },
        ]}
      />
    </Section>
  );
}
