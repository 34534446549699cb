import { useHref } from "@linchpin/portal";
import { Anchor, DateText, InsetText, Page, PrintButton, Section, SummaryList } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Does, inOneLine } from "./who-does-what-page.tsx";
import { whoDoesWhatQuery } from "./who-does-what-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/who-does-what/paper");

/** The list on paper for the family: who does what by when, and nobody's questions. */
export function WhoDoesWhatPaper() {
  const params = route.useParams();
  const { data } = useSuspenseQuery(whoDoesWhatQuery(params.planId, params.childId));
  const href = useHref();
  if (data.isWhereKept)
    return (
      <Page
        title={`Who does what for ${data.childName}`}
        back={{ href: href({ to: "/children/$childId/plans/$planId/who-does-what", params }), text: "Who does what" }}
      >
        <InsetText>
          Where this child is, is kept private, and who helps may tell it. Send a copy of the plan instead: it goes to
          one person, and you look through it first.
        </InsetText>
        <Anchor href={href({ to: "/children/$childId/plans/$planId/send/$step", params: { ...params, step: "who" } })}>
          Send a copy of the plan
        </Anchor>
      </Page>
    );
  return (
    <Page
      title={`Who does what for ${data.childName}`}
      back={{ href: href({ to: "/children/$childId/plans/$planId/who-does-what", params }), text: "Who does what" }}
      actions={<PrintButton>Print the paper</PrintButton>}
    >
      {data.issued && (
        <p className="govuk-body">
          As agreed on <DateText day={data.issued.on} />. If something here is not clear to you, ask: you get an answer.
        </p>
      )}
      <Section title="What each of us does">
        <SummaryList rows={data.lines.map((line) => ({ key: inOneLine(line), value: <Does part={line} /> }))} />
      </Section>
    </Page>
  );
}
