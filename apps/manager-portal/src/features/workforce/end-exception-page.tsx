import { EndException } from "@linchpin/domain";
import { refusalView, serverDraft, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import { Anchor, dateInWords, ErrorState, Form, Page, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { api, trpc } from "../../api.ts";
import { childInWords } from "../../child.ts";
import type { Standing, StandingException } from "../../views.ts";
import { standingQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/register/$practitionerId/exceptions/$exceptionId/end");

/** Ends an exception before its last day. */
export function EndExceptionPage() {
  const { practitionerId, exceptionId } = route.useParams();
  const { data: standing } = useSuspenseQuery(standingQuery(practitionerId));
  const exception = standing.exceptions.find((one) => one.exceptionId === exceptionId);
  return exception === undefined ? <ErrorState kind="not-found" /> : <End standing={standing} exception={exception} />;
}

function End({ standing, exception }: { readonly standing: Standing; readonly exception: StandingException }) {
  const navigate = route.useNavigate();
  const href = useHref();
  const { practitionerId, name, may } = standing;
  const { exceptionId, child, lastDay } = exception;
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(EndException, { defaultValues: { idempotencyKey, exceptionId, reason: "" } });
  const end = useChange(trpc.workforce.endException.mutationOptions());
  const draft = useMemo(() => serverDraft<EndException>(api, `end-exception:${exceptionId}`), [exceptionId]);
  const back = href({ to: "/register/$practitionerId", params: { practitionerId } });
  return (
    <Page title="End the exception" caption={`${name}, ${childInWords(child)}`} back={{ href: back, text: name }}>
      <p className="govuk-body">It would run until {dateInWords(lastDay)}. Ended now, it holds no longer.</p>
      <Form
        form={form}
        draft={draft}
        kind="warning"
        submit="End the exception"
        submitting="Ending"
        notAllowed={whyNot(may.approveException)}
        refusal={refusalView(end.error)}
        onSubmit={(command) =>
          end.mutateAsync(command).then(() =>
            navigate({
              to: "/register/$practitionerId",
              params: { practitionerId },
              search: { done: "ended" },
              replace: true,
            }),
          )
        }
        cancel={<Anchor href={back}>Keep it</Anchor>}
      >
        <TextArea name="reason" label="Why does it end?" rows={4} />
      </Form>
    </Page>
  );
}
