import { byDue, Link, useHref } from "@linchpin/portal";
import { Anchor, count, EmptyState, Page, SearchField, Section, WorkList } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { postMay } from "../../routes/menu.ts";
import { termsOf, useWho } from "../../terms.ts";
import { ChildrenWithSomethingOpen } from "./children-with-something-open.tsx";
import { MarkRead } from "./mark-read.tsx";
import { NoticeList } from "./notice-list.tsx";
import { dutiesQuery, establishmentsQuery, noticesQuery, toTellQuery, waitingQuery } from "./queries.ts";
import { dutyAsWork, type Waits, waitingAsWork } from "./work.ts";

const most = 15;

/** What waits for me, nearest clock first; what I was told; whom I look after. */
export function TodayPage() {
  const who = useWho();
  const navigate = useNavigate();
  return (
    <Page title="Today" caption={`${who.postTitle || who.name}, ${who.areaName}`}>
      {postMay(who, "child.search") && (
        <SearchField
          label="Find a child"
          hint="By name, or by a number you know them by. Only children you work with are found."
          onSearch={(text) => void navigate({ to: "/search", search: { text } })}
        />
      )}
      {postMay(who, "lead-professional.list-own") ? <OwedAndProposed /> : <Owed />}
      {postMay(who, "roll.list") && <MyRolls />}
      {postMay(who, "telling.record") && <FamiliesToTell />}
      {postMay(who, "named-person.list-own") && <ChildrenWithSomethingOpen />}
      <Unread />
    </Page>
  );
}

function OwedAndProposed() {
  const terms = termsOf(useWho());
  const href = useHref();
  const { data: owed } = useSuspenseQuery(dutiesQuery());
  const { data: proposals } = useSuspenseQuery(waitingQuery());
  const waits = [
    ...owed.duties.map((duty) => dutyAsWork(duty, href)),
    ...proposals.waiting.map((waiting) => waitingAsWork(waiting, href, terms)),
  ];
  return <WaitsForMe waits={waits} />;
}

function Owed() {
  const href = useHref();
  const { data: owed } = useSuspenseQuery(dutiesQuery());
  return <WaitsForMe waits={owed.duties.map((duty) => dutyAsWork(duty, href))} />;
}

function WaitsForMe({ waits }: { readonly waits: readonly Waits[] }) {
  const shown = waits.toSorted(byDue).slice(0, most);
  return (
    <Section title="Waits for you">
      {shown.length === 0 ? (
        <EmptyState title="Nothing waits for you">
          <p className="govuk-body">
            What others ask of you, and what a clause says you owe, is listed here by its date.
          </p>
        </EmptyState>
      ) : (
        <>
          <WorkList label="Waits for you" items={shown} />
          <p className="govuk-body">
            <Link to="/duties">{waits.length > most ? "See everything you owe" : "See what you owe and by when"}</Link>
          </p>
        </>
      )}
    </Section>
  );
}

function MyRolls() {
  const { data: establishments } = useSuspenseQuery(establishmentsQuery());
  if (establishments.length === 0) return null;
  return (
    <Section title="Your roll">
      <ul className="govuk-list">
        {establishments.map(({ establishmentId, name, onRoll, withoutNamedPerson }) => (
          <li key={establishmentId}>
            <Link to="/roll/$establishmentId" params={{ establishmentId }}>
              {name}
            </Link>
            : {count(onRoll, "child", "children")}
            {withoutNamedPerson !== null && withoutNamedPerson > 0 && (
              <>
                ,{" "}
                <Link to="/roll/$establishmentId/without" params={{ establishmentId }}>
                  {withoutNamedPerson} with no named person
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function FamiliesToTell() {
  const { data } = useSuspenseQuery(toTellQuery());
  const { namedPerson } = termsOf(useWho());
  const href = useHref();
  if (!data.known || data.open === 0) return null;
  return (
    <Section title="Families to tell">
      <p className="govuk-body">
        <Anchor href={href({ to: "/tell" })}>
          {count(data.open, "person", "people")} still to be told who the {namedPerson} is
        </Anchor>
      </p>
    </Section>
  );
}

function Unread() {
  const { data } = useSuspenseQuery(noticesQuery(true));
  const shown = data.notices.slice(0, most);
  return (
    <Section
      title="New notices"
      actions={
        shown.length > 0 && <MarkRead key={shown[0]?.noticeId} noticeIds={shown.map(({ noticeId }) => noticeId)} />
      }
    >
      {shown.length === 0 ? (
        <p className="govuk-body">You have read everything.</p>
      ) : (
        <NoticeList label="New notices" notices={shown} />
      )}
      <p className="govuk-body">
        <Link to="/notices">All notices</Link>
      </p>
    </Section>
  );
}
