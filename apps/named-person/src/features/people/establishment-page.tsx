import { useHref } from "@linchpin/portal";
import { Page, SubNavigation } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Answers } from "../../views.ts";
import { establishmentsQuery } from "./queries.ts";

export type Establishment = Answers["people"]["establishments"][number];

/** The school or clinic of this page, as its keeper sees it. */
export function useEstablishment(establishmentId: string): Establishment | undefined {
  const { data } = useSuspenseQuery(establishmentsQuery());
  return data.find((one) => one.establishmentId === establishmentId);
}

type EstablishmentPageProps = {
  readonly establishmentId: string;
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A page of one school or clinic, with the way to its others. */
export function EstablishmentPage({ establishmentId, title, actions, children }: EstablishmentPageProps) {
  const establishment = useEstablishment(establishmentId);
  const href = useHref();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const params = { establishmentId };
  const knowsNamedPerson = establishment?.withoutNamedPerson !== null;
  const pages = [
    { text: "Roll", href: href({ to: "/roll/$establishmentId", params }), at: `/roll/${establishmentId}` },
    { text: "Imports", href: href({ to: "/roll/$establishmentId/imports", params }), at: "imports" },
    ...(knowsNamedPerson
      ? [
          {
            text: "Named persons",
            href: href({ to: "/roll/$establishmentId/named-persons", params }),
            at: "named-persons",
          },
          {
            text: "With none",
            href: href({ to: "/roll/$establishmentId/without", params }),
            at: "without",
            count: { many: establishment?.withoutNamedPerson ?? 0, label: "children with no named person" },
          },
          { text: "Packs", href: href({ to: "/roll/$establishmentId/packs", params }), at: "packs" },
          { text: "Families to tell", href: href({ to: "/tell", search: { establishmentId } }), at: "tell" },
        ]
      : []),
  ];
  return (
    <>
      <SubNavigation
        label={establishment?.name ?? "This school or clinic"}
        items={pages.map(({ at, ...page }) => ({
          ...page,
          current: at.startsWith("/")
            ? path === at
            : path.startsWith(`/roll/${establishmentId}/${at}`) || path === `/${at}`,
        }))}
      />
      <Page title={title} caption={establishment?.name} actions={actions}>
        {children}
      </Page>
    </>
  );
}
