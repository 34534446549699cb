import { refusalView, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import { Button, count, EmptyState, InsetText, Page, RefusalPanel } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { trpc } from "../../api.ts";
import { FamilyPaper, Lacks } from "./family-paper.tsx";
import { Without } from "./packs-page.tsx";
import { sheetsQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/roll/$establishmentId/packs/print");

/** A whole class or entry year to print, each family on pages of their own. Printing records the day and by whom. */
export function PrintPacksPage() {
  const { establishmentId } = route.useParams();
  const search = route.useSearch();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const { data } = useSuspenseQuery(sheetsQuery(establishmentId, search));
  const printed = useChange(trpc.namedPerson.paper.printed.mutationOptions());
  const papers = data.known ? data.papers : [];
  const print = async () => {
    const childIds = papers.map(({ childId }) => childId);
    await printed.mutateAsync({ idempotencyKey, establishmentId, childIds });
    window.print();
  };
  const refusal = refusalView(printed.error);
  return (
    <Page
      title="Print packs"
      back={{
        href: href({ to: "/roll/$establishmentId/packs", params: { establishmentId }, search }),
        text: "Packs for families",
      }}
      actions={
        papers.length > 0 && (
          <Button kind="secondary" onClick={() => void print().catch(() => undefined)}>
            Print {count(papers.length, "pack")}
          </Button>
        )
      }
    >
      {refusal && <RefusalPanel {...refusal} />}
      {data.known ? (
        <>
          <div className="lp-no-print">
            <p className="govuk-body">
              {count(papers.length, "pack")}, each on pages of its own. Printing records the day and that it was you;
              record that packs were given once families have them.
            </p>
            {data.hasMore && (
              <InsetText>There are more than are printed at once. Choose a class or a year group.</InsetText>
            )}
            {data.without.length > 0 && <Without packs={data.without} />}
            <Lacks lacks={[...new Set(papers.flatMap(({ lacks }) => lacks))]} />
          </div>
          {papers.length === 0 && <EmptyState title="There is no pack to print" />}
          {papers.map((paper, place) => (
            <FamilyPaper key={paper.childId} place={place + 1} paper={{ ...paper, lacks: [] }} />
          ))}
        </>
      ) : (
        <InsetText>{data.because}</InsetText>
      )}
    </Page>
  );
}
