import { Link, useHref, whyNot } from "@linchpin/portal";
import {
  Button,
  DateText,
  DecisionPanel,
  EmptyState,
  InsetText,
  LinkButton,
  Page,
  Section,
  SummaryList,
  Tag,
  WarningText,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { postMay } from "../../routes/menu.ts";
import { useWho } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { referralsQuery, routeQuery } from "./safeguarding-queries.ts";

const ofChild = getRouteApi("/signed-in/safeguarding/$childId");
const title = "A child at risk of harm";
type Referral = Answers["concern"]["referrals"]["ofChild"]["referrals"][number];

/** Whom to ask, in and out of hours: one step from every page, for everybody who is signed in (WIG-4b). */
export function SafeguardingPage() {
  const who = useWho();
  return (
    <Page title={title}>
      <WhomToAsk />
      <Section title="Write down that you referred">
        {postMay(who, "child.search") ? (
          <p className="govuk-body">
            Ask first, write it down afterwards. <Link to="/search">Find the child</Link>, open the record and follow “A
            child at risk of harm” there.
          </p>
        ) : (
          <p className="govuk-body">Ask first. Whoever took the referral tells you what to write down, and where.</p>
        )}
      </Section>
    </Page>
  );
}

/** The same about one child, with the referrals that the reader may know of. */
export function SafeguardingOfChildPage() {
  const { childId } = ofChild.useParams();
  const { data } = useSuspenseQuery(referralsQuery(childId));
  const href = useHref();
  const shut = whyNot(data.record);
  return (
    <Page
      title={title}
      caption={data.childName}
      {...(data.opens
        ? { back: { href: href({ to: "/children/$childId", params: { childId } }), text: "Overview" } }
        : {})}
    >
      <WhomToAsk />
      {data.decision && (
        <Section title="May a referral be made now?">
          <DecisionPanel decision={data.decision} />
        </Section>
      )}
      <Section
        title="Referrals"
        actions={
          shut === undefined ? (
            <LinkButton href={href({ to: "/safeguarding/$childId/record", params: { childId } })}>
              Write down a referral
            </LinkButton>
          ) : (
            <Button notAllowed={shut}>Write down a referral</Button>
          )
        }
      >
        {data.referrals.map((referral) => (
          <OneReferral key={referral.referralId} childId={childId} referral={referral} mayAdd={shut === undefined} />
        ))}
        {data.referrals.length === 0 && (
          <EmptyState title="No referral that you may know of is written down">
            <p className="govuk-body">
              A referral is known to whoever made it and to those to whom every worry about this child comes. It is on
              no paper for the family and no step of the chronology.
            </p>
          </EmptyState>
        )}
      </Section>
    </Page>
  );
}

/** The area's own words: who, how, and when the office is shut. */
function WhomToAsk() {
  const {
    data: { area, route, keep },
  } = useSuspenseQuery(routeQuery());
  return (
    <>
      <WarningText>Is somebody in danger now? Ring 999. Do not wait for anything on this page.</WarningText>
      <Section title={`Whom to ask in ${area}`}>
        {route === null ? (
          <InsetText>
            Nobody has written down yet whom to ask in {area}. Ask your line manager or whoever is in charge where you
            work, now. Out of hours ring the council's main number and ask for the duty social worker.
          </InsetText>
        ) : (
          <>
            <SummaryList
              rows={[
                { key: "Who is asked", value: route.team },
                { key: "Telephone", value: <Phone number={route.phone} /> },
                ...(route.hours
                  ? [{ key: "Office hours", value: <span className="np-prose">{route.hours}</span> }]
                  : []),
                {
                  key: "Out of hours",
                  value: (
                    <>
                      {route.afterHoursTeam && <>{route.afterHoursTeam}: </>}
                      <Phone number={route.afterHoursPhone} />
                    </>
                  ),
                },
                ...(route.writeTo
                  ? [{ key: "Where to write", value: <span className="np-prose">{route.writeTo}</span> }]
                  : []),
              ]}
            />
            {route.words && <p className="govuk-body np-prose">{route.words}</p>}
            <p className="govuk-hint">
              Written down by {route.recordedBy}, <DateText day={route.recordedAt.slice(0, 10)} />
            </p>
          </>
        )}
        <p className="govuk-body">
          No disagreement, no plan, nobody's workload and no consent has to be settled first. You need nobody's leave.
        </p>
        {keep.may && (
          <p className="govuk-body">
            <Link to="/safeguarding/whom-to-ask">
              {route === null ? "Write down whom to ask" : "Change whom to ask"}
            </Link>
          </p>
        )}
      </Section>
    </>
  );
}

const Phone = ({ number }: { readonly number: string }) => (
  <a className="govuk-link" href={`tel:${number.replace(/[^0-9+]/g, "")}`}>
    {number}
  </a>
);

type OneProps = { readonly childId: string; readonly referral: Referral; readonly mayAdd: boolean };

function OneReferral({ childId, referral, mayAdd }: OneProps) {
  const { referralId, madeOn, madeAt, madeBy, toWhom, way, whatFor, isAboutStaff, words } = referral;
  const isSaidLater = words.some(({ kind }) => kind.code === "what-for");
  return (
    <>
      {isAboutStaff && (
        <p className="govuk-body">
          <Tag colour="red">Only you read this</Tag>
        </p>
      )}
      <SummaryList
        rows={[
          {
            key: "Made",
            value: (
              <>
                <DateText day={madeOn} />
                {madeAt && <> at {madeAt}</>} by {madeBy}, {way.label.toLowerCase()}
              </>
            ),
          },
          { key: "To", value: toWhom },
          ...(whatFor || !isSaidLater
            ? [
                {
                  key: "What for",
                  value: whatFor ? <span className="np-prose">{whatFor}</span> : "Still to be written down",
                },
              ]
            : []),
          ...(["what-for", "said-back"] as const).flatMap((code) => {
            const [first, ...more] = words.filter(({ kind }) => kind.code === code);
            return first === undefined
              ? []
              : [
                  {
                    key: first.kind.label,
                    value: [first, ...more].map((word) => <Word key={word.wordId} word={word} />),
                  },
                ];
          }),
        ]}
      />
      {mayAdd && (
        <p className="govuk-body">
          <Link to="/safeguarding/$childId/$referralId" params={{ childId, referralId }}>
            Add what was said back
          </Link>
        </p>
      )}
    </>
  );
}

function Word({ word: { words, on, by, recordedBy } }: { readonly word: Referral["words"][number] }) {
  return (
    <span className="np-prose">
      {words}
      <span className="np-note">
        <DateText day={on} />
        {by && <>, {by}</>}. Written down by {recordedBy}
      </span>
    </span>
  );
}
