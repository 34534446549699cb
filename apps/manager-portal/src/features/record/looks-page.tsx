import { cursorOf, Link, Pages } from "@linchpin/portal";
import {
  count,
  dateInWords,
  EmptyState,
  FilterPanel,
  type FilterValues,
  NotificationBanner,
  Page,
  PrintButton,
  Table,
  Tabs,
  Tag,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { PersonOfWeek, WeekOfLooks } from "../../views.ts";
import { looksOfWeekQuery } from "./queries.ts";
import { LooksSearch } from "./search.ts";

const route = getRouteApi("/signed-in/looks");

/** A week of looks that the privacy officer asks about, by kind and person. */
export function LooksPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(looksOfWeekQuery(search, cursorOf(search)));
  const { kind, kinds, week, lastDay } = data;
  return (
    <Page
      title="Looks at records"
      caption={`${dateInWords(week)} to ${dateInWords(lastDay)}`}
      actions={data.people.length > 0 && <PrintButton />}
    >
      {search.done && (
        <NotificationBanner title="Done" tone="done">
          <p className="govuk-body">
            {search.done === "breach"
              ? "What you found is kept, and whoever manages them is told."
              : "What you found is kept."}
          </p>
        </NotificationBanner>
      )}
      <Weeks data={data} />
      {data.sealed > 0 && (
        <p className="govuk-body">
          {count(data.sealed, "look", "looks")} of this week went to records that are sealed by now. They are kept, and
          nothing of them is shown.
        </p>
      )}
      <Tabs
        label="Kinds of look"
        tabs={kinds.map(({ code, label, unchecked }) => ({
          id: code,
          label: unchecked === 0 ? label : `${label} (${unchecked} to check)`,
        }))}
        selected={kind.code}
        onSelect={(code) =>
          void navigate({ search: LooksSearch.parse({ week: search.week, kind: code }), replace: true })
        }
      >
        <p className="govuk-body">{kind.meaning}</p>
        <FilterPanel
          title="Find a person"
          filters={[{ name: "name", label: "Name", kind: "text" }]}
          values={{ name: search.name }}
          onChange={({ name }: FilterValues) =>
            void navigate({ search: LooksSearch.parse({ ...search, name, after: undefined }), replace: true })
          }
        />
        <PeopleOfWeek data={data} isFiltered={search.name !== undefined} />
        <Pages
          of="people"
          after={search.after}
          nextCursor={data.nextCursor}
          onGo={(after) => void navigate({ search: { ...search, after } })}
        />
      </Tabs>
    </Page>
  );
}

function Weeks({ data: { before, after } }: { readonly data: WeekOfLooks }) {
  const { kind } = route.useSearch();
  return (
    <p className="govuk-body lp-no-print">
      <Link to="/looks" search={{ week: before, kind }}>
        The week before
      </Link>
      {after !== undefined && (
        <>
          {" or "}
          <Link to="/looks" search={{ week: after, kind }}>
            the week after
          </Link>
        </>
      )}
    </p>
  );
}

type Of = { readonly data: WeekOfLooks; readonly isFiltered: boolean };

function PeopleOfWeek({ data: { people, kind, week }, isFiltered }: Of) {
  return (
    <Table
      caption={kind.label}
      captionHidden
      dense
      stacked
      rows={people}
      rowKey={({ practitionerId }) => practitionerId}
      columns={[
        {
          heading: "Person",
          cell: ({ practitionerId, name, postTitle, agency }) => (
            <>
              <Link to="/looks/$kind/$practitionerId" params={{ kind: kind.code, practitionerId }} search={{ week }}>
                {name}
              </Link>
              <span className="mp-note">{[postTitle, agency].filter(Boolean).join(", ")}</span>
            </>
          ),
        },
        {
          heading: "How many",
          cell: ({ looks, children }) =>
            kind.code === "found-nobody"
              ? count(looks, "time")
              : `${count(looks, "time")}, ${count(children, "child", "children")}`,
        },
        { heading: "What was found", cell: (person) => <Found of={person} /> },
      ]}
      empty={
        isFiltered ? (
          <EmptyState title="Nobody matches">
            <p className="govuk-body">Take off the filter, or look for another name.</p>
          </EmptyState>
        ) : (
          <EmptyState title="Nothing of this kind in this week" />
        )
      }
    />
  );
}

const colours = { "in-order": "green", "asked-about": "yellow", breach: "red" } as const;

function Found({ of: { found, standsOut } }: { readonly of: Pick<PersonOfWeek, "found" | "standsOut"> }) {
  if (found === undefined) return standsOut ? "Still to be checked" : "No more than others with the same part";
  return (
    <>
      <Tag colour={colours[found.outcome.code as keyof typeof colours]}>{found.outcome.label}</Tag>
      <span className="mp-note">{found.by}</span>
    </>
  );
}
