import { cursorOf, Pages, useHref } from "@linchpin/portal";
import { EmptyState, Page, Tabs } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { MarkRead } from "./mark-read.tsx";
import { NoticeList } from "./notice-list.tsx";
import { noticesQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/notices");
const tabs = [
  { id: "all", label: "All" },
  { id: "new", label: "New" },
] as const;

/** What the product told this person, newest first. */
export function NoticesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const href = useHref();
  const { data } = useSuspenseQuery(noticesQuery(search.unread === true, cursorOf(search)));
  const unread = data.notices.filter(({ isRead }) => !isRead).map(({ noticeId }) => noticeId);
  return (
    <Page
      title="Notices"
      back={{ href: href({ to: "/" }), text: "Today" }}
      actions={unread.length > 0 && <MarkRead key={unread[0]} noticeIds={unread} />}
    >
      <Tabs
        label="Which"
        tabs={tabs}
        selected={search.unread === true ? "new" : "all"}
        onSelect={(id) => void navigate({ search: id === "new" ? { unread: true } : {}, replace: true })}
      >
        {data.notices.length === 0 ? (
          <EmptyState title={search.unread === true ? "You have read everything" : "Nothing yet"} />
        ) : (
          <NoticeList label="Notices" notices={data.notices} />
        )}
        <Pages
          of="notices"
          after={search.after}
          nextCursor={data.nextCursor}
          onGo={(after) => void navigate({ search: { ...search, after } })}
        />
      </Tabs>
    </Page>
  );
}
