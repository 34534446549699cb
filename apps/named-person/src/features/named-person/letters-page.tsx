import type { LetterWay } from "@linchpin/domain";
import { Link, refusalView, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import { Button, count, EmptyState, InsetText, Page, RefusalPanel, Section, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { CopyPaper } from "../consent/copy-paper.tsx";
import { HowTheyGo } from "./how-they-go.tsx";
import { lettersQuery } from "./queries.ts";
import { WhatStayed } from "./what-stayed.tsx";

const route = getRouteApi("/signed-in/tell/letters");
type Letters = Answers["consent"]["letters"]["run"];
type To = Letters["oneByOne"][number];

/** The letters to those still to be told, in words for a carer or for a child: what goes in one go, and what is looked at first (HIG-22, HIG-63, HIG-65). */
export function LettersPage() {
  const { way, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const href = useHref();
  return (
    <Page
      title="Letters"
      back={
        way === undefined
          ? { href: href({ to: "/tell", search }), text: "Families to tell" }
          : { href: href({ to: "/tell/letters", search }), text: "How the letters go" }
      }
    >
      {way === undefined ? (
        <HowTheyGo of="letters" onChosen={(chosen) => navigate({ search: { ...search, way: chosen } })} />
      ) : (
        <Made way={way} />
      )}
    </Page>
  );
}

function Made({ way }: { readonly way: LetterWay }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(lettersQuery(search, way));
  const idempotencyKey = useIdempotencyKey();
  const send = useChange(trpc.consent.letters.send.mutationOptions());
  const [done, setDone] = useState<Answers["consent"]["letters"]["send"]>();
  const { ready, oneByOne, without, sheet, hasMore, nothingAgreed } = data;
  const sendAll = async () => {
    const letters = ready.map(({ tellingId, hash }) => ({ tellingId, hash }));
    const came = await send.mutateAsync({ idempotencyKey, way, letters });
    setDone(came);
    if (came.sentCopyId !== null && came.changed.length === 0)
      await navigate({ to: "/tell/sent/$sentCopyId", params: { sentCopyId: came.sentCopyId } });
  };
  const refusal = refusalView(send.error);
  const came = done !== undefined && done.changed.length > 0 && <WhatStayed of="letter" {...done} />;
  if (ready.length + oneByOne.length + without.length === 0)
    return (
      <>
        {came}
        <EmptyState title="There is nobody to write to who has not been written to" />
      </>
    );
  return (
    <>
      {refusal && <RefusalPanel {...refusal} />}
      {came}
      {nothingAgreed && (
        <InsetText>
          {count(nothingAgreed.letters, "letter")}: {nothingAgreed.because} ({nothingAgreed.clause})
        </InsetText>
      )}
      {hasMore && (
        <InsetText>There are more letters than are made at once. Choose a class, or send these first.</InsetText>
      )}
      {oneByOne.length > 0 && (
        <Section title="To look at one by one">
          <Letters caption="Letters to look at one by one" rows={oneByOne} way={way} />
        </Section>
      )}
      <Section title="Ready to go">
        {ready.length === 0 ? (
          <EmptyState title="No letter is ready" />
        ) : (
          <>
            <p className="govuk-body">
              {count(ready.length, "letter")}, exactly as they go, one to a page. Each is kept as it went. Record that
              somebody was told once they have it.
            </p>
            <CopyPaper key={ready.map(({ hash }) => hash).join()} title="Letters that are ready to go" html={sheet} />
            <Button onClick={() => void sendAll().catch(() => undefined)}>
              Keep and print {count(ready.length, "letter")}
            </Button>
          </>
        )}
      </Section>
      {without.length > 0 && (
        <Section title="No letter">
          <Table
            stacked
            caption="Those to whom no letter goes"
            captionHidden
            rows={without}
            rowKey={({ tellingId }) => tellingId}
            columns={[
              { heading: "Who", cell: ({ to, child }) => `${to}, for ${child}` },
              { heading: "Why", cell: ({ why }) => why },
            ]}
          />
        </Section>
      )}
    </>
  );
}

type LettersProps = { readonly caption: string; readonly rows: readonly To[]; readonly way: LetterWay };

function Letters({ caption, rows, way }: LettersProps) {
  const search = route.useSearch();
  return (
    <Table
      stacked
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ tellingId }) => tellingId}
      columns={[
        {
          heading: "Letter to",
          cell: ({ tellingId, to, child }) => (
            <Link to="/tell/letters/$tellingId" params={{ tellingId }} search={{ ...search, way }}>
              {to === child ? to : `${to}, for ${child}`}
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
  );
}
