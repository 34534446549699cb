import { limits, SendUpdateOnScreen } from "@linchpin/domain";
import { refusalView, useChange, useDraftOf, useHref, useIdempotencyKey } from "@linchpin/portal";
import {
  Anchor,
  DateText,
  EmptyState,
  Form,
  MomentText,
  NotificationBanner,
  Page,
  Section,
  SummaryList,
  Table,
  TextArea,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { summaryQuery } from "./contribution-queries.ts";

const route = getRouteApi("/signed-in/contribute/$contributorId");
type Summary = Answers["plan"]["contribution"]["summary"];

/** What a limited link opens: the summary of one child's plan, and one form to send an update (CWDC-3.10). */
export function ContributePage() {
  const { contributorId } = route.useParams();
  const { sent: isSent } = route.useSearch();
  const { data } = useSuspenseQuery(summaryQuery(contributorId));
  const href = useHref();
  return (
    <Page
      title={`${data.kind.label}: summary`}
      caption={data.child}
      back={{ href: href({ to: "/your-actions" }), text: "Your actions" }}
    >
      {isSent && (
        <NotificationBanner title="Sent" tone="done">
          <p className="govuk-body">
            Your update is kept on the plan under your name, and whoever answers for it is told.
          </p>
        </NotificationBanner>
      )}
      <p className="govuk-body">
        {data.invitedBy} asked you to contribute to this plan. You see this summary and no other part of the record. It
        closes when your part in the plan ends.
      </p>
      <WhoToTurnTo of={data} />
      <Section title="What is to be better">
        {data.outcomes.length === 0 ? (
          <EmptyState title="No outcome is set yet" />
        ) : (
          <ul className="govuk-list govuk-list--bullet">
            {data.outcomes.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="What was agreed">
        <Table
          stacked="short"
          caption="Actions of the plan, the nearest day first"
          captionHidden
          rows={data.actions}
          rowKey={({ actionId }) => actionId}
          columns={actionColumns}
          empty={<EmptyState title="No action was agreed yet" />}
        />
      </Section>
      <Section title="Send an update">
        <SendUpdate key={data.sent[0]?.contributionId} contributorId={contributorId} />
      </Section>
      <Section title="What you sent">
        <Table
          stacked="short"
          caption="Your updates, the newest first"
          captionHidden
          rows={data.sent}
          rowKey={({ contributionId }) => contributionId}
          columns={[
            { heading: "When", cell: ({ at }) => <MomentText at={at} /> },
            { heading: "What you said", cell: ({ words }) => <span className="np-prose">{words}</span> },
          ]}
          empty={<EmptyState title="You have sent no update yet" />}
        />
      </Section>
    </Page>
  );
}

type Action = Summary["actions"][number];
const actionColumns = [
  {
    heading: "Action",
    cell: ({ what, outcome }: Action) => (
      <>
        {what}
        {outcome && <span className="np-note">So that: {outcome}</span>}
      </>
    ),
  },
  { heading: "Who", cell: ({ who }: Action) => who },
  { heading: "By", cell: ({ dueOn }: Action) => (dueOn === undefined ? "No day set" : <DateText day={dueOn} />) },
  { heading: "How it stands", cell: ({ state }: Action) => state.label },
];

function WhoToTurnTo({ of: { contact } }: { readonly of: Summary }) {
  if (contact === undefined) return null;
  const { name, as, agency, phone, email } = contact;
  return (
    <Section title="Who to turn to">
      <SummaryList
        rows={[
          { key: as.label, value: agency === "" ? name : `${name}, ${agency}` },
          ...(phone === undefined ? [] : [{ key: "Phone", value: <Anchor href={`tel:${phone}`}>{phone}</Anchor> }]),
          ...(email === undefined ? [] : [{ key: "Email", value: <Anchor href={`mailto:${email}`}>{email}</Anchor> }]),
        ]}
      />
    </Section>
  );
}

function SendUpdate({ contributorId }: { readonly contributorId: string }) {
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const send = useChange(trpc.plan.contribution.send.mutationOptions());
  const form = useCommandForm(SendUpdateOnScreen);
  const draft = useDraftOf<z.input<typeof SendUpdateOnScreen>>(api, `contribution:${contributorId}`, ["words"]);
  return (
    <Form
      form={form}
      draft={draft}
      submit="Send the update"
      submitting="Sending"
      refusal={refusalView(send.error)}
      onSubmit={async ({ words }) => {
        await send.mutateAsync({ contributorId, words, idempotencyKey });
        await navigate({ search: { sent: true }, replace: true });
      }}
    >
      <TextArea
        name="words"
        label="What should whoever leads the plan know?"
        hint="It is kept on the plan with your name and today's date. Those who work with the child read it. If a child may be at risk of harm now, make a safeguarding referral: do not wait for an answer here."
        rows={5}
        most={limits.prose}
      />
    </Form>
  );
}
