import { Link, useHref } from "@linchpin/portal";
import { Page } from "@linchpin/ui";
import type { ReactNode } from "react";

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
