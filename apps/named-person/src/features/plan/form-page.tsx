import { Link, refusalView, useDraftOf, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import { Form, Page } from "@linchpin/ui";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { api } from "../../api.ts";
import type { ControlView } from "../../views.ts";

type OfPlan = { readonly childId: string; readonly planId: string };

/** A page that asks one thing about a plan and leads back to it. */
export function PlanFormPage({
  title,
  caption,
  childId,
  planId,
  children,
}: OfPlan & { readonly title: string; readonly caption?: string | undefined; readonly children: ReactNode }) {
  const href = useHref();
  return (
    <Page
      title={title}
      caption={caption}
      back={{ href: href({ to: "/children/$childId/plans/$planId", params: { childId, planId } }), text: "Plan" }}
    >
      {children}
    </Page>
  );
}

export function CancelToPlan({ childId, planId }: OfPlan) {
  return (
    <Link to="/children/$childId/plans/$planId" params={{ childId, planId }}>
      Cancel
    </Link>
  );
}

const pagesOfPlan = {
  "/children/$childId/plans/$planId/stand-in": "When the lead is away",
  "/children/$childId/plans/$planId/their-word": "What child and family say of the plan",
  "/children/$childId/plans/$planId/who-does-what": "Who does what",
} as const;

type KeptFormProps<Values extends FieldValues, Said> = {
  readonly of: OfPlan;
  /** The page of the plan that the form leads back to. */
  readonly back: keyof typeof pagesOfPlan;
  readonly title: string;
  readonly caption: string;
  /** What is read before the form is filled in. */
  readonly before?: ReactNode;
  readonly submit: string;
  readonly form: UseFormReturn<Values, unknown, Said>;
  /** Which of its fields are kept while they are written, and under what name. */
  readonly kept: { readonly as: string; readonly fields: readonly FieldPath<Values>[] };
  readonly may?: ControlView;
  readonly error: unknown;
  readonly record: (said: Said, idempotencyKey: string) => Promise<unknown>;
  readonly children: ReactNode;
};

/** A form about one child's plan: back to the page of the plan it was opened from, and kept while it is written. */
export function KeptPlanForm<Values extends FieldValues, Said>(props: KeptFormProps<Values, Said>) {
  const { of, back, title, caption, before, submit, form, kept, may, error, record, children } = props;
  const { childId, planId } = of;
  const navigate = useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const draft = useDraftOf<Values>(api, kept.as, kept.fields);
  const page = { to: back, params: { childId, planId } } as const;
  return (
    <Page title={title} caption={caption} back={{ href: href(page), text: pagesOfPlan[back] }}>
      {before}
      <Form
        form={form}
        draft={draft}
        submit={submit}
        refusal={refusalView(error)}
        {...(may === undefined ? {} : { notAllowed: whyNot(may) })}
        cancel={<Link {...page}>Cancel</Link>}
        onSubmit={async (said) => {
          await record(said, idempotencyKey);
          await navigate({ ...page, replace: true });
        }}
      >
        {children}
      </Form>
    </Page>
  );
}
