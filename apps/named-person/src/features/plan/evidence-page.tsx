import { Pages, refusalView, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import {
  Anchor,
  Checkboxes,
  EmptyState,
  Form,
  momentInWords,
  NotificationBanner,
  Page,
  Section,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { trpc } from "../../api.ts";
import { useWho } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { chronologyQuery } from "../record/queries-of-child.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { evidenceQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/evidence");
const Screen = z.object({ ticked: z.array(z.string()).default([]) });
type Step = Answers["record"]["chronology"]["steps"][number];
type Evidence = Answers["plan"]["evidence"];

/** Kinds of entries that can show a growing concern; what was done about it is not among them. */
const shows: readonly string[] = ["concern", "legal-status"];

/** The dated entries that show a growing concern are ticked: the evidence that a co-ordinated plan is needed (GIR-10). */
export function EvidencePage() {
  const { childId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const me = useWho().practitionerId;
  const { data: chronology } = useSuspenseQuery(chronologyQuery(childId, { after: search.after }));
  const { data: evidence } = useSuspenseQuery(evidenceQuery(childId));
  const others = evidence.entries.filter(({ tickedBy }) => tickedBy.practitionerId !== me);
  const steps = chronology.steps.filter(
    ({ kind, entryId }) => shows.includes(kind) && !others.some((one) => one.entryId === entryId),
  );
  return (
    <Page title="What shows a growing concern">
      {search.done && (
        <NotificationBanner title="Done" tone="done">
          <p className="govuk-body">What you ticked is on record.</p>
        </NotificationBanner>
      )}
      <p className="govuk-body">
        Tick the entries that show it. They are the evidence of the plan that is open, or of the one that opens next.
      </p>
      {others.length > 0 && (
        <Section title="Ticked by others">
          <EvidenceList entries={others} />
        </Section>
      )}
      {steps.length === 0 ? (
        <EmptyState title="No entry here that could be ticked" />
      ) : (
        <Tick key={evidence.entries.map(({ entryId }) => entryId).join()} steps={steps} evidence={evidence} />
      )}
      <Pages
        of="entries"
        after={search.after}
        nextCursor={chronology.nextCursor}
        onGo={(after) => void navigate({ search: { after } })}
      />
    </Page>
  );
}

function Tick({ steps, evidence }: { readonly steps: readonly Step[]; readonly evidence: Evidence }) {
  const { childId } = route.useParams();
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const shown = steps.map(({ entryId }) => entryId);
  const mine = evidence.entries.map(({ entryId }) => entryId).filter((entryId) => shown.includes(entryId));
  const form = useCommandForm(Screen, { defaultValues: { ticked: mine } });
  const tick = useChange(trpc.plan.tickEvidence.mutationOptions());
  return (
    <Form
      form={form}
      submit="Keep what is ticked"
      notAllowed={whyNot(evidence.may.tick)}
      refusal={refusalView(tick.error)}
      cancel={<Anchor href={href({ to: "/children/$childId/chronology", params: { childId } })}>Cancel</Anchor>}
      onSubmit={async ({ ticked }) => {
        const change = {
          ticked: ticked.filter((entryId) => !mine.includes(entryId)),
          unticked: mine.filter((entryId) => !ticked.includes(entryId)),
        };
        await tick.mutateAsync({ idempotencyKey, childId, ...change });
        await navigate({ search: { done: true }, replace: true });
      }}
    >
      <Checkboxes
        name="ticked"
        label="Entries of the chronology, newest first"
        options={steps.map(({ entryId, title, happenedAt, by, detail }) => ({
          value: entryId,
          label: `${momentInWords(happenedAt)}: ${title}`,
          hint: [detail, by.name].filter(Boolean).join(" "),
        }))}
      />
    </Form>
  );
}
