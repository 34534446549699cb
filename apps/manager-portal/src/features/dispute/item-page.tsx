import { useHref, whyNot } from "@linchpin/portal";
import {
  Anchor,
  ButtonGroup,
  DateText,
  EmptyState,
  LinkButton,
  momentInWords,
  Page,
  PrintButton,
  Section,
  SummaryList,
  Table,
  Tag,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { childInWords } from "../../child.ts";
import type { Answers } from "../../views.ts";
import { itemQuery } from "./group-queries.ts";

const route = getRouteApi("/signed-in/group/items/$groupItemId");
type Whole = Answers["dispute"]["items"]["one"];

/** One item: why it comes, what was tried, who is invited, and what is done with it. */
export function ItemPage() {
  const { groupItemId } = route.useParams();
  const { data } = useSuspenseQuery(itemQuery(groupItemId));
  const href = useHref();
  const { item } = data;
  return (
    <Page
      title={item.asked?.reason.label ?? item.body.label}
      caption={`${data.planTitle}: ${childInWords(item.child)}`}
      back={{ href: href({ to: "/group" }), text: "Service Managers' Group" }}
      actions={<PrintButton />}
    >
      <p className="govuk-body">
        <Tag colour={item.state.code === "on-agenda" ? "blue" : "grey"}>{item.state.label}</Tag>{" "}
        {item.meeting && <DateText day={item.meeting.heldOn} />}{" "}
        <Anchor href={href({ to: "/plans/$planId", params: { planId: item.planId } })}>Read the plan</Anchor>
      </p>
      <WhyItComes item={item} />
      <WhatToDo {...data} />
      <Section title="Who decides">
        <Table
          stacked="short"
          caption="The four services"
          captionHidden
          rows={data.seats}
          rowKey={({ service }) => service.code}
          columns={[
            { heading: "Service", cell: ({ service }) => service.label },
            { heading: "Holds the seat", cell: ({ holder }) => holder ?? "Nobody" },
            { heading: "Named deputy", cell: ({ deputy }) => deputy ?? "Nobody" },
          ]}
          empty={<EmptyState title="Nobody is named" />}
        />
      </Section>
    </Page>
  );
}

function WhyItComes({ item: { asked, action, body } }: Pick<Whole, "item">) {
  if (asked === undefined) return null;
  const { housing, reporter } = asked;
  return (
    <Section title="Why it comes">
      <SummaryList
        rows={[
          { key: "Before", value: body.label },
          { key: "What is asked", value: <span className="mp-prose">{asked.about}</span> },
          ...(action ? [{ key: "Action of the plan", value: action.what }] : []),
          { key: "Asked by", value: `${asked.by.name}, ${momentInWords(asked.at)}` },
          { key: "About a young offender", value: asked.youngOffender.label },
          ...(asked.disagreement ? [{ key: "The disagreement", value: asked.disagreement.label }] : []),
          ...(asked.triedLocally ? [{ key: "Tried locally", value: asked.triedLocally }] : []),
          ...asked.tried.map(({ way, on, result }) => ({
            key: way.label,
            value: (
              <>
                <DateText day={on} />: {result}
              </>
            ),
          })),
          {
            key: "Housing",
            value:
              housing === undefined
                ? "Nobody has said yet whether it matters"
                : housing.matters
                  ? `Matters: ${housing.why ?? ""}`
                  : "Does not matter",
          },
          ...(housing?.matters
            ? [
                {
                  key: "Area Housing Manager",
                  value: housing.invitedOn ? <DateText day={housing.invitedOn} /> : "Not invited yet",
                },
              ]
            : []),
          ...(reporter
            ? [
                {
                  key: "Children's Reporter invited",
                  value: reporter.invitedOn ? <DateText day={reporter.invitedOn} /> : "Not invited yet",
                },
              ]
            : []),
          ...(asked.because ? [{ key: "Last said", value: asked.because }] : []),
        ]}
      />
    </Section>
  );
}

function WhatToDo({ item, may }: Pick<Whole, "item" | "may">) {
  const href = useHref();
  const params = { groupItemId: item.groupItemId };
  const isPlaced = item.state.code === "on-agenda";
  const isOpen = isPlaced || item.state.code === "asked";
  if (!isOpen) return null;
  return (
    <Section title="What to do">
      {may.keep.may && (
        <ButtonGroup>
          <LinkButton kind="secondary" href={href({ to: "/group/items/$groupItemId/place", params })}>
            {isPlaced ? "Move it to another meeting" : "Place it on an agenda"}
          </LinkButton>
          <LinkButton kind="secondary" href={href({ to: "/group/items/$groupItemId/housing", params })}>
            Say whether housing matters
          </LinkButton>
          {item.asked?.reporter && (
            <LinkButton kind="secondary" href={href({ to: "/group/items/$groupItemId/reporter", params })}>
              Record that the Reporter was invited
            </LinkButton>
          )}
          {isPlaced && (
            <LinkButton kind="secondary" href={href({ to: "/group/items/$groupItemId/take-off", params })}>
              Take it off the agenda
            </LinkButton>
          )}
          <LinkButton kind="secondary" href={href({ to: "/group/items/$groupItemId/give-back", params })}>
            Give it back
          </LinkButton>
        </ButtonGroup>
      )}
      {isPlaced && whyNot(may.decide) === undefined && (
        <LinkButton href={href({ to: "/group/items/$groupItemId/decide", params })}>Record what was decided</LinkButton>
      )}
      {!may.keep.may && <p className="govuk-hint">The co-ordinator keeps the agenda.</p>}
    </Section>
  );
}
