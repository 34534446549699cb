import { TellOfCopy } from "@linchpin/domain";
import { fromForm, Link, refusalView, useChange, useDraftOf, useHref, useIdempotencyKey } from "@linchpin/portal";
import {
  Form,
  momentInWords,
  NotificationBanner,
  Page,
  Section,
  SummaryList,
  type SummaryRow,
  Table,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { ToldFields } from "../concern/told.tsx";
import { toldInWords } from "./consent-words.ts";
import { CopyPaper } from "./copy-paper.tsx";
import { sentCopyQuery } from "./copy-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/sent/$sentCopyId");
type Kept = Answers["consent"]["copies"]["kept"];

/** A copy that was sent, exactly as it went: to whom, why, what was found in it, and who knows of it. */
export function SentCopyPage() {
  const { childId, sentCopyId } = route.useParams();
  const { data } = useSuspenseQuery(sentCopyQuery(sentCopyId));
  const href = useHref();
  const { copy, decisionId, html, may } = data;
  return (
    <Page
      title={copy.title}
      caption={`A copy for ${copy.to}`}
      back={{ href: href({ to: "/children/$childId/sent", params: { childId } }), text: "What was sent" }}
    >
      {!data.isIntact && (
        <NotificationBanner title="Important">
          <p className="govuk-notification-banner__heading">
            This copy is not what was sent: its check does not fit. Tell a privacy officer.
          </p>
        </NotificationBanner>
      )}
      <SummaryList rows={rowsOf(data)} />
      <Section title="The copy as it went">
        <CopyPaper title={`${copy.title}, for ${copy.to}`} html={html} printable />
      </Section>
      <Found data={data} />
      {decisionId !== undefined && (
        <p className="np-links">
          <Link to="/children/$childId/decisions/$decisionId" params={{ childId, decisionId }}>
            Open the decision
          </Link>
        </p>
      )}
      {may.tell.may &&
        (["child", "family"] as const)
          .filter((whom) => copy[`${whom}Told`].told === "not-yet" && copy.basis.code !== "their-own")
          .map((whom) => <Tell key={whom} sentCopyId={sentCopyId} whom={whom} />)}
    </Page>
  );
}

function rowsOf({
  copy,
  addressedTo,
  address,
  decidedBy,
  reason,
  reasonWords,
  otherWayBecause,
  sha256,
  isIntact,
}: Kept): readonly SummaryRow[] {
  const isTheirOwn = copy.basis.code === "their-own";
  return [
    { key: "Who got it", value: copy.to },
    { key: "How", value: copy.way.label },
    ...(address === undefined
      ? []
      : [{ key: "Where to", value: <span className="np-prose">{`${addressedTo ?? ""}\n${address}`}</span> }]),
    { key: "What for", value: <span className="np-prose">{copy.purpose}</span> },
    { key: "It rests on", value: copy.basis.label },
    ...(decidedBy === undefined ? [] : [{ key: "Decided by", value: decidedBy }]),
    ...(reasonWords === undefined
      ? []
      : [{ key: reason ?? "The reason", value: <span className="np-prose">{reasonWords}</span> }]),
    ...(otherWayBecause === undefined
      ? []
      : [{ key: "Why not the agreed way", value: <span className="np-prose">{otherWayBecause}</span> }]),
    { key: "Sent", value: `${momentInWords(copy.at)}, by ${copy.by}` },
    ...(isTheirOwn
      ? []
      : [
          { key: "The child", value: toldInWords(copy.childTold) },
          { key: "The family", value: toldInWords(copy.familyTold) },
        ]),
    {
      key: "Check",
      value: (
        <>
          {isIntact ? "These are the bytes that were sent." : "These are not the bytes that were sent."}
          <span className="np-note np-break">SHA-256 {sha256}</span>
        </>
      ),
    },
  ];
}

const became = { out: "Taken out", "with-its-item": "Taken out with what it stood in", in: "Left in" } as const;

function Found({ data: { findings } }: { readonly data: Kept }) {
  if (findings.length === 0) return null;
  return (
    <Section title="What was found in it before it went">
      <Table
        stacked
        caption="What was found, and what became of it"
        captionHidden
        rows={findings.map((finding, at) => ({ ...finding, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          { heading: "Words", cell: ({ words }) => <span className="np-prose">{words}</span> },
          { heading: "Why it was asked about", cell: ({ label }) => label },
          {
            heading: "What became of it",
            cell: ({ how, because }) => (
              <>
                {became[how]}
                {because !== undefined && <span className="np-note">{because}</span>}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

const ToldOnScreen = fromForm(z.object({ told: TellOfCopy.shape.told }));

function Tell({ sentCopyId, whom }: { readonly sentCopyId: string; readonly whom: "child" | "family" }) {
  const idempotencyKey = useIdempotencyKey();
  const tell = useChange(trpc.consent.copies.tell.mutationOptions());
  const form = useCommandForm(ToldOnScreen);
  const draft = useDraftOf<z.input<typeof ToldOnScreen>>(api, `sent:${sentCopyId}:${whom}`, ["told"]);
  return (
    <Section title={`Telling the ${whom}`}>
      <Form
        form={form}
        draft={draft}
        submit={`Record it of the ${whom}`}
        refusal={refusalView(tell.error)}
        onSubmit={({ told }) => tell.mutateAsync({ told, whom, sentCopyId, idempotencyKey })}
      >
        <ToldFields name="told" label={`Has the ${whom} been told what went, to whom and when?`} notYet={false} />
      </Form>
    </Section>
  );
}
