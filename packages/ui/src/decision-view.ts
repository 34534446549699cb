/** Where a rule is written down, with the title a reader knows it by. */
export type ClauseView = { readonly source: string; readonly at: string; readonly sourceTitle?: string | undefined };

export type Tone = "good" | "caution" | "stop" | "neutral" | "unknown";

/** What one clause says, as a reader who may see it reads it. */
export type FindingView = {
  readonly rule: string;
  readonly title: string;
  readonly because: string;
  readonly force: "must" | "should" | "may";
  readonly strength: string;
  readonly clause: { readonly source: string; readonly at: string; readonly sourceTitle: string };
  /** "permits", "prevents", "refers" and so on. */
  readonly effect: string;
  /** The practitioner it is about: several findings of one clause may each be about another. */
  readonly whose?: string | undefined;
  readonly needs: readonly { readonly what: string; readonly from: string; readonly by?: string | undefined }[];
  /** Why this finding no longer counts: the rule that set it aside. */
  readonly liftedBy?: string | undefined;
  readonly hidden?: false | undefined;
};

/** A decision as a portal shows it. Days and instants may be ISO text; they are written out here. */
export type DecisionView = {
  readonly question: string;
  readonly title: string;
  readonly answer: string;
  readonly answerInWords: string;
  readonly tone: Tone;
  readonly decidedBy?: readonly string[] | undefined;
  readonly by?: string | undefined;
  readonly missing: readonly string[];
  readonly findings: readonly FindingView[];
  /** How many findings are about somebody this reader may not see. */
  readonly hiddenFindings: number;
  readonly edition: string;
  readonly adoptedFrom?: string | undefined;
  readonly asAt: string;
  readonly asKnownAt: string;
  readonly values: readonly {
    readonly name: string;
    readonly value: string;
    readonly clause?: string | undefined;
    readonly reading?: string | undefined;
  }[];
  readonly facts: readonly { readonly about: string; readonly name: string; readonly value: string }[];
  readonly hiddenFacts: number;
};
