import { namedPersonStages } from "@linchpin/domain";
import { capital, dueInWords, Link, useHref, whyNot } from "@linchpin/portal";
import { Anchor, Clock, DateText, LinkButton, MomentText, Section, Table } from "@linchpin/ui";
import type { ReactNode } from "react";
import { useTerms } from "../../terms.ts";
import type { Child } from "../../views.ts";
import { ChosenCards, ToPeopleAround } from "./chosen-cards.tsx";
import { Contact } from "./contact.tsx";
import { HowReached } from "./how-reached.tsx";

type Of = { readonly child: Child };
type Held = NonNullable<Extract<Child["namedPerson"], { known: true }>["current"]>;

/** The two roles apart, and whom to turn to: one person in both is shown twice (HIG-9, HIG-22). */
export function RolesOfChild({ child }: Of) {
  return (
    <Section title="Whom to turn to">
      <div className="np-roles">
        {child.namedPerson.known && <NamedPersonCard child={child} />}
        <LeadCard child={child} />
        {child.contactOfRecord && <ContactCard child={child} />}
        <ChosenCards child={child} />
        <HowReached child={child} />
      </div>
      <ToPeopleAround child={child} />
      {!child.namedPerson.known && <InContact namedPerson={child.namedPerson} />}
      {child.can["family-paper.print"] === true && (
        <p className="govuk-body">
          <Link to="/families/$childId/paper" params={{ childId: child.childId }}>
            Paper for the family
          </Link>
        </p>
      )}
      {child.can["part.read"] === true && (
        <p className="govuk-body">
          <Anchor href={`/manager/children/${child.childId}/parts`}>People with a part for a time</Anchor>
        </p>
      )}
      {child.youAre.length > 0 && <p className="govuk-hint">To this child you are: {child.youAre.join(", ")}.</p>}
    </Section>
  );
}

/** A role with whoever fills it. */
function Role({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="np-role" aria-label={name}>
      <h3 className="np-role__name">{name}</h3>
      {children}
    </section>
  );
}

function NamedPersonCard({ child }: Of) {
  const { namedPerson } = useTerms();
  const href = useHref();
  const { namedPerson: named, childId } = child;
  if (!named.known) return null;
  return (
    <Role name={capital(namedPerson)}>
      {named.current ? (
        <HeldBy held={named.current} isKept={isReachKept(child)} />
      ) : (
        <p className="np-role__line">
          <strong>Nobody.</strong> {named.why}
        </p>
      )}
      {named.next && (
        <p className="np-role__line">
          From <DateText day={named.next.from} />: {named.next.name}
        </p>
      )}
      {canEndMidwifery(child) && (
        <LinkButton kind="secondary" href={href({ to: "/children/$childId/end-midwifery", params: { childId } })}>
          The midwife's care has ended
        </LinkButton>
      )}
    </Role>
  );
}

/** Care by a midwife is the one stage whose end somebody records. */
const canEndMidwifery = ({ namedPerson, midwiferyEndedOn, can }: Child): boolean =>
  namedPerson.known &&
  namedPerson.current?.stage === namedPersonStages["pregnancy-and-birth"].label &&
  midwiferyEndedOn === null &&
  whyNot(can["named-person.end-midwifery"]) === undefined;

/** How colleagues are reached at work may tell a school: it is left out with where the child is. */
const isReachKept = ({ whereabouts }: Child): boolean => whereabouts?.mayKnow === false;

function HeldBy({ held, isKept }: { readonly held: Held; readonly isKept: boolean }) {
  return (
    <>
      <p className="np-role__who">{held.name}</p>
      <p className="np-role__line">
        {held.title}
        {held.establishment && <span className="np-note">{held.establishment}</span>}
      </p>
      <Contact phone={held.phone} email={held.email} isKept={isKept} />
      <p className="np-role__since">
        Since <DateText day={held.from} />. {held.settledBy}
      </p>
    </>
  );
}

function LeadCard({ child }: Of) {
  const { leadProfessional } = useTerms();
  const { lead, childId } = child;
  return (
    <Role name={capital(leadProfessional)}>
      {lead.current ? (
        <>
          <p className="np-role__who">{lead.current.name}</p>
          <p className="np-role__line">{[lead.current.title, lead.current.agency].filter(Boolean).join(", ")}</p>
          <Contact phone={lead.current.phone} email={lead.current.email} isKept={isReachKept(child)} />
          <p className="np-role__since">
            Since <MomentOrDay at={lead.current.since} />,{" "}
            {lead.current.basis === "by-law" ? "set by law" : "by agreement"}
          </p>
        </>
      ) : (
        <p className="np-role__line">
          <strong>{lead.words}</strong>
        </p>
      )}
      {lead.acting && (
        <p className="np-role__line">
          {lead.acting.name} acts as {lead.acting.as}, since <MomentOrDay at={lead.acting.since} />
        </p>
      )}
      {lead.state === "pending" && lead.dueBy && (
        <p className="np-role__line">
          <Clock due={dueInWords(lead.dueBy)} state={lead.isLate ? "overdue" : "running"} />
        </p>
      )}
      {lead.planId && (
        <p className="np-role__line">
          {lead.proposalId ? (
            <Link to="/children/$childId/proposals/$proposalId" params={{ childId, proposalId: lead.proposalId }}>
              Open the proposal
            </Link>
          ) : (
            <Link to="/children/$childId/plans/$planId" params={{ childId, planId: lead.planId }}>
              Open the plan
            </Link>
          )}
        </p>
      )}
    </Role>
  );
}

function ContactCard({ child }: Of) {
  const { contactOfRecord: contact } = child;
  if (!contact) return null;
  return (
    <Role name="Contact for the plan">
      <p className="np-role__who">{contact.name}</p>
      <p className="np-role__line">{[contact.title, contact.agency].filter(Boolean).join(", ")}</p>
      <Contact phone={contact.phone} email={contact.email} isKept={isReachKept(child)} />
      <p className="np-role__since">
        {capital(contact.as)}, since <MomentOrDay at={contact.since} />
      </p>
    </Role>
  );
}

function MomentOrDay({ at }: { readonly at: string }) {
  return at.length === 10 ? <DateText day={at} /> : <MomentText at={at} />;
}

type NotKnown = { readonly namedPerson: Extract<Child["namedPerson"], { known: false }> };

/** An area whose documents know no named person says so, and shows who is in contact instead. */
function InContact({ namedPerson: { because, inContact } }: NotKnown) {
  return (
    <>
      <p className="govuk-inset-text">{because}</p>
      <Table
        stacked
        caption="In contact with this child"
        rows={inContact}
        rowKey={(one) => `${one.practitionerId} ${one.name} ${one.as}`}
        columns={[
          { heading: "Name", cell: (one) => one.name },
          { heading: "Post", cell: (one) => one.title ?? "Not recorded" },
          { heading: "Agency", cell: (one) => one.agency },
          { heading: "As", cell: (one) => capital(one.as) },
        ]}
        empty={<p className="govuk-body">Nobody is recorded as being in contact with this child.</p>}
      />
    </>
  );
}
