import { ReleaseAsked } from "@linchpin/domain";
import {
  fromForm,
  Link,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import { Form, InsetText, Page, Section, useCommandForm } from "@linchpin/ui";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, queryClient, trpc } from "../../api.ts";
import { consentQuery } from "./queries.ts";
import { receivedQuery } from "./received-queries.ts";
import { ShareFields, WhatWasAnswered } from "./share-item-page.tsx";

const route = getRouteApi("/signed-in/shared-with-you/$releaseId/share");
const Screen = fromForm(ReleaseAsked);
const notYet = { told: "not-yet" } as const;

/** What came in goes to one person more: the same act of sharing, with a decision of its own. */
export function ShareOnPage() {
  const { releaseId } = route.useParams();
  const { data } = useSuspenseQuery(receivedQuery(releaseId));
  const { received, copy, childId, may } = data;
  const { data: consent } = useQuery({ ...consentQuery(childId ?? ""), enabled: childId !== undefined }, queryClient);
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const share = useChange(trpc.consent.shareOn.mutationOptions());
  const form = useCommandForm(Screen, { defaultValues: { childTold: notYet, familyTold: notYet } });
  const draft = useDraftOf<z.input<typeof Screen>>(api, `share-on:${releaseId}`, ["purpose", "reasonWords"]);
  const back = { to: "/shared-with-you/$releaseId", params: { releaseId } } as const;
  return (
    <Page
      title={received.title}
      caption="Share it with somebody else"
      back={{ href: href(back), text: "Back to what was shared" }}
    >
      <Section title="Exactly this goes">
        <InsetText>
          <span className="np-prose">{copy}</span>
        </InsetText>
        <p className="govuk-body">
          It is from the file of {received.from}. Nothing else of {received.childName} opens with it.
        </p>
      </Section>
      <WhatWasAnswered answers={consent?.answers ?? []} />
      <Form
        form={form}
        draft={draft}
        submit="Share it"
        notAllowed={whyNot(may.shareOn)}
        refusal={refusalView(share.error)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async (asked) => {
          await share.mutateAsync({ ...asked, releaseId, idempotencyKey });
          await navigate({ ...back, replace: true });
        }}
      >
        <ShareFields />
      </Form>
    </Page>
  );
}
