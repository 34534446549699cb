import { childsAnswers, sharingReasons, WriteDownWhy } from "@linchpin/domain";
import {
  fromForm,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  useVersion,
} from "@linchpin/portal";
import {
  ConfirmButton,
  dateInWords,
  Form,
  InsetText,
  LinkButton,
  momentInWords,
  Page,
  Radios,
  RefusalPanel,
  Section,
  SummaryList,
  type SummaryRow,
  TextArea,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { toldInWords } from "./consent-words.ts";
import { LookAtItAgain } from "./look-at-note.tsx";
import { noteQuery } from "./note-queries.ts";
import { Again, type Note } from "./notes-page.tsx";

const route = getRouteApi("/signed-in/notes/$noteId");

/** One note of the reader's own: look at it again, pass it on, or throw it away. */
export function NotePage() {
  const { noteId } = route.useParams();
  const {
    data: { note },
  } = useSuspenseQuery(noteQuery(noteId));
  const href = useHref();
  return (
    <Page
      title={note.about}
      caption="Note kept to yourself"
      back={{ href: href({ to: "/notes" }), text: "Notes kept to yourself" }}
    >
      <InsetText>
        <span className="np-prose">{note.words}</span>
      </InsetText>
      <SummaryList rows={rowsOf(note)} />
      {note.passed?.isIncomplete && <WhyAfterwards note={note} />}
      {note.may.passOn.may && (
        <>
          <LinkButton href={href({ to: "/notes/$noteId/pass-on", params: { noteId } })}>Pass it on</LinkButton>
          <LookAtItAgain note={note} />
          <ThrowAway note={note} />
        </>
      )}
    </Page>
  );
}

function rowsOf(note: Note): readonly SummaryRow[] {
  const { heardOn, keptAt, childSaid, passed } = note;
  return [
    { key: "The child told you on", value: dateInWords(heardOn) },
    { key: "You wrote it down", value: momentInWords(keptAt) },
    { key: "May it be passed on?", value: childsAnswers[childSaid].label },
    { key: "Look at it again", value: <Again note={note} /> },
    ...(passed === undefined
      ? []
      : [
          {
            key: passed.isReferral ? "Referred to" : "Passed on to",
            value: `${passed.to}, ${momentInWords(passed.at)}`,
          },
          ...(passed.because === undefined
            ? []
            : [{ key: passed.reason ?? "The reason", value: <span className="np-prose">{passed.because}</span> }]),
          { key: "The child", value: toldInWords(passed.childTold) },
        ]),
  ];
}

function ThrowAway({ note: { noteId, version } }: { readonly note: Note }) {
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const discard = useChange(trpc.consent.notes.throwAway.mutationOptions());
  const refusal = refusalView(discard.error);
  return (
    <Section title="Throw it away">
      {refusal && <RefusalPanel {...refusal} />}
      <ConfirmButton
        kind="warning"
        question="Throw this note away? Nothing of it is left, and nobody can bring it back."
        confirm="Throw it away"
        onConfirm={async () => {
          await navigate({ to: "/notes", replace: true });
          await discard.mutateAsync({ noteId, version, idempotencyKey });
        }}
      >
        Throw the note away
      </ConfirmButton>
    </Section>
  );
}

const { reason, because } = WriteDownWhy.shape;
const Why = fromForm(z.object({ reason, because }));

/** A referral went before there was time to write down why. */
function WhyAfterwards({ note: { noteId, version } }: { readonly note: Note }) {
  const idempotencyKey = useIdempotencyKey();
  const write = useChange(trpc.consent.notes.writeDownWhy.mutationOptions());
  const seen = useVersion(version, write.error);
  const form = useCommandForm(Why);
  const draft = useDraftOf<z.input<typeof Why>>(api, `note-why:${noteId}`, ["because"]);
  return (
    <Section title="Write down why you referred it">
      <Form
        form={form}
        draft={draft}
        submit="Write it down"
        refusal={refusalView(write.error)}
        onSubmit={(why) => write.mutateAsync({ ...why, noteId, version: seen, idempotencyKey })}
      >
        <Radios name="reason" label="How good was the reason?" options={optionsOf(sharingReasons)} />
        <TextArea name="because" label="Why?" rows={3} />
      </Form>
    </Section>
  );
}
