import { Link, useHref } from "@linchpin/portal";
import { EmptyState, momentInWords, NotificationBanner, Page, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { staffSessionsQuery } from "./session-queries.ts";

const route = getRouteApi("/signed-in/sessions/staff");

/** Where the people somebody manages are signed in now, for the day a phone is lost. */
export function StaffSessionsPage() {
  const { ended } = route.useSearch();
  const href = useHref();
  const { data } = useSuspenseQuery(staffSessionsQuery());
  const signedOut = data.people.find(({ practitionerId }) => practitionerId === ended);
  return (
    <Page
      title="Where your staff are signed in"
      back={{ href: href({ to: "/sessions" }), text: "Where you are signed in" }}
    >
      {signedOut && (
        <NotificationBanner title="Done" tone="done">
          <p className="govuk-body">{signedOut.name} is signed out everywhere, and is told that you did it and why.</p>
        </NotificationBanner>
      )}
      <p className="govuk-body">
        When a phone or computer is lost, or was left open, sign its owner out: nothing more can be seen from it. They
        can sign in again. To keep somebody out who has left, <Link to="/register">end their post</Link>.
      </p>
      <Table
        stacked
        caption="People you manage"
        rows={data.people}
        rowKey={({ practitionerId }) => practitionerId}
        columns={[
          { heading: "Name", cell: ({ name }) => name },
          { heading: "Post", cell: ({ postTitle }) => postTitle },
          {
            heading: "Signed in",
            cell: ({ sessions }) =>
              sessions.length === 0 ? (
                "Not now"
              ) : (
                <ul className="govuk-list">
                  {sessions.map(({ sessionId, device, since, lastUsed }) => (
                    <li key={sessionId}>
                      {device}, since {momentInWords(since)}, last used {momentInWords(lastUsed)}
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            heading: "Sign out",
            onScreenOnly: true,
            cell: ({ practitionerId, name }) => (
              <Link to="/sessions/staff/$practitionerId" params={{ practitionerId }}>
                Sign out <span className="govuk-visually-hidden">{name}</span>
              </Link>
            ),
          },
        ]}
        empty={<EmptyState title="You manage nobody today" />}
      />
    </Page>
  );
}
