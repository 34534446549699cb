import { childsAnswers } from "@linchpin/domain";
import { useHref } from "@linchpin/portal";
import { Anchor, dateInWords, InsetText, momentInWords, Page, SummaryList, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { postMay } from "../../routes/menu.ts";
import { useWho } from "../../terms.ts";
import { toldInWords } from "./consent-words.ts";
import { passedNoteQuery } from "./note-queries.ts";

const route = getRouteApi("/signed-in/notes/passed/$noteId");

/** What a child told a colleague, who passed it on to this reader. */
export function PassedNotePage() {
  const { noteId } = route.useParams();
  const { data: note } = useSuspenseQuery(passedNoteQuery(noteId));
  const who = useWho();
  const href = useHref();
  return (
    <Page
      title={note.about}
      caption={`Passed on to you by ${note.by}`}
      back={{ href: href({ to: "/notes" }), text: "Notes kept to yourself" }}
    >
      {note.isReferral && <Tag colour="red">Safeguarding referral</Tag>}
      <InsetText>
        <span className="np-prose">{note.words}</span>
      </InsetText>
      <SummaryList
        rows={[
          { key: "The child said it on", value: dateInWords(note.heardOn) },
          { key: "Passed on", value: `${momentInWords(note.at)}, by ${note.by}` },
          { key: "The child's answer", value: childsAnswers[note.childSaid].label },
          ...(note.because === undefined
            ? []
            : [{ key: "Why", value: <span className="np-prose">{note.because}</span> }]),
          { key: "The child", value: toldInWords(note.childTold) },
        ]}
      />
      <p className="govuk-body">
        You and {note.by} read this. It stands in no child's record until you write it there.
      </p>
      {postMay(who, "named-person.list-own") && (
        <p className="govuk-body">
          <Anchor href={href({ to: "/children" })}>Find the child, to record it as a concern</Anchor>
        </p>
      )}
    </Page>
  );
}
