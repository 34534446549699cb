import { capital, Link, useHref, whyNot } from "@linchpin/portal";
import { Button, dateInWords, EmptyState, LinkButton, Section, Table, Tag } from "@linchpin/ui";
import { useTerms } from "../../terms.ts";
import type { Plan } from "../../views.ts";
import { AgencyOnPlan, NotSignedUp } from "./agency-on-plan.tsx";
import type { OfPlan } from "./who-leads.tsx";

type Person = Plan["practitioners"][number];

/** Who works with the child on this plan. */
export function PeopleOfPlan({ childId, plan }: OfPlan) {
  const href = useHref();
  const shut = whyNot(plan.may.change);
  const params = { childId, planId: plan.planId };
  return (
    <Section
      title="The people involved"
      actions={
        plan.state === "open" &&
        (shut === undefined ? (
          <LinkButton kind="secondary" href={href({ to: "/children/$childId/plans/$planId/people/add", params })}>
            Add somebody
          </LinkButton>
        ) : (
          <Button kind="secondary" notAllowed={shut}>
            Add somebody
          </Button>
        ))
      }
    >
      <NotSignedUp plan={plan} />
      <Table
        stacked
        caption="The people involved"
        captionHidden
        rows={plan.practitioners}
        rowKey={({ practitionerId }) => practitionerId}
        columns={[
          { heading: "Name", cell: (person) => <Named person={person} /> },
          { heading: "Agency", cell: ({ agency }) => <AgencyOnPlan plan={plan} agency={agency} /> },
          { heading: "Part in it", cell: (person) => <Part person={person} /> },
          { heading: "Open actions", numeric: true, cell: ({ openActions }) => openActions },
          ...(shut === undefined && plan.state === "open"
            ? [
                {
                  heading: "Change",
                  onScreenOnly: true,
                  cell: (person: Person) => <Leaves person={person} {...params} />,
                },
              ]
            : []),
        ]}
        empty={<EmptyState title="Nobody is on this plan yet" />}
      />
    </Section>
  );
}

function Named({ person: { name, postTitle, isLead, isNamedPerson } }: { readonly person: Person }) {
  const { leadProfessional, namedPerson } = useTerms();
  return (
    <>
      {name}
      {postTitle && <span className="np-note">{postTitle}</span>}
      {isLead && (
        <span className="np-note">
          <Tag colour="green">{capital(leadProfessional)}</Tag>
        </span>
      )}
      {isNamedPerson && (
        <span className="np-note">
          <Tag colour="blue">{capital(namedPerson)}</Tag>
        </span>
      )}
    </>
  );
}

function Part({ person: { posts: held, involvement, startsOn, relationship, since } }: { readonly person: Person }) {
  const posts = held.filter(({ code }) => code !== "named-person" && code !== "lead-professional"); // tagged beside the name
  return (
    <>
      {involvement === "about-to-start"
        ? `Starts ${startsOn ? `on ${dateInWords(startsOn)}` : "soon"}`
        : `Since ${dateInWords(since.slice(0, 10))}`}
      {posts.length > 0 && <span className="np-note">{posts.map(({ label }) => capital(label)).join(", ")}</span>}
      {relationship && <span className="np-note np-prose">{relationship}</span>}
    </>
  );
}

type LeavesProps = { readonly person: Person; readonly childId: string; readonly planId: string };

function Leaves({ person: { planPractitionerId, name, isLead }, childId, planId }: LeavesProps) {
  if (planPractitionerId === undefined) return <>By their role</>;
  if (isLead) return <>Leads the plan</>;
  return (
    <Link
      to="/children/$childId/plans/$planId/people/$planPractitionerId/end"
      params={{ childId, planId, planPractitionerId }}
    >
      No longer works with the child<span className="govuk-visually-hidden">: {name}</span>
    </Link>
  );
}
