import { cursorOf, Pages, useHref } from "@linchpin/portal";
import { Anchor, EmptyState, FilterPanel, MomentText, NotificationBanner, Page, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { HeldBack } from "../../views.ts";
import { blocksQuery } from "./queries.ts";
import { HeldBackSearch } from "./search.ts";

const route = getRouteApi("/signed-in/held-back");

/** From whom which record is held back, how that came to be known, and what was lifted. */
export function HeldBackPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(blocksQuery(search.show, cursorOf(search)));
  const isLifted = search.show === "lifted";
  return (
    <Page title="Records held back from staff">
      {search.done && (
        <NotificationBanner title="Done" tone="done">
          <p className="govuk-body">This no longer holds the record back.</p>
        </NotificationBanner>
      )}
      <p className="govuk-body">
        Staff who know a child outside work, or share an address, phone or email with the child's home, see nothing of
        the child, whatever their post. What concerns yourself is not here: another privacy officer sees it.
      </p>
      <FilterPanel
        title="Narrow the list"
        values={{ show: search.show }}
        onChange={({ show }) => void navigate({ search: HeldBackSearch.parse({ show: show || undefined }) })}
        filters={[
          {
            kind: "one",
            name: "show",
            label: "Show",
            options: [
              { value: "in-force", label: "Held back now" },
              { value: "lifted", label: "Lifted" },
            ],
          },
        ]}
      />
      <Table
        stacked="short"
        caption={isLifted ? "Lifted, newest first" : "Held back now, newest first"}
        rows={data.blocks}
        rowKey={({ blockId }) => blockId}
        columns={[
          { heading: "Who", cell: ({ by, postTitle }) => [by.name, postTitle].filter(Boolean).join(", ") },
          { heading: "Child", cell: ({ child }) => child.name },
          { heading: "Known by", cell: ({ because, tie }) => (tie ? `${because}: ${tie.label}` : because) },
          { heading: "Since", cell: ({ from }) => <MomentText at={from} /> },
          isLifted
            ? { heading: "Lifted", cell: (block) => <Lifted block={block} /> }
            : {
                heading: "What you can do",
                onScreenOnly: true,
                cell: (block) => <Lift block={block} after={search.after} />,
              },
        ]}
        empty={<EmptyState title={isLifted ? "Nothing was lifted" : "No record is held back from anybody else"} />}
      />
      <Pages
        of="records held back"
        after={search.after}
        nextCursor={data.nextCursor}
        onGo={(after) => void navigate({ search: { ...search, after, done: undefined } })}
      />
    </Page>
  );
}

function Lifted({ block: { lifted } }: { readonly block: HeldBack }) {
  if (lifted === undefined) return "No";
  return (
    <>
      {lifted.because} ({lifted.by}, <MomentText at={lifted.at} />)
    </>
  );
}

function Lift({ block, after }: { readonly block: HeldBack; readonly after: string[] | undefined }) {
  const href = useHref();
  const { blockId, by, child } = block;
  return (
    <Anchor
      href={href({ to: "/held-back/$blockId/lift", params: { blockId }, search: { ...(after ? { after } : {}) } })}
    >
      Lift
      <span className="govuk-visually-hidden">
        : {by.name}, {child.name}
      </span>
    </Anchor>
  );
}
