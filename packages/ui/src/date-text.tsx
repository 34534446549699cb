import { dateInWords, momentInWords } from "./words.ts";

/** A day, "2008-05-05", written "5 May 2008". */
export function DateText({ day }: { readonly day: string }) {
  return (
    <time dateTime={day} className="lp-date">
      {dateInWords(day)}
    </time>
  );
}

/** An instant written "5 May 2008 at 3:15pm", on the clock of Europe/London. */
export function MomentText({ at }: { readonly at: string }) {
  return <time dateTime={at}>{momentInWords(at)}</time>;
}
