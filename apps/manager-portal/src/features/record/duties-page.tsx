import { cursorOf, Pages, useHref } from "@linchpin/portal";
import { EmptyState, Page, Tabs, WorkList } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { dutiesQuery } from "./queries.ts";
import { dutyAsWork } from "./work.ts";

const route = getRouteApi("/signed-in/duties");
const tabs = [
  { id: "mine", label: "Owed by you" },
  { id: "on-my-account", label: "Owed by others on your account" },
] as const;

/** Everything owed, nearest clock first, each with its clause. */
export function DutiesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const href = useHref();
  const whose = search.whose ?? "mine";
  const { data } = useSuspenseQuery(dutiesQuery(whose, cursorOf(search)));
  return (
    <Page title="What is owed and by when" back={{ href: href({ to: "/" }), text: "Today" }}>
      <Tabs
        label="Whose"
        tabs={tabs}
        selected={whose}
        onSelect={(id) =>
          void navigate({ search: { whose: id === "mine" ? undefined : "on-my-account" }, replace: true })
        }
      >
        {data.duties.length === 0 ? (
          <EmptyState title={whose === "mine" ? "You owe nothing" : "Nobody owes anything on your account"} />
        ) : (
          <WorkList
            label={whose === "mine" ? "Owed by you" : "Owed by others on your account"}
            items={data.duties.map((duty) => dutyAsWork(duty, whose === "mine"))}
          />
        )}
        <Pages
          of="duties"
          after={search.after}
          nextCursor={data.nextCursor}
          onGo={(after) => void navigate({ search: { ...search, after } })}
        />
      </Tabs>
    </Page>
  );
}
