import {
  type CareLeaverKind,
  type ChildInNeedPhase,
  careLeaverKinds,
  childInNeedPhases,
  type LegalStatusKind,
  type LocalDate,
  type LookedAfterBasis,
  lastDayOf,
  legalStatuses,
  lookedAfterBases,
} from "@linchpin/domain";
import type { StatusRow } from "./child-store.ts";

const settings: Readonly<Record<string, string>> = { community: "In the community", custody: "In custody" };

/** What a kind of status holds besides, as it was entered: absent and "not recorded" are two values. */
function enteredIn(detail: Readonly<Record<string, unknown>>) {
  const text = (key: string) => (typeof detail[key] === "string" ? detail[key] : null);
  const { accommodated } = detail;
  return {
    lookedAfterBasis: text("lookedAfterBasis"),
    accommodated:
      typeof accommodated === "boolean"
        ? accommodated
        : accommodated === "not-recorded"
          ? ("not-recorded" as const)
          : null,
    childInNeedPhase: text("childInNeedPhase"),
    careLeaverKind: text("careLeaverKind"),
    youthOrderSetting: text("youthOrderSetting"),
  };
}

function detailInWords(entered: ReturnType<typeof enteredIn>): string[] {
  const { lookedAfterBasis, accommodated, childInNeedPhase, careLeaverKind, youthOrderSetting } = entered;
  return [
    ...(lookedAfterBasis ? [lookedAfterBases[lookedAfterBasis as LookedAfterBasis].label] : []),
    ...(accommodated === true ? ["Lives away from home"] : accommodated === false ? ["Lives at home"] : []),
    ...(childInNeedPhase ? [childInNeedPhases[childInNeedPhase as ChildInNeedPhase].label] : []),
    ...(careLeaverKind ? [careLeaverKinds[careLeaverKind as CareLeaverKind].label] : []),
    ...(youthOrderSetting ? [settings[youthOrderSetting] ?? "Setting not recorded"] : []),
  ];
}

/** A status as pages show it. The day after the last is what is kept; the last day is what people read. */
export function statusView({ legalStatusId, kind, detail, from, until, holder }: StatusRow, today: LocalDate) {
  const entered = enteredIn(detail);
  return {
    legalStatusId,
    kind: kind as LegalStatusKind, // the column holds codes of the vocabulary only
    label: legalStatuses[kind as LegalStatusKind].label,
    detail: detailInWords(entered),
    from,
    lastDay: until === null ? null : lastDayOf(until),
    isCurrent: from <= today && (until === null || today < until),
    holder,
    entered,
  };
}
