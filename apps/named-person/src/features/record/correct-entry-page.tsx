import { KeyEventAnewOnScreen, localDate, MilestoneAnewOnScreen, TakeBackEntryOnScreen } from "@linchpin/domain";
import { fromForm, Link, refusalView, useChange, useDraftOf, useHref, useIdempotencyKey } from "@linchpin/portal";
import { EmptyState, Form, Page, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { Common, Entry } from "./common-element-parts.tsx";
import { commonElementQuery } from "./common-element-queries.ts";
import { KeyEventFields, MilestoneFields } from "./entry-fields.tsx";

const correctRoute = getRouteApi("/signed-in/children/$childId/goes-along/$entryId/correct");
const takeBackRoute = getRouteApi("/signed-in/children/$childId/goes-along/$entryId/take-back");
const Event = fromForm(KeyEventAnewOnScreen);
const Milestone = fromForm(MilestoneAnewOnScreen);
const TakeBack = fromForm(TakeBackEntryOnScreen);
const goesAlong = (childId: string) => ({ to: "/children/$childId/goes-along", params: { childId } }) as const;

type Of = { readonly childId: string; readonly entry: Entry };

/** An entry that the reader's own service wrote; another one's is put right by whoever wrote it. */
const own = (common: Common, entryId: string): Entry | undefined =>
  [...common.keyEvents.entries, ...common.milestones.entries].find(
    (entry) => entry.entryId === entryId && entry.mayChange,
  );

/** Put an entry right: as it read before stays on record with why. */
export function CorrectEntryPage() {
  const { childId, entryId } = correctRoute.useParams();
  const { data: common } = useSuspenseQuery(commonElementQuery(childId));
  const href = useHref();
  const entry = own(common, entryId);
  return (
    <Page
      title="Put an entry right"
      caption={entry?.kind.label}
      back={{ href: href(goesAlong(childId)), text: "What goes with the child" }}
    >
      {entry === undefined ? (
        <NotOurs />
      ) : entry.part === "key-events" ? (
        <CorrectEvent childId={childId} entry={entry} />
      ) : (
        <CorrectMilestone childId={childId} entry={entry} />
      )}
    </Page>
  );
}

const NotOurs = () => (
  <EmptyState title="There is no such entry of your service">
    <p className="govuk-body">It was put right or taken back since, or another service wrote it.</p>
  </EmptyState>
);

function CorrectEvent({ childId, entry: { entryId, kind, on, words, isOfFormerShape } }: Of) {
  const navigate = useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const correct = useChange(trpc.record.commonElement.correctKeyEvent.mutationOptions());
  const before = {
    kind: kind.code as z.input<typeof Event>["kind"],
    words,
    ...(on === null ? {} : { happenedOn: localDate(on) }),
  };
  const form = useCommandForm(Event, { defaultValues: before });
  const draft = useDraftOf<z.input<typeof Event>>(api, `key-event-anew:${entryId}`, ["words", "because"]);
  const back = goesAlong(childId);
  return (
    <Form
      form={form}
      draft={draft}
      submit="Put it right"
      refusal={refusalView(correct.error)}
      cancel={<Link {...back}>Cancel</Link>}
      onSubmit={async (said) => {
        await correct.mutateAsync({ ...said, eventId: entryId, idempotencyKey });
        await navigate({ ...back, replace: true });
      }}
    >
      <KeyEventFields isOld={isOfFormerShape} />
      <TextField name="because" label="What is put right?" />
    </Form>
  );
}

function CorrectMilestone({ childId, entry }: Of) {
  const { entryId, kind, words, on, ageInMonths, level, source } = entry;
  const navigate = useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const correct = useChange(trpc.record.commonElement.correctMilestone.mutationOptions());
  type Values = z.input<typeof Milestone>;
  const form = useCommandForm(Milestone, {
    defaultValues: {
      area: kind.code as Values["area"],
      words,
      ...(on === null ? {} : { reachedOn: localDate(on) }),
      ...(ageInMonths === null ? {} : { ageInMonths }),
      ...(level === null ? {} : { level: level.code as NonNullable<Values["level"]> }),
      ...(source === null ? {} : { source: source.code as Values["source"] }),
    },
  });
  const draft = useDraftOf<Values>(api, `milestone-anew:${entryId}`, ["words", "because"]);
  const back = goesAlong(childId);
  return (
    <Form
      form={form}
      draft={draft}
      submit="Put it right"
      refusal={refusalView(correct.error)}
      cancel={<Link {...back}>Cancel</Link>}
      onSubmit={async (said) => {
        await correct.mutateAsync({ ...said, milestoneId: entryId, idempotencyKey });
        await navigate({ ...back, replace: true });
      }}
    >
      <MilestoneFields />
      <TextField name="because" label="What is put right?" />
    </Form>
  );
}

/** Take back an entry that was made by mistake: that there was one stays on record. */
export function TakeBackEntryPage() {
  const { childId, entryId } = takeBackRoute.useParams();
  const { data: common } = useSuspenseQuery(commonElementQuery(childId));
  const href = useHref();
  const entry = own(common, entryId);
  return (
    <Page
      title="Take back an entry"
      caption={entry?.kind.label}
      back={{ href: href(goesAlong(childId)), text: "What goes with the child" }}
    >
      {entry === undefined ? <NotOurs /> : <TakeBackForm childId={childId} entry={entry} />}
    </Page>
  );
}

function TakeBackForm({ childId, entry: { entryId, words } }: Of) {
  const navigate = useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const takeBack = useChange(trpc.record.commonElement.takeBack.mutationOptions());
  const form = useCommandForm(TakeBack);
  const draft = useDraftOf<z.input<typeof TakeBack>>(api, `take-back-entry:${entryId}`, ["because"]);
  const back = goesAlong(childId);
  return (
    <>
      <p className="govuk-body np-prose">{words}</p>
      <Form
        form={form}
        draft={draft}
        submit="Take it back"
        refusal={refusalView(takeBack.error)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async ({ because }) => {
          await takeBack.mutateAsync({ entryId, because, idempotencyKey });
          await navigate({ ...back, replace: true });
        }}
      >
        <TextField name="because" label="Why is it taken back?" hint="For example, it is about another child" />
      </Form>
    </>
  );
}
