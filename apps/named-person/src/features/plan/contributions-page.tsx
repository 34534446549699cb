import { EndContributionOnScreen } from "@linchpin/domain";
import { refusalView, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import {
  EmptyState,
  Form,
  InsetText,
  MomentText,
  Page,
  Radios,
  Section,
  Table,
  TextField,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { childQuery } from "../people/queries.ts";
import { contributionsQuery } from "./contribution-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/contributions");
type Contributions = Answers["plan"]["contribution"]["ofPlan"];

/** Who contributes to a child's plan by a limited link, and what they sent (CWDC-3.10). */
export function ContributionsPage() {
  const params = route.useParams();
  const { childId, planId } = params;
  const { data } = useSuspenseQuery(contributionsQuery(planId));
  const { data: child } = useSuspenseQuery(childQuery(childId));
  const href = useHref();
  const ofChild = <Row extends { readonly childId: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.childId === childId);
  return (
    <Page
      title="Updates by a limited link"
      caption={child.name.full}
      back={{ href: href({ to: "/children/$childId/plans/$planId", params }), text: "Plan" }}
    >
      <p className="govuk-body">
        Somebody on the plan with a light account, a doctor perhaps, can read its summary and send updates. They sign in
        first. The link opens this child's summary and no other part of the record, and ends with their part in the
        plan, or when you take the invitation back.
      </p>
      <Section title="Updates">
        <Table
          stacked="short"
          caption="Updates, the newest first"
          captionHidden
          rows={ofChild(data.updates)}
          rowKey={({ contributionId }) => contributionId}
          columns={[
            { heading: "When", cell: ({ at }) => <MomentText at={at} /> },
            { heading: "From", cell: ({ by }) => by },
            { heading: "What they said", cell: ({ words }) => <span className="np-prose">{words}</span> },
          ]}
          empty={<EmptyState title="Nobody has sent an update" />}
        />
      </Section>
      <Section title="Who may send updates">
        <Table
          stacked="short"
          caption="Who may send updates"
          captionHidden
          rows={ofChild(data.contributors)}
          rowKey={({ contributorId }) => contributorId}
          columns={[
            { heading: "Name", cell: ({ who }) => who.name },
            {
              heading: "Invited",
              cell: ({ invitedBy, invitedAt }) => (
                <>
                  <MomentText at={invitedAt} />
                  <span className="np-note">by {invitedBy}</span>
                </>
              ),
            },
            { heading: "Link to give them", cell: ({ contributorId }) => <LinkToGive contributorId={contributorId} /> },
          ]}
          empty={<EmptyState title="Nobody contributes by a limited link" />}
        />
      </Section>
      {data.may.invite.may && (
        <TakeBack key={`back ${data.contributors.length}`} contributors={ofChild(data.contributors)} />
      )}
      {data.may.invite.may && <Invite key={data.contributors.length} invitable={ofChild(data.invitable)} />}
    </Page>
  );
}

/** Written out whole, to be read aloud or pasted into a letter: it opens nothing without signing in. */
function LinkToGive({ contributorId }: { readonly contributorId: string }) {
  const href = useHref();
  const path = href({ to: "/contribute/$contributorId", params: { contributorId } });
  return <span className="np-prose">{new URL(path, window.location.origin).href}</span>;
}

const Screen = z.object({ planPractitionerId: z.uuid({ error: "Choose who may read the summary and send updates" }) });

function Invite({ invitable }: { readonly invitable: Contributions["invitable"] }) {
  const { childId } = route.useParams();
  const idempotencyKey = useIdempotencyKey();
  const invite = useChange(trpc.plan.contribution.invite.mutationOptions());
  const form = useCommandForm(Screen);
  if (invitable.length === 0)
    return (
      <InsetText>
        To ask somebody else, put them on the plan first. Whoever has a full account reads the plan itself; whoever has
        a light account can be asked here.
      </InsetText>
    );
  return (
    <Section title="Ask somebody">
      <Form
        form={form}
        submit="Let them read the summary and send updates"
        refusal={refusalView(invite.error)}
        onSubmit={({ planPractitionerId }) => invite.mutateAsync({ childId, planPractitionerId, idempotencyKey })}
      >
        <Radios
          name="planPractitionerId"
          label="Who on the plan?"
          options={invitable.map(({ planPractitionerId, who }) => ({ value: planPractitionerId, label: who.name }))}
        />
      </Form>
    </Section>
  );
}

/** Ends one invitation: whoever was asked stays on the plan, and what they sent stays too. */
function TakeBack({ contributors }: Pick<Contributions, "contributors">) {
  const idempotencyKey = useIdempotencyKey();
  const end = useChange(trpc.plan.contribution.end.mutationOptions());
  const form = useCommandForm(EndContributionOnScreen);
  if (contributors.length === 0) return null;
  return (
    <Section title="Take an invitation back">
      <p className="govuk-body">Their link opens nothing from that moment. What they sent stays on the plan.</p>
      <Form
        form={form}
        submit="Take it back"
        refusal={refusalView(end.error)}
        onSubmit={(said) => end.mutateAsync({ ...said, idempotencyKey })}
      >
        <Radios
          name="contributorId"
          label="Whose?"
          options={contributors.map(({ contributorId, who }) => ({ value: contributorId, label: who.name }))}
        />
        <TextField name="because" label="Why?" hint="Whoever reads the child's record reads this" />
      </Form>
    </Section>
  );
}
