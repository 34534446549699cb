import { ApproveException } from "@linchpin/domain";
import { fromForm, refusalView, serverDraft, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import { Anchor, DateField, EmptyState, Form, Page, Radios, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { childInWords } from "../../child.ts";
import { personQuery } from "../workload/queries.ts";
import { standingQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/register/$practitionerId/exception");
const Schema = fromForm(ApproveException);

/** Lets one person lead on one plan for a time, in exceptional circumstances (WIG-8.4.3b). */
export function ApproveExceptionPage() {
  const { practitionerId } = route.useParams();
  const navigate = route.useNavigate();
  const href = useHref();
  const { data: standing } = useSuspenseQuery(standingQuery(practitionerId));
  const { data: person } = useSuspenseQuery(personQuery(practitionerId));
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(Schema, { defaultValues: { idempotencyKey, practitionerId } });
  const approve = useChange(trpc.workforce.approveException.mutationOptions());
  const draft = useMemo(
    () => serverDraft<z.input<typeof Schema>>(api, `exception:${practitionerId}`),
    [practitionerId],
  );
  const back = href({ to: "/register/$practitionerId", params: { practitionerId } });
  return (
    <Page title="Approve an exception" caption={standing.name} back={{ href: back, text: standing.name }}>
      <p className="govuk-body">
        It lifts the rule about how a person is engaged, for one plan and one time only. Every other rule still holds.
      </p>
      {person.cases.length === 0 ? (
        <EmptyState title={`${standing.name} works on no plan yet`}>
          <p className="govuk-body">An exception is for one plan. Put the person on the child's plan first.</p>
        </EmptyState>
      ) : (
        <Form
          form={form}
          draft={draft}
          submit="Approve the exception"
          submitting="Approving"
          notAllowed={whyNot(standing.may.approveException)}
          refusal={refusalView(approve.error)}
          onSubmit={(command) =>
            approve.mutateAsync(command).then(() =>
              navigate({
                to: "/register/$practitionerId",
                params: { practitionerId },
                search: { done: "exception" },
                replace: true,
              }),
            )
          }
          cancel={<Anchor href={back}>Cancel</Anchor>}
        >
          <Radios
            name="planId"
            label="For which plan?"
            options={person.cases.map(({ planId, child, role }) => ({
              value: planId,
              label: childInWords(child),
              hint: role === "lead" ? "Leads it now" : "Works on it now",
            }))}
          />
          <TextArea
            name="reason"
            label="The exceptional circumstances"
            hint="For example, how many posts are empty, and since when."
            rows={4}
          />
          <TextArea name="planToReplace" label="How a permanent lead will be found" rows={4} />
          <DateField name="from" label="First day" />
          <DateField name="lastDay" label="Last day" />
        </Form>
      )}
    </Page>
  );
}
