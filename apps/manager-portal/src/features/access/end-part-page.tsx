import { EndPart } from "@linchpin/domain";
import { refusalView, serverDraft, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import { Anchor, ErrorState, Form, Page, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { api, trpc } from "../../api.ts";
import { childInWords } from "../../child.ts";
import type { Answers } from "../../views.ts";
import { partsOfChildQuery } from "./part-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/parts/$partId/end");
type Part = Answers["parts"]["forChild"]["parts"][number];

/** Closes to somebody what a part opened, before its last day. */
export function EndPartPage() {
  const { childId, partId } = route.useParams();
  const { data } = useSuspenseQuery(partsOfChildQuery(childId));
  const part = data.parts.find((one) => one.partId === partId && one.state === "current");
  return part === undefined ? <ErrorState kind="not-found" /> : <End part={part} child={childInWords(data.child)} />;
}

function End({ part: { partId, who, part, may }, child }: { readonly part: Part; readonly child: string }) {
  const { childId } = route.useParams();
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(EndPart, { defaultValues: { idempotencyKey, partId, because: "" } });
  const end = useChange(trpc.parts.end.mutationOptions());
  const draft = useMemo(() => serverDraft<EndPart>(api, `end-part:${partId}`), [partId]);
  const back = href({ to: "/children/$childId/parts", params: { childId } });
  return (
    <Page
      title={`End the part of ${who.name}`}
      caption={child}
      back={{ href: back, text: "People with a part for a time" }}
    >
      <p className="govuk-body">{part.label}: what it opened is closed to them at once, and they are told.</p>
      <Form
        form={form}
        draft={draft}
        kind="warning"
        submit="End the part"
        submitting="Ending"
        notAllowed={whyNot(may.end)}
        refusal={refusalView(end.error)}
        cancel={<Anchor href={back}>Let it go on</Anchor>}
        onSubmit={(command) =>
          end.mutateAsync(command).then(() =>
            navigate({
              to: "/children/$childId/parts",
              params: { childId },
              search: { done: "ended" },
              replace: true,
            }),
          )
        }
      >
        <TextArea name="because" label="Why does it end?" rows={3} />
      </Form>
    </Page>
  );
}
