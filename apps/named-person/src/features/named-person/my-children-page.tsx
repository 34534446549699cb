import { capital, Link, Pages } from "@linchpin/portal";
import {
  count,
  EmptyState,
  FilterPanel,
  type FilterValues,
  InsetText,
  Page,
  Table,
  type TableSort,
  Tag,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { mineQuery, myGroupsQuery } from "./queries.ts";
import type { MineSearch } from "./search.ts";

const route = getRouteApi("/signed-in/children");
type Mine = Answers["namedPerson"]["mine"]["children"][number];

/** The children I am named person for; where there is no named person, those I am in contact with. */
export function MyChildrenPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { namedPerson } = useTerms();
  const { data } = useSuspenseQuery(mineQuery(search));
  const isNarrowed = search.search !== undefined || search.group !== undefined || search.attention === true;
  return (
    <Page title="My children">
      {data.noNamedPersonBecause !== null ? (
        <InsetText>{data.noNamedPersonBecause} These are the children you are in contact with.</InsetText>
      ) : (
        <p className="govuk-body">The children you are {namedPerson} for, or work with on a plan.</p>
      )}
      <div className="np-narrowed">
        <Narrow search={search} />
        <div>
          <ChildrenTable
            key={JSON.stringify(search)}
            rows={data.children}
            search={search}
            knowsNamedPerson={data.noNamedPersonBecause === null}
            isNarrowed={isNarrowed}
          />
          {(data.nextCursor !== null || search.after !== undefined) && (
            <p className="govuk-hint">Sorting puts the {data.children.length} children of this page in order.</p>
          )}
          {data.noNamedPersonBecause === null && (
            <>
              <p className="govuk-body">
                <Link to="/core-information">Core information to confirm</Link>
              </p>
              <p className="govuk-body">
                <Link to="/before">Children you were {namedPerson} for</Link>
              </p>
            </>
          )}
          <p className="govuk-body">
            <Link to="/discussions">Your informal discussions</Link>
          </p>
          <Pages
            of="children"
            after={search.after}
            nextCursor={data.nextCursor}
            onGo={(after) => void navigate({ search: { ...search, after } })}
          />
        </div>
      </div>
    </Page>
  );
}

function Narrow({ search }: { readonly search: MineSearch }) {
  const navigate = route.useNavigate();
  const { data: mine } = useSuspenseQuery(myGroupsQuery());
  const several = new Set(mine.groups.map(({ establishment }) => establishment)).size > 1;
  const values: FilterValues = {
    ...(search.search === undefined ? {} : { search: search.search }),
    ...(search.group === undefined ? {} : { group: search.group }),
    ...(search.attention === true ? { attention: ["yes"] } : {}),
  };
  return (
    <FilterPanel
      title="Narrow the list"
      values={values}
      onChange={({ search: text, group, attention }) =>
        void navigate({
          search: {
            sort: search.sort,
            down: search.down,
            search: one(text),
            group: one(group),
            attention: one(attention) === "yes" ? true : undefined,
          },
        })
      }
      filters={[
        { kind: "text", name: "search", label: "Name" },
        ...(mine.groups.length === 0
          ? []
          : [
              {
                kind: "one" as const,
                name: "group",
                label: "Class",
                options: [...new Map(mine.groups.map((group) => [group.group, group])).values()].map(
                  ({ group, establishment, children }) => ({
                    value: group,
                    label: several ? `${group}, ${establishment} (${children})` : `${group} (${children})`,
                  }),
                ),
              },
            ]),
        {
          kind: "several",
          name: "attention",
          label: "Show only",
          options: [{ value: "yes", label: "Children with something open" }],
        },
      ]}
    />
  );
}

const one = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === "string" ? value : value?.[0];

type ChildrenTableProps = {
  readonly rows: readonly Mine[];
  readonly search: MineSearch;
  readonly knowsNamedPerson: boolean;
  readonly isNarrowed: boolean;
};

function ChildrenTable({ rows, search, knowsNamedPerson, isNarrowed }: ChildrenTableProps) {
  const navigate = route.useNavigate();
  const { leadProfessional } = useTerms();
  const severalPlaces = new Set(rows.map(({ establishment }) => establishment)).size > 1;
  const isGrouped = rows.some(({ group, yearGroup }) => group !== null || yearGroup !== null); // a caseload has no classes
  const sort: TableSort = { by: search.sort ?? "name", direction: search.down === true ? "descending" : "ascending" };
  return (
    <Table
      stacked="short"
      caption={knowsNamedPerson ? "My children" : "Children I am in contact with"}
      rows={sortedBy(sort, rows)}
      rowKey={({ childId }) => childId}
      sort={sort}
      onSort={({ by, direction }) =>
        void navigate({
          search: { ...search, sort: by as MineSearch["sort"], down: direction === "descending" ? true : undefined },
          replace: true,
        })
      }
      columns={[
        { heading: "Name", key: "name", sortBy: (row) => row.name, cell: (row) => <NameOf row={row} /> },
        {
          heading: "Age",
          key: "age",
          sortBy: (row) => row.bornOn,
          cell: ({ age }) => <span className="np-nowrap">{age}</span>,
        },
        ...(isGrouped || severalPlaces
          ? [
              {
                heading: "Class",
                key: "class",
                sortBy: (row: Mine) => row.group,
                cell: (row: Mine) => <ClassOf row={row} severalPlaces={severalPlaces} />,
              },
            ]
          : []),
        { heading: "Flags", cell: (row) => <FlagsOf row={row} leadProfessional={leadProfessional} /> },
        { heading: capital(leadProfessional), cell: (row) => row.leadProfessional ?? leadOf(row) },
      ]}
      empty={
        isNarrowed ? (
          <EmptyState title="No child of yours matches">
            <p className="govuk-body">
              <Link to="/children">Show all my children</Link>
            </p>
          </EmptyState>
        ) : (
          <EmptyState title="No child is in your care yet">
            <p className="govuk-body">Children appear here as soon as you are given a part in their care.</p>
          </EmptyState>
        )
      }
    />
  );
}

const by: Record<NonNullable<MineSearch["sort"]>, (row: Mine) => string | null> = {
  name: (row) => row.name,
  age: (row) => row.bornOn,
  class: (row) => row.group,
  since: (row) => row.since,
};

/** The address holds how the page is sorted; the youngest child has the lowest age. */
function sortedBy({ by: key, direction }: TableSort, rows: readonly Mine[]): readonly Mine[] {
  const of = by[key as keyof typeof by] ?? by.name;
  const turn = (direction === "ascending" ? 1 : -1) * (key === "age" ? -1 : 1);
  return rows.toSorted((a, b) => turn * (of(a) ?? "").localeCompare(of(b) ?? "", "en-GB", { numeric: true }));
}

function NameOf({ row: { childId, name, preferredName, as } }: { readonly row: Mine }) {
  return (
    <>
      <Link to="/children/$childId" params={{ childId }}>
        {name}
      </Link>
      {preferredName && <span className="np-note">Likes to be called {preferredName}</span>}
      {as.length > 0 && !as.includes("named person") && <span className="np-note">You: {as.join(", ")}</span>}
    </>
  );
}

type ClassProps = { readonly row: Mine; readonly severalPlaces: boolean };

/** The school is said only where the list holds children of more than one. */
function ClassOf({ row: { group, yearGroup, establishment }, severalPlaces }: ClassProps) {
  return (
    <>
      {group ?? yearGroup ?? "None recorded"}
      {severalPlaces && establishment && <span className="np-note">{establishment}</span>}
    </>
  );
}

function FlagsOf({ row, leadProfessional }: { readonly row: Mine; readonly leadProfessional: string }) {
  const flags = [
    row.openConcerns > 0 && { text: count(row.openConcerns, "open concern"), colour: "orange" as const },
    row.leadPending && { text: `No ${leadProfessional} yet`, colour: "yellow" as const },
    ...row.legalStatuses.map((status) => ({ text: status, colour: "purple" as const })),
  ].filter((flag) => flag !== false);
  if (flags.length === 0) return <>None</>;
  return (
    <span className="np-links">
      {flags.map(({ text, colour }) => (
        <Tag key={text} colour={colour}>
          {text}
        </Tag>
      ))}
    </span>
  );
}

const leadOf = ({ leadPending }: Mine): string => (leadPending ? "Still to be found" : "Not needed");
