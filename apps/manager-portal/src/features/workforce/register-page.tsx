import { Link, optionsOf, Pages, withArticle } from "@linchpin/portal";
import { type Column, EmptyState, FilterPanel, type FilterValues, Page, PrintButton, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTerms } from "../../terms.ts";
import type { Register, RegisterRow } from "../../views.ts";
import { AnswerOf } from "./answer.tsx";
import { registerQuery } from "./queries.ts";
import { RegisterSearch, shows } from "./search.ts";

const route = getRouteApi("/signed-in/register");

/** Who may lead under this area's rules, and what is on record of each: alphabetical, nobody ranked. */
export function RegisterPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { leadProfessional } = useTerms();
  const { data } = useSuspenseQuery(registerQuery(search));
  const isFiltered = search.search !== undefined || search.team !== undefined || search.show !== undefined;
  return (
    <Page title="Register" actions={data.practitioners.length > 0 && <PrintButton />}>
      <p className="govuk-body">
        Who may be {withArticle(leadProfessional)} under this area's rules: asked as if each worked with the child
        already and started today.
      </p>
      <Filters data={data} search={search} onChange={(next) => void navigate({ search: next, replace: true })} />
      <Table
        caption="People of your teams and their standing for the role"
        captionHidden
        dense
        stacked
        columns={columns}
        rows={data.practitioners}
        rowKey={({ practitionerId }) => practitionerId}
        empty={
          isFiltered ? (
            <EmptyState title="Nobody matches">
              <p className="govuk-body">Take off a filter, or look for another name.</p>
            </EmptyState>
          ) : (
            <EmptyState title="Nobody is in a team of yours">
              <p className="govuk-body">
                People whose line manager you are, or who are in a team you manage, are listed here, with those they
                manage.
              </p>
            </EmptyState>
          )
        }
      />
      <Pages
        of="people"
        after={search.after}
        nextCursor={data.nextCursor}
        onGo={(after) => void navigate({ search: { ...search, after } })}
      />
    </Page>
  );
}

const columns: readonly Column<RegisterRow>[] = [
  {
    heading: "Person",
    cell: ({ practitionerId, name, postTitle, agency }) => (
      <>
        <Link to="/register/$practitionerId" params={{ practitionerId }}>
          {name}
        </Link>
        <span className="mp-note">{[postTitle, agency.name].filter(Boolean).join(", ")}</span>
      </>
    ),
  },
  { heading: "May lead", cell: ({ suitability }) => <AnswerOf answer={suitability} /> },
  { heading: "May be trained", cell: ({ training }) => <AnswerOf answer={training} /> },
  { heading: "Record check", cell: ({ check }) => check },
  { heading: "Engagement", cell: ({ engagement }) => engagement },
  { heading: "Pool", cell: ({ pool }) => pool },
  { heading: "Leads now", numeric: true, cell: ({ leads }) => leads },
];

type FiltersProps = {
  readonly data: Register;
  readonly search: RegisterSearch;
  readonly onChange: (search: RegisterSearch) => void;
};

function Filters({ data: { teams }, search, onChange }: FiltersProps) {
  return (
    <FilterPanel
      title="Find people"
      filters={[
        { name: "search", label: "Name", kind: "text" },
        ...(teams.length > 1
          ? [
              {
                name: "team",
                label: "Team",
                kind: "one" as const,
                options: teams.map(({ teamId, name }) => ({ value: teamId, label: name })),
              },
            ]
          : []),
        { name: "show", label: "Only", kind: "one", options: optionsOf(shows) },
      ]}
      values={{ search: search.search, team: search.team, show: search.show }}
      onChange={({ search: text, team, show }: FilterValues) =>
        onChange(RegisterSearch.parse({ search: text, team, show }))
      }
    />
  );
}
