import { Link, useHref, whyNot } from "@linchpin/portal";
import { Button, EmptyState, FilterPanel, LinkButton, Page, Section, Table, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Owed } from "../record/owed.tsx";
import {
  type Answer,
  type Consent,
  daysOf,
  narrowed,
  standings,
  understandingInWords,
  whoAnswered,
  withWhom,
} from "./consent-words.ts";
import { consentQuery } from "./queries.ts";
import { Releases } from "./releases.tsx";
import { ConsentSearch, Standing } from "./search.ts";
import { SettleTaken } from "./settle.tsx";

const route = getRouteApi("/signed-in/children/$childId/consent");

/** What child and family answered about sharing, in force or not, in the words that were put to them. */
export function ConsentPage() {
  const { childId } = route.useParams();
  const { data: consent } = useSuspenseQuery(consentQuery(childId));
  return (
    <Page title="Consent and sharing" actions={consent.answers.length > 0 && <RecordAnswer consent={consent} />}>
      <Owed title="What is owed about sharing" duties={consent.duties} />
      <SettleTaken duties={consent.duties} />
      <AnswersAboutSharing consent={consent} />
      {consent.withoutAgreement.length > 0 && (
        <p className="govuk-body">
          No signed agreement on how information is shared is on file of {consent.withoutAgreement.join(", ")}. Weigh
          that before you share with them.
        </p>
      )}
      <Releases consent={consent} />
      <p className="np-links govuk-body">
        <Link to="/children/$childId/consent/other-ways" params={{ childId }}>
          Shared by letter, email or a call
        </Link>
        <Link to="/children/$childId/consent/services" params={{ childId }}>
          New services: what they said
        </Link>
      </p>
    </Page>
  );
}

function RecordAnswer({ consent: { childId, may } }: { readonly consent: Consent }) {
  const href = useHref();
  const shut = whyNot(may.record);
  return shut === undefined ? (
    <LinkButton href={href({ to: "/children/$childId/consent/record", params: { childId } })}>
      Record an answer
    </LinkButton>
  ) : (
    <Button notAllowed={shut}>Record an answer</Button>
  );
}

function AnswersAboutSharing({ consent }: { readonly consent: Consent }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const shown = narrowed(consent.answers, search);
  if (consent.answers.length === 0)
    return (
      <EmptyState title="Nobody has been asked about sharing yet">
        <p className="govuk-body">
          Say what you would share, with whom and why, in words for the child and the family. Then record what they
          answered.
        </p>
        <RecordAnswer consent={consent} />
      </EmptyState>
    );
  return (
    <Section title="What they answered">
      <FilterPanel
        title="Narrow the list"
        values={{
          ...(search.words === undefined ? {} : { words: search.words }),
          ...(search.standing === undefined ? {} : { standing: search.standing }),
        }}
        onChange={({ words, standing }) =>
          void navigate({
            search: ConsentSearch.parse({ words: words || undefined, standing: standing || undefined }),
            replace: true,
          })
        }
        filters={[
          { kind: "text", name: "words", label: "Words in the answer" },
          {
            kind: "one",
            name: "standing",
            label: "How it stands",
            options: Standing.options.map((value) => ({ value, label: standings[value].label })),
          },
        ]}
      />
      <Table
        stacked
        caption="Answers about sharing"
        captionHidden
        rows={shown}
        rowKey={({ consentId }) => consentId}
        columns={[
          { heading: "What was put to them", cell: (one) => <Said answer={one} /> },
          { heading: "Who answered", cell: (one) => <Who answer={one} />, sortBy: whoAnswered },
          { heading: "With", cell: withWhom, sortBy: withWhom },
          { heading: "From and until", cell: daysOf, sortBy: ({ from }) => from },
          { heading: "How it stands", cell: (one) => <Stands answer={one} />, sortBy: ({ standing }) => standing },
          ...(consent.may.record.may
            ? [
                {
                  heading: "Change",
                  onScreenOnly: true,
                  cell: (one: Answer) => <Changes childId={consent.childId} answer={one} />,
                },
              ]
            : []),
        ]}
        empty={<EmptyState title="No answer has these words or stands like this" />}
      />
    </Section>
  );
}

function Said({ answer: { says, items } }: { readonly answer: Answer }) {
  return (
    <>
      <span className="np-prose">{says.what}</span>
      {items.length > 0 && <span className="np-note">Only: {items.map(({ title }) => title).join("; ")}</span>}
      <span className="np-note">With whom: {says.withWhom}</span>
      <span className="np-note">Why: {says.why}</span>
    </>
  );
}

function Who({ answer }: { readonly answer: Answer }) {
  const { form, understanding, understandingWords, recordedBy } = answer;
  return (
    <>
      {whoAnswered(answer)}
      <span className="np-note">
        {form === undefined ? "Spoken or written: not recorded" : form === "written" ? "In writing" : "Spoken"}
      </span>
      {understanding && (
        <span className="np-note">
          {understandingInWords[understanding]}
          {understandingWords && `: ${understandingWords}`}
        </span>
      )}
      <span className="np-note">Recorded by {recordedBy.name}</span>
    </>
  );
}

function Stands({ answer: { standing, takenBack } }: { readonly answer: Answer }) {
  const { label, colour } = standings[standing];
  return (
    <>
      <Tag colour={colour}>{label}</Tag>
      {takenBack && <span className="np-note">{takenBack.because}</span>}
    </>
  );
}

function Changes({ childId, answer }: { readonly childId: string; readonly answer: Answer }) {
  const { consentId, standing } = answer;
  if (standing === "taken-back") return null;
  const hidden = (
    <span className="govuk-visually-hidden">
      the answer of {whoAnswered(answer)}: {answer.says.what}
    </span>
  );
  return (
    <span className="np-links">
      <Link to="/children/$childId/consent/$consentId/correct" params={{ childId, consentId }}>
        Correct {hidden}
      </Link>
      {answer.answer === "given" && (
        <Link to="/children/$childId/consent/$consentId/take-back" params={{ childId, consentId }}>
          Take back {hidden}
        </Link>
      )}
    </span>
  );
}
