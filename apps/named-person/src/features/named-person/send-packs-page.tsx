import type { LetterWay } from "@linchpin/domain";
import { Link, refusalView, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import { Button, count, EmptyState, ErrorState, InsetText, Page, RefusalPanel, Section, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { CopyPaper } from "../consent/copy-paper.tsx";
import { establishmentsQuery } from "../people/queries.ts";
import { HowTheyGo } from "./how-they-go.tsx";
import { packsToSendQuery } from "./queries.ts";
import { WhatStayed } from "./what-stayed.tsx";

const route = getRouteApi("/signed-in/roll/$establishmentId/packs/send");
type Known = Extract<Answers["consent"]["packs"]["run"], { known: true }>;

/** The packs of a class or an entry year, each family's own: what goes in one go, and what is looked at first (HIG-66). */
export function SendPacksPage() {
  const { establishmentId } = route.useParams();
  const { way, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const href = useHref();
  const params = { establishmentId };
  const { data: kept } = useSuspenseQuery(establishmentsQuery());
  if (!kept.some((one) => one.establishmentId === establishmentId)) return <ErrorState kind="not-found" />;
  return (
    <Page
      title="Keep and print packs"
      back={
        way === undefined
          ? { href: href({ to: "/roll/$establishmentId/packs", params, search }), text: "Packs for families" }
          : { href: href({ to: "/roll/$establishmentId/packs/send", params, search }), text: "How the packs go" }
      }
    >
      {way === undefined ? (
        <HowTheyGo of="packs" onChosen={(chosen) => navigate({ search: { ...search, way: chosen } })} />
      ) : (
        <Made way={way} />
      )}
    </Page>
  );
}

function Made({ way }: { readonly way: LetterWay }) {
  const { establishmentId } = route.useParams();
  const search = route.useSearch();
  const { data } = useSuspenseQuery(packsToSendQuery(establishmentId, search, way));
  if (!data.known) return <InsetText>{data.because}</InsetText>;
  return <Packs data={data} way={way} />;
}

function Packs({ data, way }: { readonly data: Known; readonly way: LetterWay }) {
  const { establishmentId } = route.useParams();
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const send = useChange(trpc.consent.packs.send.mutationOptions());
  const [sent, setSent] = useState<Answers["consent"]["packs"]["send"]>();
  const { ready, oneByOne, without, done, sheet, hasMore } = data;
  const sendAll = async () => {
    const packs = ready.map(({ childId, hash }) => ({ childId, hash }));
    const came = await send.mutateAsync({ idempotencyKey, establishmentId, way, packs });
    setSent(came);
    if (came.sentCopyId !== null && came.changed.length === 0)
      await navigate({ to: "/tell/sent/$sentCopyId", params: { sentCopyId: came.sentCopyId } });
  };
  const refusal = refusalView(send.error);
  return (
    <>
      {refusal && <RefusalPanel {...refusal} />}
      {sent !== undefined && sent.changed.length > 0 && <WhatStayed of="pack" {...sent} />}
      {done > 0 && (
        <p className="govuk-body">
          {count(done, "pack")} went or {done === 1 ? "was" : "were"} given already, and {done === 1 ? "is" : "are"} not
          made again. To give one of a family its paper again, open it from the child's row under{" "}
          <Link to="/roll/$establishmentId/packs" params={{ establishmentId }}>
            packs for families
          </Link>
          .
        </p>
      )}
      {hasMore && <InsetText>There are more than are made at once. Choose a class or a year group.</InsetText>}
      {oneByOne.length > 0 && (
        <Section title="To look at one by one">
          <Table
            stacked
            caption="Packs to look at one by one"
            captionHidden
            rows={oneByOne}
            rowKey={({ childId }) => childId}
            columns={[
              {
                heading: "Pack for",
                cell: ({ childId, child }) => (
                  <Link to="/families/$childId/paper" params={{ childId }} search={{ establishmentId }}>
                    {child}
                  </Link>
                ),
              },
              {
                heading: "Why",
                cell: ({ why }) =>
                  why.map((one) => (
                    <p key={one} className="govuk-body">
                      {one}
                    </p>
                  )),
              },
            ]}
          />
        </Section>
      )}
      <Section title="Ready to go">
        {ready.length === 0 ? (
          <EmptyState title="No pack is ready" />
        ) : (
          <>
            <p className="govuk-body">
              {count(ready.length, "pack")}, exactly as they go: a page for each parent or carer, and a card for the
              child. Each is kept as it went. Record that packs were given once families have them.
            </p>
            <Table
              stacked
              caption="Packs that are ready, in the order in which they are printed"
              captionHidden
              rows={ready}
              rowKey={({ childId }) => childId}
              columns={[
                { heading: "Pack for", cell: ({ child }) => child },
                { heading: "A page for", cell: ({ parts }) => parts.join(", ") },
                {
                  heading: "Goes to",
                  cell: ({ isToSafeContact }) =>
                    isToSafeContact ? "The safe contact, and nobody else" : "Each of them",
                },
              ]}
            />
            <CopyPaper key={ready.map(({ hash }) => hash).join()} title="Packs that are ready to go" html={sheet} />
            <Button onClick={() => void sendAll().catch(() => undefined)}>
              Keep and print {count(ready.length, "pack")}
            </Button>
          </>
        )}
      </Section>
      {without.length > 0 && (
        <Section title="No pack">
          <Table
            stacked
            caption="Children for whom there is no pack"
            captionHidden
            rows={without}
            rowKey={({ childId }) => childId}
            columns={[
              { heading: "Child", cell: ({ child }) => child },
              { heading: "Why", cell: ({ why }) => why },
            ]}
          />
        </Section>
      )}
    </>
  );
}
