import { capital, cursorOf, Link, Pages, useHref, whyNot } from "@linchpin/portal";
import {
  Clock,
  EmptyState,
  LinkButton,
  MomentText,
  NotificationBanner,
  Page,
  Section,
  SummaryList,
  type SummaryRow,
  Tag,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { EmergencyAccess } from "../../views.ts";
import { reviewedEmergenciesQuery, waitingEmergenciesQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/emergency-access");

/** Records that were opened in an emergency: those that wait for a review, nearest clock first, then those that had it. */
export function EmergencyAccessPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: waiting } = useSuspenseQuery(waitingEmergenciesQuery(cursorOf(search)));
  const { data: reviewed } = useSuspenseQuery(reviewedEmergenciesQuery(cursorOf({ after: search.reviewed })));
  return (
    <Page title="Emergency access">
      {search.done && (
        <NotificationBanner title="Done" tone="done">
          <p className="govuk-body">What you found is kept.</p>
        </NotificationBanner>
      )}
      <p className="govuk-body">
        Somebody without a part in the child's care opened the record because it could not wait. Say within 2 working
        days whether that was right; the service managers are told of what is late.
      </p>
      <Section title="Waiting for a review">
        {waiting.openings.length === 0 ? (
          <EmptyState title="Nothing waits for a review" />
        ) : (
          <ul className="govuk-list" aria-label="Waiting for a review, nearest first">
            {waiting.openings.map((one) => (
              <li key={one.emergencyAccessId}>
                <Opening opening={one} after={search.after} />
              </li>
            ))}
          </ul>
        )}
        <Pages
          of="records that wait"
          after={search.after}
          nextCursor={waiting.nextCursor}
          onGo={(after) => void navigate({ search: { ...search, after, done: undefined } })}
        />
      </Section>
      <Section title="Looked at">
        {reviewed.openings.length === 0 ? (
          <EmptyState title="None was looked at yet" />
        ) : (
          <ul className="govuk-list" aria-label="Looked at, newest first">
            {reviewed.openings.map((one) => (
              <li key={one.emergencyAccessId}>
                <Opening opening={one} />
              </li>
            ))}
          </ul>
        )}
        <Pages
          of="records that were looked at"
          after={search.reviewed}
          nextCursor={reviewed.nextCursor}
          onGo={(after) => void navigate({ search: { ...search, reviewed: after, done: undefined } })}
        />
      </Section>
      <p className="govuk-body">
        <Link to="/held-back">Records held back from staff who know the child</Link>
      </p>
    </Page>
  );
}

type OpeningProps = { readonly opening: EmergencyAccess; readonly after?: string[] | undefined };

function Opening({ opening, after }: OpeningProps) {
  const href = useHref();
  const { emergencyAccessId, by, child, clock, isEscalated, may } = opening;
  const why = whyNot(may.review);
  return (
    <>
      <h3 className="govuk-heading-s">
        {by.name} opened the record of {child.name}
      </h3>
      {clock && (
        <p className="govuk-body">
          <Clock due={`To be looked at ${clock.due}`} left={clock.left} state={clock.state} />{" "}
          {isEscalated && <Tag colour="red">Service managers told</Tag>}
        </p>
      )}
      <SummaryList rows={rowsOf(opening)} />
      {clock &&
        (may.review.may ? (
          <LinkButton
            href={href({
              to: "/emergency-access/$emergencyAccessId",
              params: { emergencyAccessId },
              search: { ...(after ? { after } : {}) },
            })}
          >
            Look at this
            <span className="govuk-visually-hidden">
              : {by.name}, {child.name}
            </span>
          </LinkButton>
        ) : (
          <p className="govuk-body">{why}</p>
        ))}
    </>
  );
}

/** Who, why, and what was looked at. */
export const rowsOf = ({
  by,
  postTitle,
  agency,
  reason,
  words,
  openedAt,
  openUntil,
  looked,
  review,
}: EmergencyAccess): readonly SummaryRow[] => [
  { key: "Who", value: [by.name, postTitle, agency].filter(Boolean).join(", ") },
  {
    key: "When",
    value: (
      <>
        <MomentText at={openedAt} />, open until <MomentText at={openUntil} />
      </>
    ),
  },
  { key: "Why", value: reason.label },
  { key: "In their words", value: words },
  { key: "What they looked at", value: looked.length === 0 ? "Nothing yet" : capital(looked.join(", ")) },
  ...(review
    ? [
        {
          key: review.finding === "right" ? "Found right" : "Found not right",
          value: (
            <>
              {review.words} ({review.by}, <MomentText at={review.at} />)
            </>
          ),
        },
      ]
    : []),
];
