import { refusalView, useDraftOf, useIdempotencyKey, useVersion, whyNot } from "@linchpin/portal";
import { Form, Page } from "@linchpin/ui";
import type { ReactNode } from "react";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { api } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { useItem } from "./use-item.tsx";

type OfItem = { readonly idempotencyKey: string; readonly groupItemId: string; readonly version: number };
type Props<Values extends FieldValues, Said> = {
  readonly title: string;
  /** What is read before the form is filled in. */
  readonly before?: ReactNode;
  readonly submit: string;
  readonly form: UseFormReturn<Values, unknown, Said>;
  /** Which of its fields are kept while they are written, and under what name; none where nothing is written. */
  readonly kept?: { readonly as: string; readonly fields: readonly FieldPath<Values>[] };
  readonly may: Answers["dispute"]["items"]["one"]["may"]["keep"];
  readonly error: unknown;
  readonly record: (said: Said, of: OfItem) => Promise<unknown>;
  /** Where it leads: back to the item, or to the agenda where the item is over. */
  readonly then: "item" | "agenda";
  readonly children: ReactNode;
};

/** A form about one item, at the version that was seen. */
export function ItemForm<Values extends FieldValues, Said>(props: Props<Values, Said>) {
  const { title, before, submit, form, kept, may, error, record, then, children } = props;
  const { data, groupItemId, page, cancel, toItem, toAgenda } = useItem();
  const idempotencyKey = useIdempotencyKey();
  const version = useVersion(data.item.version, error);
  const draft = useDraftOf<Values>(api, `${kept?.as}:${groupItemId}`, kept?.fields ?? []);
  return (
    <Page title={title} {...page}>
      {before !== undefined && <p className="govuk-body">{before}</p>}
      <Form
        form={form}
        {...(kept === undefined ? {} : { draft })}
        submit={submit}
        refusal={refusalView(error)}
        notAllowed={whyNot(may)}
        cancel={cancel}
        onSubmit={async (said) => {
          await record(said, { idempotencyKey, groupItemId, version });
          await (then === "item" ? toItem() : toAgenda());
        }}
      >
        {children}
      </Form>
    </Page>
  );
}
