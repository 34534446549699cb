import { Anchor, momentInWords, Tag } from "@linchpin/ui";
import type { Answers } from "../../views.ts";
import { childInWords } from "./work.ts";

type Notice = Answers["record"]["notices"]["notices"][number];

/** What the product told this person, newest first. One that leads to nothing this person may open is words alone. */
export function NoticeList({ label, notices }: { readonly label: string; readonly notices: readonly Notice[] }) {
  return (
    <ul className="lp-work" aria-label={label}>
      {notices.map(({ noticeId, words, link, child, at, isRead }) => (
        <li key={noticeId} className="lp-work__item">
          <div>
            {link === undefined ? words : <Anchor href={link}>{words}</Anchor>}
            <p className="lp-work__about">
              {[childInWords(child), momentInWords(at)].filter((part) => part !== undefined).join(" · ")}
            </p>
          </div>
          {!isRead && (
            <div className="lp-work__state">
              <Tag colour="blue">New</Tag>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
