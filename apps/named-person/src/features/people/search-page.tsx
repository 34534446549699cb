import { capital, cursorOf, Link, Pages } from "@linchpin/portal";
import { EmptyState, Page, SearchField, Section, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { postMay } from "../../routes/menu.ts";
import { useTerms, useWho } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { namedHereQuery, searchQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/search");
type Found = Answers["people"]["search"]["children"][number];
type Here = Answers["people"]["namedHere"]["children"][number];

/** Children this person may see, by name or number. */
export function SearchPage() {
  const { text } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = text.trim();
  const who = useWho();
  const mayOpenInEmergency = postMay(who, "emergency.open");
  return (
    <Page title="Find a child">
      <SearchField
        label="Name or number"
        hint="Only children you work with are found."
        value={text}
        onSearch={(sought) => void navigate({ search: { text: sought } })}
      />
      {asked.length >= 2 ? (
        <>
          <FoundChildren asked={asked} />
          {postMay(who, "named-person.here.read") && <NamedHere asked={asked} />}
        </>
      ) : (
        <p className="govuk-body">Enter at least 2 characters of a name, or a whole number.</p>
      )}
      {mayOpenInEmergency && (
        <p className="govuk-body">
          <Link to="/emergency">Open a record in an emergency</Link>: for a child in whose care you have no part, when
          it cannot wait.
        </p>
      )}
    </Page>
  );
}

function FoundChildren({ asked }: { readonly asked: string }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(searchQuery(asked, cursorOf(search)));
  return (
    <>
      <Table
        stacked="short"
        caption={`Children found for “${asked}”`}
        rows={data.children}
        rowKey={({ childId }) => childId}
        columns={[
          { heading: "Name", cell: (child) => <ChildLink child={child} /> },
          { heading: "Age", cell: ({ age }) => <span className="np-nowrap">{age}</span> },
          { heading: "School or clinic", cell: ({ establishment }) => establishment ?? "None recorded" },
          { heading: "Class", cell: ({ group }) => group ?? "None recorded" },
        ]}
        empty={
          <EmptyState title="Nobody is found">
            <p className="govuk-body">
              There may be no such child, or it may be one whose record you may not open. Check the spelling, or try a
              part of the name.
            </p>
          </EmptyState>
        }
      />
      <Pages
        of="children"
        after={search.after}
        nextCursor={data.nextCursor}
        onGo={(after) => void navigate({ search: { ...search, after } })}
      />
    </>
  );
}

/** Of children where this person works: to whom a worry goes, and nothing else (HIG-57). */
function NamedHere({ asked }: { readonly asked: string }) {
  const { data } = useSuspenseQuery(namedHereQuery(asked));
  const { namedPerson } = useTerms();
  if (data.place === null) return null;
  return (
    <Section title={`At ${data.place}: who the ${namedPerson} is`}>
      <Table
        stacked="short"
        caption={`Children at ${data.place} found for “${asked}”`}
        captionHidden
        rows={data.children}
        rowKey={({ childId }) => childId}
        columns={[
          { heading: "Name", cell: ({ name }) => name },
          { heading: "Class", cell: ({ group }) => group ?? "None recorded" },
          { heading: capital(namedPerson), cell: ({ namedPerson: one }) => <Named one={one} /> },
        ]}
        empty={<EmptyState title="No child there has this name" />}
      />
      {data.isMore && <p className="govuk-body">There are more. Enter more of the name to see them.</p>}
      <p className="govuk-body">
        Something you noticed goes to the {namedPerson}: <Link to="/pass-a-worry-on">pass a worry on</Link>.
      </p>
    </Section>
  );
}

function Named({ one }: { readonly one: Here["namedPerson"] }) {
  if (one === null) return "Nobody now: the office places a worry";
  const { name, title, place, phone } = one;
  return (
    <>
      {name}
      <span className="np-note">{[title, place, phone].filter(Boolean).join(", ")}</span>
    </>
  );
}

/** Leads to the page this person may open: the record, or the place on the roll. */
function ChildLink({ child: { childId, name, preferredName, opens } }: { readonly child: Found }) {
  const words = preferredName ? `${name} (${preferredName})` : name;
  return opens === "record" ? (
    <Link to="/children/$childId" params={{ childId }}>
      {words}
    </Link>
  ) : (
    <Link to="/roll/children/$childId" params={{ childId }}>
      {words}
    </Link>
  );
}
