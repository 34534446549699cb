import { capital, dueInWords, Link, useHref } from "@linchpin/portal";
import { count, Section, WorkList } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTerms } from "../../terms.ts";
import { needingAttentionQuery } from "./queries.ts";

const most = 10;

/** Children of mine with an open concern, or for whom a lead professional is still to be found. */
export function ChildrenWithSomethingOpen() {
  const { leadProfessional } = useTerms();
  const href = useHref();
  const { data } = useSuspenseQuery(needingAttentionQuery());
  const { children } = data;
  if (children.length === 0) return null;
  return (
    <Section title="Children with something open">
      <WorkList
        label="Children with something open"
        items={children.slice(0, most).map((child) => ({
          id: child.childId,
          title: child.fullName,
          href: href(
            child.openConcerns > 0
              ? { to: "/children/$childId/concerns", params: { childId: child.childId } }
              : { to: "/children/$childId/plan", params: { childId: child.childId } },
          ),
          about: [
            child.openConcerns > 0 ? count(child.openConcerns, "open concern") : undefined,
            child.leadPending ? `${capital(leadProfessional)} still to be found` : undefined,
          ]
            .filter((part) => part !== undefined)
            .join(" · "),
          clock: child.leadDueBy === null ? undefined : { due: dueInWords(child.leadDueBy) },
        }))}
      />
      {(children.length > most || data.nextCursor !== null) && (
        <p className="govuk-body">
          <Link to="/children" search={{ attention: true }}>
            All children with something open
          </Link>
        </p>
      )}
    </Section>
  );
}
