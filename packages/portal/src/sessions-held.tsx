import { Details, dateInWords, EmptyState, SummaryList } from "@linchpin/ui";

type Child = { readonly visibility: "full"; readonly name: string } | { readonly visibility: "restricted" };

/** A session of supervision as the api gives it to whoever may read it. */
export type SessionHeld = {
  readonly sessionId: string;
  readonly strand: { readonly label: string };
  readonly kind: { readonly label: string };
  readonly heldOn: string;
  readonly by: string;
  readonly note: string;
  readonly summary?: string | undefined;
  readonly actions?: string | undefined;
  readonly cases: readonly {
    readonly child: Child;
    readonly note?: string | undefined;
    readonly presentingNeed?: string | undefined;
    readonly whatTheLeadCanDo?: string | undefined;
    readonly specialistSupport?: string | undefined;
    readonly othersWorkDirectly?: string | undefined;
    readonly riskIsHigh?: boolean | undefined;
    readonly leftOutBecause?: string | undefined;
  }[];
};

/** The four questions of each child, in the order they are asked (CWDC 5.20). */
export const fourQuestions = {
  presentingNeed: "What is needed now",
  whatTheLeadCanDo: "What the lead professional can do",
  specialistSupport: "Where specialist support is needed",
  othersWorkDirectly: "Where others work with the child directly",
} as const;

const nameOf = (child: Child): string =>
  child.visibility === "full" ? child.name : "A child whose record you cannot see";

const rowsOf = (pairs: readonly (readonly [string, string | undefined])[]) =>
  pairs.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));

/** Sessions that were held, the newest first: what was agreed in the open, what was said of each child behind its name. */
export function SessionsHeld({ sessions, none }: { readonly sessions: readonly SessionHeld[]; readonly none: string }) {
  if (sessions.length === 0) return <EmptyState title={none} />;
  return (
    <>
      {sessions.map((session) => (
        <section key={session.sessionId}>
          <h3 className="govuk-heading-s">
            {dateInWords(session.heldOn)}: {session.strand.label.toLowerCase()}
          </h3>
          <SummaryList
            compact
            rows={rowsOf([
              ["Held", `${session.kind.label}, with ${session.by}`],
              ["What it was about", session.note],
              ["Agreed summary", session.summary],
              ["To be done", session.actions],
            ])}
          />
          {session.cases.map((one, at) => (
            <Details key={`${session.sessionId}-${String(at)}`} summary={nameOf(one.child)}>
              <SummaryList
                compact
                rows={rowsOf([
                  ["What was said", one.note],
                  ...(Object.keys(fourQuestions) as (keyof typeof fourQuestions)[]).map(
                    (key) => [fourQuestions[key], one[key]] as const,
                  ),
                  ["Risk", one.riskIsHigh === undefined ? undefined : one.riskIsHigh ? "High" : "Not high"],
                  ["Not talked about", one.leftOutBecause],
                ])}
              />
            </Details>
          ))}
        </section>
      ))}
    </>
  );
}
