import { KeyEventAnewOnScreen, localDate, MilestoneAnewOnScreen, TakeBackEntryOnScreen } from "@linchpin/domain";
import { fromForm, Link, refusalView, useChange, useDraftOf, useHref, useIdempotencyKey } from "@linchpin/portal";
import { EmptyState, Form, Page, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
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

type FormOf<Values extends FieldValues, Said> = {
  readonly childId: string;
  readonly form: UseFormReturn<Values, unknown, Said>;
  /** Which of its fields are kept while they are written, and under what name. */
  readonly kept: { readonly as: string; readonly fields: readonly FieldPath<Values>[] };
  readonly submit: string;
  readonly error: unknown;
  readonly record: (said: Said, idempotencyKey: string) => Promise<unknown>;
  readonly children: ReactNode;
};

/** What every one of these forms is: about one entry, back to what goes with the child, and kept while it is written. */
function EntryForm<Values extends FieldValues, Said>(props: FormOf<Values, Said>) {
  const { childId, form, kept, submit, error, record, children } = props;
  const navigate = useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const draft = useDraftOf<Values>(api, kept.as, kept.fields);
  const back = goesAlong(childId);
  return (
    <Form
      form={form}
      draft={draft}
      submit={submit}
      refusal={refusalView(error)}
      cancel={<Link {...back}>Cancel</Link>}
      onSubmit={async (said) => {
        await record(said, idempotencyKey);
        await navigate({ ...back, replace: true });
      }}
    >
      {children}
    </Form>
  );
}

function CorrectEvent({ childId, entry: { entryId, kind, on, words, isOfFormerShape } }: Of) {
  const correct = useChange(trpc.record.commonElement.correctKeyEvent.mutationOptions());
  const before = {
    kind: kind.code as z.input<typeof Event>["kind"],
    words,
    ...(on === null ? {} : { happenedOn: localDate(on) }),
  };
  return (
    <EntryForm
      childId={childId}
      form={useCommandForm(Event, { defaultValues: before })}
      kept={{ as: `key-event-anew:${entryId}`, fields: ["words", "because"] }}
      submit="Put it right"
      error={correct.error}
      record={(said, idempotencyKey) => correct.mutateAsync({ ...said, eventId: entryId, idempotencyKey })}
    >
      <KeyEventFields isOld={isOfFormerShape} />
      <TextField name="because" label="What is put right?" />
    </EntryForm>
  );
}

function CorrectMilestone({ childId, entry }: Of) {
  const { entryId, kind, words, on, ageInMonths, level, source } = entry;
  const correct = useChange(trpc.record.commonElement.correctMilestone.mutationOptions());
  type Values = z.input<typeof Milestone>;
  const before = {
    area: kind.code as Values["area"],
    words,
    ...(on === null ? {} : { reachedOn: localDate(on) }),
    ...(ageInMonths === null ? {} : { ageInMonths }),
    ...(level === null ? {} : { level: level.code as NonNullable<Values["level"]> }),
    ...(source === null ? {} : { source: source.code as Values["source"] }),
  };
  return (
    <EntryForm
      childId={childId}
      form={useCommandForm(Milestone, { defaultValues: before })}
      kept={{ as: `milestone-anew:${entryId}`, fields: ["words", "because"] }}
      submit="Put it right"
      error={correct.error}
      record={(said, idempotencyKey) => correct.mutateAsync({ ...said, milestoneId: entryId, idempotencyKey })}
    >
      <MilestoneFields />
      <TextField name="because" label="What is put right?" />
    </EntryForm>
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
  const takeBack = useChange(trpc.record.commonElement.takeBack.mutationOptions());
  return (
    <>
      <p className="govuk-body np-prose">{words}</p>
      <EntryForm
        childId={childId}
        form={useCommandForm(TakeBack)}
        kept={{ as: `take-back-entry:${entryId}`, fields: ["because"] }}
        submit="Take it back"
        error={takeBack.error}
        record={({ because }, idempotencyKey) => takeBack.mutateAsync({ entryId, because, idempotencyKey })}
      >
        <TextField name="because" label="Why is it taken back?" hint="For example, it is about another child" />
      </EntryForm>
    </>
  );
}
