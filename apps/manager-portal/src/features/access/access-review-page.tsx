import { RecordAccessReview } from "@linchpin/domain";
import { capital, fromForm, refusalView, serverDraft, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import {
  Anchor,
  Checkboxes,
  count,
  dateInWords,
  EmptyState,
  Form,
  InsetText,
  NotificationBanner,
  Page,
  PrintButton,
  Section,
  SummaryList,
  Table,
  TextArea,
  useCommandForm,
  whenInWords,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { api, trpc } from "../../api.ts";
import type { PersonAccess } from "../../views.ts";
import { personAccessQuery } from "./review-queries.ts";
import { flagInWords, lookInWords, noLookInWords, RoundOf } from "./review-words.tsx";

const route = getRouteApi("/signed-in/access-reviews/$practitionerId");
const Schema = fromForm(RecordAccessReview);

type Of = { readonly person: PersonAccess };

/** What one person can see, line by line: gone through by their manager, kept as it was said. */
export function AccessReviewPage() {
  const { practitionerId } = route.useParams();
  const { done } = route.useSearch();
  const href = useHref();
  const { data: person } = useSuspenseQuery(personAccessQuery(practitionerId));
  const { name, postTitle, agency } = person;
  return (
    <Page
      title={`What ${name} can see`}
      caption={[postTitle, agency].filter(Boolean).join(", ")}
      back={{ href: href({ to: "/access-reviews" }), text: "Who can see what" }}
      actions={<PrintButton />}
    >
      {done && (
        <NotificationBanner title="Done" tone="done">
          <p className="govuk-body">
            {done === "kept"
              ? "You have gone through this, and kept everything."
              : "You have gone through this. Whoever leads or answers for each child is told what you ask to end; it is listed here until it has ended."}
          </p>
        </NotificationBanner>
      )}
      <SummaryList
        rows={[
          { key: "Can see", value: count(person.children, "child", "children") },
          ...(person.childrenApart === 0
            ? []
            : [{ key: "Without a part", value: count(person.childrenApart, "child", "children") }]),
          { key: "To ask about", value: <Flags person={person} /> },
          { key: "Review", value: <RoundOf round={person.round} /> },
        ]}
      />
      <Lines person={person} />
      <Apart person={person} />
      <div className="lp-no-print">
        <GoThrough key={person.reviews[0]?.reviewId ?? "first"} person={person} />
      </div>
      <Before person={person} />
    </Page>
  );
}

function Flags({ person: { flags, openAsks } }: Of) {
  if (flags.length === 0 && openAsks === 0) return <>Nothing</>;
  return (
    <ul className="govuk-list">
      {flags.map((flag) => (
        <li key={flag.code}>{flagInWords(flag)}</li>
      ))}
      {openAsks > 0 && <li>Asked to end and still open: {openAsks}</li>}
    </ul>
  );
}

type Line = PersonAccess["lines"][number];

const whom = ({ child, children }: Line): string =>
  child.visibility === "full" ? child.name : `${count(children, "child", "children")} you do not work with`;

const isLong = ({ flags }: Line): boolean => flags.some(({ code }) => code === "no-look");

function Lines({ person: { name, lines } }: Of) {
  return (
    <Section title="As what, and since when">
      <Table
        caption={`Parts of ${name}`}
        captionHidden
        stacked
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          { heading: "Child", sortBy: whom, cell: whom },
          { heading: "As what", sortBy: ({ relation }) => relation.label, cell: ({ relation }) => relation.label },
          { heading: "Since", sortBy: ({ since }) => since, cell: ({ since }) => dateInWords(since) },
          {
            heading: "Last look",
            sortBy: ({ lastLook }) => lastLook,
            cell: (line) =>
              line.lastLook === undefined ? capital(noLookInWords(isLong(line))) : dateInWords(line.lastLook),
          },
          {
            heading: "To ask about",
            cell: ({ flags, isAsked }) =>
              [...flags.map(({ label }) => label), ...(isAsked ? ["Asked to end, still open"] : [])].join("; ") ||
              "Nothing",
          },
        ]}
        empty={<EmptyState title={`${name} sees no child's record today`} />}
      />
    </Section>
  );
}

const whomApart = ({ child, children }: PersonAccess["apart"][number]): string =>
  child.visibility === "full" ? child.name : `${count(children, "child", "children")} you do not work with`;

/** What is open to them of children in whose care they have no part: it ends with what it rests on, and not by this. */
function Apart({ person: { name, apart } }: Of) {
  if (apart.length === 0) return null;
  return (
    <Section title="Without a part in the child's care">
      <p className="govuk-body">
        Whoever shared something ends that, and whoever leads the plan takes somebody off it. Speak with them where you
        see no reason for it.
      </p>
      <Table
        caption={`What is open to ${name} without a part`}
        captionHidden
        stacked
        rows={apart}
        rowKey={({ key }) => key}
        columns={[
          { heading: "Child", cell: whomApart },
          { heading: "What", cell: ({ what, things }) => `${what.label}: ${things}` },
          { heading: "Since", cell: ({ since }) => dateInWords(since) },
        ]}
      />
    </Section>
  );
}

function GoThrough({ person: { practitionerId, name, lines } }: Of) {
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(Schema, { defaultValues: { idempotencyKey, practitionerId, end: [], words: "" } });
  const record = useChange(trpc.access.reviews.record.mutationOptions());
  const draft = useMemo(
    () => serverDraft<RecordAccessReview>(api, `access-review:${practitionerId}`),
    [practitionerId],
  );
  return (
    <Section title="Go through it">
      <InsetText>
        What you do not tick is kept. What you tick ends when whoever leads or answers for the child ends it: they are
        told that you ask, and not why.
      </InsetText>
      <Form
        form={form}
        draft={draft}
        submit="Save the review"
        submitting="Saving"
        refusal={refusalView(record.error)}
        onSubmit={(command) =>
          record
            .mutateAsync(command)
            .then(() => navigate({ search: { done: command.end.length === 0 ? "kept" : "asked" }, replace: true }))
        }
        cancel={<Anchor href={href({ to: "/access-reviews" })}>Not now</Anchor>}
      >
        {lines.length > 0 && (
          <Checkboxes
            name="end"
            label={`Which of these should end for ${name}?`}
            hint="Leave all empty to keep everything."
            options={lines.map((line) => ({
              value: line.key,
              label: `${whom(line)}: ${line.relation.label}`,
              hint: [`Since ${dateInWords(line.since)}`, lookInWords(line.lastLook, isLong(line))].join(", "),
            }))}
          />
        )}
        <TextArea
          name="words"
          label="Why (optional where everything is kept)"
          hint="Kept with the review, for you and for whoever manages them later."
          rows={3}
        />
      </Form>
    </Section>
  );
}

function Before({ person: { reviews } }: Of) {
  return (
    <Section title="Reviews before">
      <Table
        caption="Reviews before"
        captionHidden
        stacked
        rows={reviews}
        rowKey={({ reviewId }) => reviewId}
        columns={[
          { heading: "When", cell: ({ on }) => whenInWords(on) },
          { heading: "By", cell: ({ by }) => by },
          { heading: "Could see", cell: ({ children }) => count(children, "child", "children") },
          {
            heading: "What was said",
            cell: ({ outcome, asked, stillOpen, words }) => (
              <>
                {outcome === "keep"
                  ? "Kept everything"
                  : `Asked ${count(asked, "part")} to end; ${stillOpen === 0 ? "none still open" : `${stillOpen} still open`}`}
                {words && <span className="mp-note">{words}</span>}
              </>
            ),
          },
        ]}
        empty={<p className="govuk-body">Nobody has gone through this yet.</p>}
      />
    </Section>
  );
}
