import { Link, whyNot } from "@linchpin/portal";
import { DateText, Page, SummaryList, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Answers } from "../../views.ts";
import { referencesQuery } from "./reference-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/references");
type Reference = Answers["record"]["references"]["forChild"]["references"][number];

/** By what other systems know the child: the index of children, and children's social care (CWDC-2.20b). */
export function ReferencesPage() {
  const { childId } = route.useParams();
  const { data } = useSuspenseQuery(referencesQuery(childId));
  const shut = whyNot(data.keep);
  return (
    <Page title="References in other systems">
      {shut !== undefined && <p className="govuk-hint">{shut}</p>}
      <SummaryList
        rows={data.references.map((one) => ({
          key: one.kind.label,
          value: (
            <>
              <Stands one={one} />
              <p className="govuk-hint">{one.meaning}</p>
              {shut === undefined && (
                <Link to="/children/$childId/references/$kind" params={{ childId, kind: one.kind.code }}>
                  {one.now === undefined ? "Record" : "Change"}
                  <span className="govuk-visually-hidden">: {one.kind.label}</span>
                </Link>
              )}
            </>
          ),
        }))}
      />
    </Page>
  );
}

function Stands({ one: { now, isAsked } }: { readonly one: Reference }) {
  if (now !== undefined)
    return (
      <p className="govuk-body">
        {now.reference}, recorded by {now.by} on <DateText day={now.recordedOn} />
        {now.basis !== undefined && `. That the index shows who leads rests on: ${now.basis.label}`}
        {now.basis?.code === "consent" &&
          ". It does not end by itself when the family take that consent back: take the reference off then."}
      </p>
    );
  if (isAsked === true)
    return (
      <p className="govuk-body">
        <Tag colour="orange">Missing</Tag> The child is looked after or in need: the record carries it.
      </p>
    );
  if (isAsked === "not-recorded")
    return (
      <p className="govuk-body">
        Not recorded. No legal status is recorded either: a child who is looked after or in need has one.
      </p>
    );
  return <p className="govuk-body">Not recorded</p>;
}
