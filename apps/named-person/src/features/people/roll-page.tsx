import { capital, Link, Pages, useHref } from "@linchpin/portal";
import {
  ButtonGroup,
  count,
  dateInWords,
  EmptyState,
  FilterPanel,
  type FilterValues,
  InsetText,
  LinkButton,
  Table,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { type Establishment, EstablishmentPage, useEstablishment } from "./establishment-page.tsx";
import { rollQuery } from "./queries.ts";
import { RollSearch } from "./search.ts";

const route = getRouteApi("/signed-in/roll/$establishmentId");
type Row = Answers["people"]["roll"]["list"]["rows"][number];

/** The children of a school or clinic, by name. */
export function RollPage() {
  const { establishmentId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const href = useHref();
  const { namedPerson } = useTerms();
  const { data } = useSuspenseQuery(rollQuery(establishmentId, search));
  const establishment = useEstablishment(establishmentId);
  const knows = data.noNamedPersonBecause === null;
  const isEmpty = establishment?.onRoll === 0;
  const isNarrowed = Object.keys(search).some((key) => key !== "after");
  const upload = (
    <LinkButton href={href({ to: "/roll/$establishmentId/imports/new", params: { establishmentId } })}>
      {establishment?.listIs === "caseload" ? "Upload a caseload" : "Upload a class list"}
    </LinkButton>
  );
  return (
    <EstablishmentPage
      establishmentId={establishmentId}
      title={establishment?.listIs === "caseload" ? "Caseload" : "Roll"}
      actions={!isEmpty && upload}
    >
      {data.noNamedPersonBecause !== null && <InsetText>{data.noNamedPersonBecause}</InsetText>}
      {establishment && <p className="govuk-body">{count(establishment.onRoll, "child", "children")} in all.</p>}
      <div className={isEmpty ? undefined : "np-narrowed"}>
        {establishment && !isEmpty && <Narrow establishment={establishment} search={search} knows={knows} />}
        <div>
          <Table
            stacked="short"
            caption="Children"
            captionHidden
            rows={data.rows}
            rowKey={({ childId }) => childId}
            columns={[
              { heading: "Name", cell: (row) => <NameOf row={row} /> },
              { heading: "Age", cell: ({ age }) => <span className="np-nowrap">{age}</span> },
              { heading: "Class", cell: (row) => <ClassOf row={row} /> },
              ...(knows
                ? [{ heading: capital(namedPerson), cell: (row: Row) => row.namedPerson?.name ?? "Nobody" }]
                : []),
            ]}
            empty={
              isNarrowed ? (
                <EmptyState title="No child matches">
                  <Link to="/roll/$establishmentId" params={{ establishmentId }}>
                    Show the whole roll
                  </Link>
                </EmptyState>
              ) : (
                <EmptyState title="The roll is empty">
                  <p className="govuk-body">Upload a list as CSV: nothing changes until you have looked at it.</p>
                  <ButtonGroup>{upload}</ButtonGroup>
                </EmptyState>
              )
            }
          />
          <Pages
            of="children"
            after={search.after}
            nextCursor={data.nextCursor}
            onGo={(after) => void navigate({ search: { ...search, after } })}
          />
        </div>
      </div>
    </EstablishmentPage>
  );
}

type NarrowProps = { readonly establishment: Establishment; readonly search: RollSearch; readonly knows: boolean };

function Narrow({ establishment: { groups }, search, knows }: NarrowProps) {
  const navigate = route.useNavigate();
  const { namedPerson } = useTerms();
  const { without, after: _, ...texts } = search;
  const values: FilterValues = { ...texts, ...(without === true ? { without: ["yes"] } : {}) };
  const optionsOf = (of: typeof groups.classes) =>
    of.map(({ group, words, children }) => ({ value: group, label: `${words} (${children})` }));
  return (
    <FilterPanel
      title="Narrow the list"
      values={values}
      onChange={({ without: ticked, ...given }) =>
        void navigate({
          search: RollSearch.parse({ ...given, ...(ticked && ticked.length > 0 ? { without: true } : {}) }),
        })
      }
      filters={[
        { kind: "text", name: "search", label: "Name" },
        { kind: "one", name: "group", label: "Class", options: optionsOf(groups.classes) },
        { kind: "one", name: "yearGroup", label: "Year group", options: optionsOf(groups.yearGroups) },
        ...(knows
          ? [
              {
                kind: "several" as const,
                name: "without",
                label: "Show only",
                options: [{ value: "yes", label: `Children with no ${namedPerson}` }],
              },
            ]
          : []),
      ]}
    />
  );
}

function NameOf({ row: { childId, name, preferredName } }: { readonly row: Row }) {
  return (
    <>
      <Link to="/roll/children/$childId" params={{ childId }}>
        {name}
      </Link>
      {preferredName && <span className="np-note">Likes to be called {preferredName}</span>}
    </>
  );
}

function ClassOf({ row: { group, yearGroup, house, startsOn } }: { readonly row: Row }) {
  return (
    <>
      {[group, yearGroup].filter(Boolean).join(", ") || "None recorded"}
      {house && <span className="np-note">{house}</span>}
      {startsOn && <span className="np-note">Starts on {dateInWords(startsOn)}</span>}
    </>
  );
}
