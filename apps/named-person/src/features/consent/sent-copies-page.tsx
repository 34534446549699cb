import { Link, useHref, whyNot } from "@linchpin/portal";
import { Anchor, Button, EmptyState, InsetText, LinkButton, momentInWords, Page, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Answers } from "../../views.ts";
import { toldInWords } from "./consent-words.ts";
import { sentCopiesQuery } from "./copy-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/sent");
type Sent = Answers["consent"]["copies"]["sent"];
type Copy = Sent["copies"][number];

/** What was sent about a child, or of one plan: who got it, when, how and why. */
export function SentCopiesPage() {
  const { childId } = route.useParams();
  const { plan } = route.useSearch();
  const { data } = useSuspenseQuery(sentCopiesQuery(childId, { plan }));
  const href = useHref();
  const back =
    plan === undefined
      ? { href: href({ to: "/children/$childId/consent", params: { childId } }), text: "Consent and sharing" }
      : { href: href({ to: "/children/$childId/plans/$planId", params: { childId, planId: plan } }), text: "The plan" };
  return (
    <Page title="What was sent" back={back} actions={plan !== undefined && <SendACopy data={data} planId={plan} />}>
      <p className="govuk-body">Every copy that was sent is kept here exactly as it went.</p>
      {plan !== undefined && (
        <p className="govuk-body">
          <Anchor href={href({ to: "/children/$childId/sent", params: { childId } })}>
            Everything that was sent about {data.childName}
          </Anchor>
        </p>
      )}
      {data.kept === undefined ? (
        <Table
          stacked
          caption="What was sent, newest first"
          captionHidden
          rows={data.copies}
          rowKey={({ sentCopyId }) => sentCopyId}
          columns={[
            { heading: "What", cell: (copy) => <What childId={childId} copy={copy} />, sortBy: ({ title }) => title },
            {
              heading: "Who got it",
              cell: ({ to, way }) => (
                <>
                  {to}
                  <span className="np-note">{way.label}</span>
                </>
              ),
              sortBy: ({ to }) => to,
            },
            {
              heading: "When, and by whom",
              cell: ({ at, by }) => (
                <>
                  {momentInWords(at)}
                  <span className="np-note">{by}</span>
                </>
              ),
              sortBy: ({ at }) => at,
            },
            { heading: "It rests on", cell: ({ basis }) => basis.label, sortBy: ({ basis }) => basis.label },
            {
              heading: "Child and family",
              cell: ({ childTold, familyTold }) => (
                <>
                  The child: {toldInWords(childTold)}
                  <span className="np-note">The family: {toldInWords(familyTold)}</span>
                </>
              ),
            },
          ]}
          empty={<EmptyState title="No copy was sent" />}
        />
      ) : (
        <InsetText>{data.kept}</InsetText>
      )}
    </Page>
  );
}

function What({ childId, copy: { sentCopyId, title, purpose } }: { readonly childId: string; readonly copy: Copy }) {
  return (
    <>
      <Link to="/children/$childId/sent/$sentCopyId" params={{ childId, sentCopyId }}>
        {title}
      </Link>
      <span className="np-note">{purpose}</span>
    </>
  );
}

function SendACopy({ data: { childId, may }, planId }: { readonly data: Sent; readonly planId: string }) {
  const href = useHref();
  const shut = whyNot(may.send);
  return shut === undefined ? (
    <LinkButton
      href={href({ to: "/children/$childId/plans/$planId/send/$step", params: { childId, planId, step: "who" } })}
    >
      Send a copy
    </LinkButton>
  ) : (
    <Button notAllowed={shut}>Send a copy</Button>
  );
}
