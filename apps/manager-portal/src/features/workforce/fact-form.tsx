import type { RecordStanding } from "@linchpin/domain";
import { refusalView, serverDraft, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import { Anchor, Form, useCommandForm } from "@linchpin/ui";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import type { DefaultValues, FieldValues } from "react-hook-form";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { Standing } from "../../views.ts";

export type FactOf = { readonly standing: Standing };

type FactFormProps<Values extends FieldValues, Fact> = FactOf & {
  readonly schema: z.ZodType<Fact, Values>;
  /** The fact as the command keeps it. */
  readonly asStanding: (fact: Fact) => RecordStanding["standing"];
  readonly defaultValues?: DefaultValues<Values> | undefined;
  /** Kept while it is written, where there is prose to lose. */
  readonly draft?: string | undefined;
  readonly children: ReactNode;
};

/** Records one fact of somebody's standing; what was recorded before stays in the history. */
export function FactForm<Values extends FieldValues, Fact>({
  standing,
  schema,
  asStanding,
  defaultValues,
  draft,
  children,
}: FactFormProps<Values, Fact>) {
  const { practitionerId, facts, may } = standing;
  const navigate = useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(schema, defaultValues === undefined ? {} : { defaultValues });
  const record = useChange(trpc.workforce.recordStanding.mutationOptions());
  const kept = useMemo(
    () => (draft === undefined ? undefined : serverDraft<Values>(api, `standing:${draft}:${practitionerId}`)),
    [draft, practitionerId],
  );
  const send = (fact: Fact) => {
    const said = asStanding(fact);
    const supersedes = facts.find(({ kind }) => kind === said.kind)?.standingId;
    return record
      .mutateAsync({
        idempotencyKey,
        practitionerId,
        standing: said,
        ...(supersedes === undefined ? {} : { supersedes }),
      })
      .then(() =>
        navigate({
          to: "/register/$practitionerId",
          params: { practitionerId },
          search: { done: "standing" },
          replace: true,
        }),
      );
  };
  return (
    <Form
      form={form}
      draft={kept}
      submit="Record this"
      submitting="Recording"
      notAllowed={whyNot(may.record)}
      refusal={refusalView(record.error)}
      onSubmit={send}
      cancel={<Anchor href={href({ to: "/register/$practitionerId", params: { practitionerId } })}>Cancel</Anchor>}
    >
      {children}
    </Form>
  );
}

/** What is on record of a kind, in its own shape; undefined where nothing is. */
export const factOf = (standing: Standing, kind: string): Standing["facts"][number]["fact"] =>
  standing.facts.find((fact) => fact.kind === kind)?.fact;
