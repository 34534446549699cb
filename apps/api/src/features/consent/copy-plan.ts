import {
  actionStates,
  agencyKinds,
  type Copy,
  type CopyItem,
  type CopyLine,
  type CopySection,
  inWords,
  planKinds,
} from "@linchpin/domain";
import type { AtWork, PlanOnPaper, Service } from "./copy-plan-store.ts";
import type { Resolved } from "./copy-recipient.ts";

export type Composing = {
  readonly plan: PlanOnPaper;
  readonly recipient: Pick<Resolved, "name" | "services" | "mayKnow" | "kind">;
  /** The service at which the sender works. */
  readonly ownService: string;
  /** Items by their ids that were released to the recipient; the plan's own id for all of it. */
  readonly released: ReadonlySet<string>;
  readonly made: string;
};

/** One recipient's copy of a plan, about one of its children: nobody else whom the plan is for is in it. */
export function copyOfPlan(of: Composing): Copy {
  const { plan, recipient, made } = of;
  const label = planKinds[plan.kind as keyof typeof planKinds]?.label ?? "Plan";
  return {
    title: `${label}: ${plan.childName}`,
    about: plan.childName,
    forWhom: recipient.name,
    made,
    sections: [whoToAsk(of), whoHelps(of), beginning(of), agreed(of), restsOn(of)],
  };
}

/** Whose item it is, where somebody has to look at whether it may go. */
function notReleased(
  { plan, recipient, ownService, released }: Composing,
  id: string,
  service: Service | null,
): Pick<CopyItem, "notReleasedBy"> {
  if (service?.agencyId === ownService || released.has(id) || released.has(plan.planId)) return {};
  if (service !== null && recipient.services.includes(service.agencyId)) return {};
  return { notReleasedBy: service?.name ?? "a service that is not recorded" };
}

/** By name and where from; to those who may not know where the child is, by kind of service alone. */
const atWork = ({ name, title, service }: AtWork, mayKnow: boolean): string =>
  mayKnow
    ? [name, title, service?.name].filter(Boolean).join(", ")
    : `Somebody from ${service === null ? "a service" : agencyKinds[service.kind].label.toLowerCase()}`;

const ours = (key: string, label: string | undefined, text: string): CopyLine => ({
  key,
  text,
  isOurs: true,
  ...(label === undefined ? {} : { label }),
});

function whoToAsk({ plan: { contact, lead, openedOn }, recipient: { mayKnow } }: Composing): CopySection {
  const reached = contact === null || !mayKnow ? [] : [contact.phone, contact.email].flatMap((one) => one ?? []);
  const lines = [
    ours("plan:opened", "Opened on", inWords(openedOn)),
    ...(lead === null ? [] : [ours("plan:lead", "Leads the help", atWork(lead, mayKnow))]),
    ...(contact === null ? [] : [ours("plan:contact", "Who to ask", atWork(contact, mayKnow))]),
    ...reached.map((text, at) => ours(`plan:reached:${at}`, at === 0 ? "How to reach them" : undefined, text)),
  ];
  return { title: "Who to ask", items: [{ key: "plan", lines }] };
}

const whoHelps = ({ plan: { team }, recipient: { mayKnow } }: Composing): CopySection => ({
  title: "Who helps",
  items: [...new Set(team.map((one) => atWork(one, mayKnow)))].map((text, at) => ({
    key: `team:${at}`,
    lines: [ours(`team:${at}:who`, undefined, text)],
  })),
});

function beginning(of: Composing): CopySection {
  const { trigger, integrated, service } = of.plan.beginning;
  const lines = [
    ...(trigger === null ? [] : [{ key: "beginning:trigger", label: "What happened", text: trigger }]),
    ...(integrated === null
      ? []
      : [{ key: "beginning:integrated", label: "Why several services help together", text: integrated }]),
  ];
  return {
    title: "Why there is a plan",
    items: lines.length === 0 ? [] : [{ key: "beginning", lines, ...notReleased(of, "beginning", service) }],
  };
}

const agreed = (of: Composing): CopySection => ({
  title: "What was agreed",
  items: of.plan.actions.map((action): CopyItem => {
    const { actionId, what, outcome, owner, ownerWords, dueOn, state, service } = action;
    const key = `action:${actionId}`;
    const who = owner === null ? undefined : atWork({ name: owner, title: null, service }, of.recipient.mayKnow);
    return {
      key,
      ...notReleased(of, actionId, service),
      lines: [
        { key: `${key}:what`, label: "What will be done", text: what },
        ...(outcome === null ? [] : [{ key: `${key}:outcome`, label: "What we hope for", text: outcome }]),
        ...(who === undefined ? [] : [ours(`${key}:owner`, "Who does it", who)]),
        ...(ownerWords === null ? [] : [{ key: `${key}:words`, label: "Who does it", text: ownerWords }]),
        ...(dueOn === null ? [] : [ours(`${key}:due`, "By when", inWords(dueOn))]),
        ours(`${key}:state`, "How it stands", actionStates[state as keyof typeof actionStates]?.label ?? state),
      ],
    };
  }),
});

const restsOn = (of: Composing): CopySection => ({
  title: "What it rests on",
  items: of.plan.evidence.map(({ entryId, title, on, service }) => ({
    key: `evidence:${entryId}`,
    ...notReleased(of, entryId, service),
    lines: [{ key: `evidence:${entryId}:title`, label: inWords(on), text: title }],
  })),
});
