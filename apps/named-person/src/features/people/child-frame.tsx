import { momentAt, timeOf } from "@linchpin/domain";
import { capital, useHref } from "@linchpin/portal";
import {
  IdentityBar,
  NothingPrints,
  NotificationBanner,
  SubNavigation,
  type TagColour,
  timeInWords,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Outlet, useRouterState } from "@tanstack/react-router";
import { useTerms } from "../../terms.ts";
import type { Child } from "../../views.ts";
import { childQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId");

/** Whose record this is, and the child's pages. */
export function ChildFrame() {
  const { childId } = route.useParams();
  const { data: child } = useSuspenseQuery(childQuery(childId));
  return (
    <>
      <IdentityOf child={child} />
      {child.openInEmergencyUntil && <OpenInEmergency until={child.openInEmergencyUntil} />}
      <PagesOf child={child} />
      {child.openInEmergencyUntil ? (
        <NothingPrints>
          <Outlet />
        </NothingPrints>
      ) : (
        <Outlet />
      )}
    </>
  );
}

/** On every page of the child, for whoever has no part in their care. */
function OpenInEmergency({ until }: { readonly until: string }) {
  return (
    <NotificationBanner title="Open in an emergency">
      <p className="govuk-notification-banner__heading">
        You can read this record until {timeInWords(timeOf(momentAt(until)))}. Then it closes to you.
      </p>
      <p className="govuk-body">
        You have no part in this child's care. Whoever answers for the record and a privacy officer were told that you
        opened it. Copy and print nothing.
      </p>
    </NotificationBanner>
  );
}

const colours: Record<Child["flags"][number]["code"], TagColour> = {
  "legal-status": "purple",
  "statuses-not-recorded": "grey",
  "open-concerns": "orange",
  "lead-pending": "yellow",
  "lead-late": "red",
  "no-named-person": "red",
  "whereabouts-kept": "red",
  "adult-kept-away": "red",
};

/** In a word or two: the overview says the rest. */
const leadStates: Record<Child["lead"]["state"], string> = {
  held: "Not recorded",
  pending: "Still to be found",
  undecided: "Nobody",
  "not-needed": "Not needed",
  "no-plan": "Not needed",
};

/** Both roles, apart, on every page of the child (HIG-9). */
function IdentityOf({ child }: { readonly child: Child }) {
  const { leadProfessional, namedPerson } = useTerms();
  const { name, namedPerson: named, lead } = child;
  return (
    <IdentityBar
      visibility="full"
      name={name.full}
      preferredName={name.preferred ?? undefined}
      age={child.age}
      dateOfBirth={child.bornOn ?? undefined}
      stage={child.stage}
      namedPerson={named.known ? (named.current?.name ?? "Nobody") : undefined}
      leadProfessional={lead.current?.name ?? leadStates[lead.state]}
      terms={{ namedPerson: capital(namedPerson), leadProfessional: capital(leadProfessional) }}
      flags={child.flags.map(({ code, words }) => ({ text: words, colour: colours[code] }))}
    />
  );
}

/** The child's pages that this reader may open. */
function PagesOf({ child: { childId, openConcerns, can } }: { readonly child: Child }) {
  const href = useHref();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const params = { childId };
  const at = (...pages: string[]) => pages.some((page) => path.startsWith(`/children/${childId}/${page}`));
  const pages = [
    {
      text: "Overview",
      href: href({ to: "/children/$childId", params }),
      current:
        path.replace(/\/$/, "") === `/children/${childId}` ||
        at(
          "statuses",
          "named-persons",
          "end-midwifery",
          "core-information",
          "people-around",
          "goes-along",
          "whole-world",
          "checks-and-discussions",
          "assessments",
          "references",
          "came-in",
          "family-asked",
        ),
    },
    can["concern.read"] === true && {
      text: "Concerns",
      href: href({ to: "/children/$childId/concerns", params }),
      current: at("concerns"),
      count: { many: openConcerns, label: "open" },
    },
    can["consent.read"] === true && {
      text: "Consent and sharing",
      href: href({ to: "/children/$childId/consent", params }),
      current: at("consent", "sent"),
    },
    can["plan.read"] === true && {
      text: "Plan",
      href: href({ to: "/children/$childId/plan", params }),
      current: at("plan", "proposals"),
    },
    can["record.chronology.read"] === true && {
      text: "Chronology",
      href: href({ to: "/children/$childId/chronology", params }),
      current: at("chronology", "decisions"),
    },
    can["restriction.read"] === true && {
      text: "Kept private",
      href: href({ to: "/children/$childId/kept-private", params }),
      current: at("kept-private"),
    },
    can["record.who-looked.read"] === true && {
      text: "Who has looked",
      href: href({ to: "/children/$childId/who-has-looked", params }),
      current: at("who-has-looked"),
    },
  ];
  return <SubNavigation label="This child" items={pages.filter((page) => page !== false)} />;
}
