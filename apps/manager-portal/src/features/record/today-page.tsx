import { byDue, dueInWords, Link, useHref } from "@linchpin/portal";
import { count, EmptyState, type Figure, Figures, Page, Section, WorkList } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { postMay } from "../../routes/menu.ts";
import { useTerms, useWho } from "../../terms.ts";
import { deskQuery, withoutLeadQuery } from "../lead-professional/queries.ts";
import { peopleQuery } from "../supervision/queries.ts";
import { MarkRead } from "./mark-read.tsx";
import { NoticeList } from "./notice-list.tsx";
import { countsQuery, dutiesQuery, noticesQuery } from "./queries.ts";
import { SomethingNew } from "./something-new.tsx";
import { dutyAsWork, supervisionAsWork, type Waits, waitingAsWork, withoutLeadAsWork } from "./work.ts";

const most = 15;
const few = 5;

/** What waits for this manager's decision, nearest clock first; what others owe them; who is led by nobody. */
export function TodayPage() {
  const who = useWho();
  const { data: counts } = useSuspenseQuery(countsQuery());
  return (
    <Page title="Today" caption={`${who.postTitle || who.name}, ${who.areaName}`}>
      <SomethingNew counts={counts} />
      <FiguresOfToday />
      {postMay(who, "allocation.desk.read") ? <Decisions /> : <Owed />}
      {counts.lateOnMyAccount > 0 && <LateOnMyAccount />}
      {postMay(who, "supervision.read") && <SupervisionDue />}
      {postMay(who, "allocation.without-lead.read") && <NobodyLeads />}
      <Unread />
    </Page>
  );
}

function FiguresOfToday() {
  const who = useWho();
  const href = useHref();
  const { data: counts } = useSuspenseQuery(countsQuery());
  const late = counts.dutiesLate > 0 ? `${counts.dutiesLate} late` : undefined;
  const figures: readonly (Figure | false)[] = [
    postMay(who, "allocation.desk.read") && {
      label: "Waiting for your decision",
      value: counts.waitingForMe,
      href: href({ to: "/proposals" }),
      note: counts.nextWaitDueBy && `next ${dueInWords(counts.nextWaitDueBy)}`,
    },
    {
      label: "Owed by you",
      value: counts.dutiesOpen,
      href: href({ to: "/duties" }),
      note: late ?? (counts.nextDueBy && `next ${dueInWords(counts.nextDueBy)}`),
    },
    {
      label: "Late on your account",
      value: counts.lateOnMyAccount,
      href: href({ to: "/duties", search: { whose: "on-my-account" } }),
    },
    { label: "New notices", value: counts.unreadNotices, href: href({ to: "/notices", search: { unread: true } }) },
  ];
  return <Figures figures={figures.filter((figure) => figure !== false)} />;
}

function Decisions() {
  const href = useHref();
  const terms = useTerms();
  const { data: owed } = useSuspenseQuery(dutiesQuery());
  const { data: desk } = useSuspenseQuery(deskQuery());
  return (
    <WaitsForMe
      hint="A proposal that needs your word, and what a clause says you owe, is listed here by its date."
      waits={[
        ...desk.waiting.map((waiting) => waitingAsWork(waiting, href, terms)),
        ...owed.duties.map((duty) => dutyAsWork(duty)),
      ]}
    />
  );
}

function Owed() {
  const { data: owed } = useSuspenseQuery(dutiesQuery());
  return (
    <WaitsForMe
      hint="What a clause says you owe is listed here by its date."
      waits={owed.duties.map((duty) => dutyAsWork(duty))}
    />
  );
}

function WaitsForMe({ waits, hint }: { readonly waits: readonly Waits[]; readonly hint: string }) {
  const shown = waits.toSorted(byDue).slice(0, most);
  return (
    <Section title="Waits for you">
      {shown.length === 0 ? (
        <EmptyState title="Nothing waits for you">
          <p className="govuk-body">{hint}</p>
        </EmptyState>
      ) : (
        <>
          <WorkList label="Waits for you" items={shown} />
          {waits.length > most && (
            <p className="govuk-body">
              These are the {most} nearest. <Link to="/proposals">All proposals</Link> and{" "}
              <Link to="/duties">everything you owe</Link> are on pages of their own.
            </p>
          )}
        </>
      )}
    </Section>
  );
}

function LateOnMyAccount() {
  const { data } = useSuspenseQuery(dutiesQuery("on-my-account"));
  const late = data.duties.filter(({ isLate }) => isLate).slice(0, few);
  if (late.length === 0) return null;
  return (
    <Section title="Late on your account">
      <WorkList label="Late on your account" items={late.map((duty) => dutyAsWork(duty, false))} />
      <p className="govuk-body">
        <Link to="/duties" search={{ whose: "on-my-account" }}>
          What others owe on your account
        </Link>
      </p>
    </Section>
  );
}

/** Who is late with supervision, leads without a supervisor on record, or asks for a session more. */
function SupervisionDue() {
  const href = useHref();
  const { data } = useSuspenseQuery(peopleQuery());
  const due = data.people.filter(({ duties, waiting }) => waiting > 0 || duties.some(({ isLate }) => isLate));
  if (due.length === 0) return null;
  return (
    <Section title="Supervision">
      <WorkList label="Supervision" items={due.slice(0, few).map((person) => supervisionAsWork(person, href))} />
      <p className="govuk-body">
        <Link to="/supervision">{due.length > few ? `All ${due.length} people` : "Everybody you supervise"}</Link>
      </p>
    </Section>
  );
}

function NobodyLeads() {
  const href = useHref();
  const { lead } = useTerms();
  const { data } = useSuspenseQuery(withoutLeadQuery());
  const title = `Children with no ${lead}`;
  const shown = data.plans.slice(0, few);
  return (
    <Section title={title}>
      {shown.length === 0 ? (
        <p className="govuk-body">Every plan that needs a {lead} has one.</p>
      ) : (
        <>
          <WorkList label={title} items={shown.map((plan) => withoutLeadAsWork(plan, href))} />
          <p className="govuk-body">
            <Link to="/without-lead">
              {data.plans.length > few
                ? `All ${data.nextCursor ? "" : `${data.plans.length} `}of them`
                : "Since when, and why"}
            </Link>
          </p>
        </>
      )}
    </Section>
  );
}

function Unread() {
  const { data } = useSuspenseQuery(noticesQuery(true));
  const shown = data.notices.slice(0, few);
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
        <Link to="/notices">
          {data.notices.length > few
            ? `All ${count(data.notices.length, "new notice")} and the older ones`
            : "All notices"}
        </Link>
      </p>
    </Section>
  );
}
