import { cursorOf, Pages, useHref } from "@linchpin/portal";
import { EmptyState, Page, WorkList } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTerms } from "../../terms.ts";
import { waitingAsWork } from "../record/work.ts";
import { waitingQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/proposals");

/** Proposals that wait for my word, nearest clock first. */
export function MyProposalsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const href = useHref();
  const terms = useTerms();
  const { data } = useSuspenseQuery(waitingQuery(cursorOf(search)));
  return (
    <Page title="My proposals">
      <p className="govuk-body">Proposals of a {terms.leadProfessional} that wait for your word.</p>
      {data.waiting.length === 0 ? (
        <EmptyState title="No proposal waits for you">
          <p className="govuk-body">
            When you are proposed as {terms.leadProfessional}, or asked to agree to somebody, it is listed here by its
            date.
          </p>
        </EmptyState>
      ) : (
        <WorkList
          label="Proposals that wait for you"
          items={data.waiting.map((waiting) => waitingAsWork(waiting, href, terms))}
        />
      )}
      <Pages
        of="proposals"
        after={search.after}
        nextCursor={data.nextCursor}
        onGo={(after) => void navigate({ search: { after } })}
      />
    </Page>
  );
}
