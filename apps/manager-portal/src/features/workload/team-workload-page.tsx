import { Link } from "@linchpin/portal";
import {
  type Column,
  count,
  EmptyState,
  Figures,
  FilterPanel,
  type FilterValues,
  listInWords,
  Meter,
  Page,
  PrintButton,
  Table,
  Tabs,
  Tag,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { TeamWorkload, WorkloadRow } from "../../views.ts";
import { AwayTag } from "./away-tag.tsx";
import { FigureParts } from "./figure-parts.tsx";
import { isAgreed, loadInWords, pointsInWords } from "./figure-words.ts";
import { teamQuery } from "./queries.ts";
import type { columns as columnNames, TeamSearch } from "./search.ts";
import { SpreadOfLeads } from "./spread-of-leads.tsx";
import { inOrder, isSplit, managersOf, only, rowsFor, sortIn, together } from "./team-rows.ts";

const route = getRouteApi("/signed-in/workload");
const tabs = [
  { id: "people", label: "People" },
  { id: "spread", label: "Spread of leads" },
] as const;

/** Who carries what, each figure with the parts that make it. Two half posts are one person here. */
export function TeamWorkloadPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(teamQuery(search.team));
  const team = data.teams.find(({ teamId }) => teamId === search.team);
  const shown = inOrder(rowsFor(data.practitioners, search), search);
  const change = (next: TeamSearch) => void navigate({ search: next, replace: true });
  return (
    <Page
      title="Team workload"
      caption={team?.name ?? (data.teams.length === 1 ? data.teams[0]?.name : undefined)}
      actions={data.practitioners.length > 0 && <PrintButton />}
    >
      {data.practitioners.length === 0 ? (
        <EmptyState title="Nobody is in a team of yours">
          <p className="govuk-body">
            People whose line manager you are, or who are in a team you manage, are listed here.
          </p>
        </EmptyState>
      ) : (
        <>
          <Filters data={data} search={search} onChange={change} />
          <Tabs
            label="What is shown"
            tabs={tabs}
            selected={search.view ?? "people"}
            onSelect={(id) => change({ ...search, view: id === "spread" ? "spread" : undefined })}
          >
            {search.view === "spread" ? (
              <SpreadOfLeads spread={data.spread} rows={shown} />
            ) : (
              <People rows={shown} of={data.practitioners.length} search={search} onChange={change} />
            )}
          </Tabs>
        </>
      )}
    </Page>
  );
}

type Changing = { readonly search: TeamSearch; readonly onChange: (search: TeamSearch) => void };

function Filters({ data, search, onChange }: Changing & { readonly data: TeamWorkload }) {
  const apply = (values: FilterValues) => {
    const show = values.show ?? [];
    const ticked = (name: keyof typeof only) => show.includes(name) || undefined;
    onChange({
      ...search,
      search: textOf(values.search),
      team: textOf(values.team),
      over: ticked("over"),
      unagreed: ticked("unagreed"),
      away: ticked("away"),
      split: ticked("split"),
    });
  };
  return (
    <FilterPanel
      title="Find people"
      filters={[
        { name: "search", label: "Name", kind: "text" },
        ...(data.teams.length > 1
          ? [
              {
                name: "team",
                label: "Team",
                kind: "one" as const,
                options: data.teams.map(({ teamId, name }) => ({ value: teamId, label: name })),
              },
            ]
          : []),
        {
          name: "show",
          label: "Only",
          kind: "several",
          options: Object.entries(only).map(([value, { label }]) => ({ value, label })),
        },
      ]}
      values={{
        search: search.search,
        team: search.team,
        show: Object.keys(only).filter((name) => search[name as keyof typeof only]), // its own keys
      }}
      onChange={apply}
    />
  );
}

const textOf = (value: FilterValues[string]): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

const columns: readonly Column<WorkloadRow>[] = [
  { heading: "Person", key: "name", sortBy: ({ name }) => name, cell: (row) => <Person row={row} /> },
  { heading: "Leads", key: "leads", numeric: true, sortBy: ({ leads }) => leads, cell: ({ leads }) => leads },
  {
    heading: "Supports",
    key: "supports",
    numeric: true,
    sortBy: ({ supports }) => supports,
    cell: ({ supports }) => supports,
  },
  { heading: "Load", key: "load", sortBy: ({ load }) => load.points, cell: (row) => <Load row={row} /> },
  {
    heading: "Room left",
    key: "room",
    numeric: true,
    sortBy: ({ load }) => load.points,
    cell: (row) => <Room row={row} />,
  },
];

function People({
  rows,
  of,
  search,
  onChange,
}: Changing & { readonly rows: readonly WorkloadRow[]; readonly of: number }) {
  const { over, away } = together(rows);
  return (
    <>
      <p className="govuk-body" aria-live="polite">
        {rows.length === of ? count(of, "person", "people") : `${rows.length} of ${count(of, "person", "people")}`},{" "}
        {over === 0 ? "nobody" : count(over, "person", "people")} over what was agreed
        {away > 0 && `, ${away} away today`}.
      </p>
      {rows.length > 1 && <Together rows={rows} />}
      <Table
        caption="What each person leads, supports and carries, in points"
        captionHidden
        stacked="short"
        columns={columns}
        rows={rows}
        rowKey={({ practitionerId }) => practitionerId}
        sort={sortIn(search)}
        onSort={({ by, direction }) =>
          onChange({
            ...search,
            sort: by === "name" ? undefined : (by as (typeof columnNames)[number]),
            down: direction === "descending" || undefined,
          })
        }
        empty={
          <EmptyState title="Nobody matches">
            <p className="govuk-body">Take off a filter, or look for another name.</p>
          </EmptyState>
        }
      />
    </>
  );
}

/** The sums of the rows that are shown. */
function Together({ rows }: { readonly rows: readonly WorkloadRow[] }) {
  const { leads, supports, load, capacity, isLeast, unagreed } = together(rows);
  const without = unagreed > 0 ? `, without ${count(unagreed, "person", "people")} with none agreed` : "";
  return (
    <Figures
      figures={[
        { label: "Leads together", value: leads },
        { label: "Supports together", value: supports },
        {
          label: "Load together",
          value: isLeast ? `At least ${load}` : load,
          note: `of ${pointsInWords(capacity)} agreed${without}`,
        },
      ]}
    />
  );
}

function Person({ row }: { readonly row: WorkloadRow }) {
  const managers = managersOf(row);
  return (
    <>
      <Link to="/workload/$practitionerId" params={{ practitionerId: row.practitionerId }}>
        {row.name}
      </Link>
      <span className="mp-note">
        {row.posts.map(({ title, teamName, agencyName }) => `${title}, ${teamName ?? agencyName}`).join("; ")}
      </span>
      {row.posts.length === 1 && hoursOf(row) < 100 && <span className="mp-note">{hoursOf(row)}% of a full week</span>}
      {isSplit(row) && (
        <span className="mp-note">Two posts{managers.length > 0 && <>, managed by {listInWords(managers)}</>}</span>
      )}
    </>
  );
}

const hoursOf = ({ posts }: WorkloadRow): number => posts.reduce((sum, { hours }) => sum + hours, 0);

function Load({ row: { load, capacity, isOver, away } }: { readonly row: WorkloadRow }) {
  return (
    <div className="mp-load">
      {isAgreed(capacity) ? (
        <Meter label="Load" capacity={capacity.points} now={load.points} />
      ) : (
        <p className="mp-load__words">{loadInWords(load, capacity)}, no capacity agreed</p>
      )}
      <div className="mp-tags">
        {isOver && <Tag colour="orange">Over what was agreed</Tag>}
        {load.isLeast && <Tag colour="grey">A least figure</Tag>}
        <AwayTag away={away} />
      </div>
      <div className="mp-load__parts lp-no-print">
        <FigureParts of="How the load is made" figure={load} />
        <FigureParts of="What was agreed" figure={capacity} />
      </div>
    </div>
  );
}

function Room({ row: { load, capacity } }: { readonly row: WorkloadRow }) {
  return isAgreed(capacity) ? capacity.points - load.points : <em className="lp-not-recorded">Not agreed</em>;
}
