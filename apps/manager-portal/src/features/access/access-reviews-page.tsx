import { Link, Pages } from "@linchpin/portal";
import { type Column, count, dateInWords, EmptyState, FilterPanel, Page, PrintButton, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { StaffAccess } from "../../views.ts";
import { staffAccessQuery } from "./review-queries.ts";
import { AccessReviewsSearch } from "./review-search.ts";
import { flagInWords, lookInWords, RoundOf } from "./review-words.tsx";

const route = getRouteApi("/signed-in/access-reviews");

/** What each of a manager's staff can see, in numbers, and who is to be gone through. */
export function AccessReviewsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(staffAccessQuery(search));
  const isFiltered = search.search !== undefined || search.show !== undefined;
  return (
    <Page title="Who can see what" actions={data.people.length > 0 && <PrintButton />}>
      <p className="govuk-body">
        Every {data.everyDays} days you go through what each of the people you manage can see: keep it, or ask for a
        part to end. Your own line manager does the same for you.
      </p>
      <FilterPanel
        title="Find people"
        filters={[
          { name: "search", label: "Name", kind: "text" },
          { name: "show", label: "Only", kind: "one", options: [{ value: "due", label: "Due in the next two weeks" }] },
        ]}
        values={{ search: search.search, show: search.show }}
        onChange={({ search: text, show }) =>
          void navigate({ search: AccessReviewsSearch.parse({ search: text, show }), replace: true })
        }
      />
      <Table
        caption="What the people you manage can see"
        captionHidden
        stacked
        columns={columns}
        rows={data.people}
        rowKey={({ practitionerId }) => practitionerId}
        empty={
          isFiltered ? (
            <EmptyState title="Nobody matches">
              <p className="govuk-body">Take off a filter, or look for another name.</p>
            </EmptyState>
          ) : (
            <EmptyState title="You manage nobody today">
              <p className="govuk-body">
                People whose line manager you are, or who are in a team you manage, are listed here.
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

const columns: readonly Column<StaffAccess>[] = [
  {
    heading: "Person",
    sortBy: ({ name }) => name,
    cell: ({ practitionerId, name, postTitle, agency }) => (
      <>
        <Link to="/access-reviews/$practitionerId" params={{ practitionerId }}>
          {name}
        </Link>
        <span className="mp-note">{[postTitle, agency].filter(Boolean).join(", ")}</span>
      </>
    ),
  },
  {
    heading: "Can see",
    sortBy: ({ children }) => children,
    cell: ({ parts, children, childrenApart }) =>
      parts.length + childrenApart === 0 ? (
        "No child's record"
      ) : (
        <>
          {parts.length === 0 ? "No child's record" : count(children, "child", "children")}
          {parts.map(({ code, label, children: many, since, lastLook, withoutLook }) => (
            <span key={code} className="mp-note">
              {label}: {many}, since {dateInWords(since)}, {lookInWords(lastLook, withoutLook > 0)}
            </span>
          ))}
          {childrenApart > 0 && (
            <span className="mp-note">
              Something of {count(childrenApart, "child", "children")} without a part in their care
            </span>
          )}
        </>
      ),
  },
  {
    heading: "To ask about",
    sortBy: ({ flags }) => flags.reduce((sum, { count: many }) => sum + many, 0),
    cell: ({ flags, openAsks }) =>
      flags.length === 0 && openAsks === 0 ? (
        "Nothing"
      ) : (
        <ul className="govuk-list">
          {flags.map((flag) => (
            <li key={flag.code}>{flagInWords(flag)}</li>
          ))}
          {openAsks > 0 && <li>Asked to end and still open: {openAsks}</li>}
        </ul>
      ),
  },
  { heading: "Review", sortBy: ({ round }) => round.dueOn, cell: ({ round }) => <RoundOf round={round} /> },
];
