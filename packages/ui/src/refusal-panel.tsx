import { type ReactNode, useEffect, useRef } from "react";
import type { FindingView } from "./decision-view.ts";
import { FindingList } from "./finding-list.tsx";

/** Why something was not done, in words. A rule's refusal brings its findings. */
export type RefusalView = {
  readonly title: string;
  readonly text?: string | undefined;
  readonly findings?: readonly FindingView[] | undefined;
  /** The way on: read the newer version, ask the manager. */
  readonly action?: ReactNode;
};

/** Shown by Form above its fields when the server refuses. Takes focus, so it is read at once. */
export function RefusalPanel({ title, text, findings = [], action }: RefusalView) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <div className="lp-refusal" role="alert" tabIndex={-1} ref={panel}>
      <h2 className="govuk-heading-m">{title}</h2>
      {text && <p className="govuk-body">{text}</p>}
      {findings.length > 0 && <FindingList findings={findings} />}
      {action}
    </div>
  );
}
